"""A slip of the pen on the page that withholds a passage is answered with a sentence, and withholds nothing."""

import pytest
from django.urls import reverse

from archive.catalogue.models import Redaction
from tests import cast


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        ({"alignment": "a17"}, "No passage of this interview has this key. Copy it from the transcript."),
        (
            {"start_ms": "0:20", "end_ms": "0:10"},
            "The end of what is withheld has to come after its beginning.",
        ),
        (
            {"start_ms": "0:10", "end_ms": "0:10"},
            "The end of what is withheld has to come after its beginning.",
        ),
    ],
)
def test_a_slip_withholds_nothing(archivist, slip, sentence):
    interview = cast.interview()
    data = {"reason": "safety", "recording": interview.recordings.get().pk, **slip}
    answer = archivist.post(reverse("workroom:redact", args=[interview.pk]), data)
    assert sentence in answer.content.decode()
    assert not Redaction.objects.exists()


def test_a_key_of_another_interview_is_no_key_of_this_one(archivist):
    interview, other = cast.interview(), cast.interview("The well", slug="oksana")
    other.transcripts.get(language="uk").segments.filter(alignment="a0").update(alignment="b0")
    answer = archivist.post(reverse("workroom:redact", args=[interview.pk]), {"reason": "safety", "alignment": "b0"})
    assert "No passage of this interview has this key" in answer.content.decode()


def test_spaces_around_a_copied_key_do_no_harm(archivist):
    interview = cast.interview()
    archivist.post(reverse("workroom:redact", args=[interview.pk]), {"reason": "safety", "alignment": " a1 "})
    assert Redaction.objects.get().alignment == "a1"
