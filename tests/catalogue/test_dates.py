"""Uncertain dates are entered in words, kept as EDTF, and bounded when they are saved."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from archive.catalogue.models import Interview
from archive.custody import acting
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "edtf", "earliest", "latest"),
    [
        ("September 2022", "2022-09", dt.date(2022, 9, 1), dt.date(2022, 9, 30)),
        ("вересень 2022", "2022-09", dt.date(2022, 9, 1), dt.date(2022, 9, 30)),
        ("24.02.2022", "2022-02-24", dt.date(2022, 2, 24), dt.date(2022, 2, 24)),
        ("2022-02-24/2022-09-10", "2022-02-24/2022-09-10", dt.date(2022, 2, 24), dt.date(2022, 9, 10)),
        ("", "", None, None),
    ],
)
def test_words_are_kept_as_edtf_with_their_bounds(words, edtf, earliest, latest):
    made = cast.interview(told=words)
    made.refresh_from_db()
    assert (made.told, made.told_earliest, made.told_latest) == (edtf, earliest, latest)


def test_an_open_end_has_no_bound():
    made = cast.interview(told="after 24 February 2022")
    made.refresh_from_db()
    assert made.told_earliest in (dt.date(2022, 2, 24), dt.date(2022, 2, 25)) and made.told_latest is None


def test_what_cannot_be_read_is_refused_and_nothing_is_saved():
    made = cast.interview()
    with acting(cast.archivist()), pytest.raises(ValidationError):
        made.told = "when the cherries bloomed"
        made.save()
    assert Interview.objects.get(pk=made.pk).told == "2022-02-24/2022-09-10"


def test_a_changed_date_changes_its_bounds():
    made = cast.interview()
    with acting(cast.archivist()):
        made.recorded = "2024"
        made.save()
    made.refresh_from_db()
    assert (made.recorded_earliest, made.recorded_latest) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
