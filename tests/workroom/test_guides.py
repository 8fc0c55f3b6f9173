"""Archivists compose paths, choose opening sentences and write the glossary; others read them."""

import pytest
from django.urls import reverse

from archive.catalogue.models import Opening, Path, Term
from archive.edition.models import PublishedOpening, PublishedPath, PublishedStop, PublishedTerm
from tests import cast

from .forms import fields_of

pytestmark = pytest.mark.django_db


def page(name: str, *args) -> str:
    return reverse(f"workroom:catalogue_{name}", args=args)


def compose(client, interview, **more):
    data = fields_of(client.get(page("path_add"))) | {
        "slug": "begin",
        "title_en": "Where to begin",
        "is_public": "on",
        "stops-TOTAL_FORMS": "1",
        "stops-0-interview": interview.pk,
        "stops-0-position": "1",
        "stops-0-starts_at_ms": "0:12",
        "stops-0-sentence_en": "For the bread.",
    }
    return client.post(page("path_add"), data | more)


def test_a_path_saved_with_its_stops_stands_before_readers_when_the_page_has_loaded(archivist):
    assert compose(archivist, cast.published()).status_code == 302
    assert PublishedPath.objects.get().content.title == {"en": "Where to begin"}
    stop = PublishedStop.objects.get()
    assert (stop.starts_at_ms, stop.sentence) == (12_000, {"en": "For the bread."})
    assert "Readers see it." in archivist.get(page("path_change", Path.objects.get().pk)).content.decode()


def test_a_stop_that_readers_do_not_see_says_so(archivist):
    compose(archivist, cast.interview())
    content = archivist.get(page("path_change", Path.objects.get().pk)).content.decode()
    assert "Readers do not see it" in content


def test_a_recording_of_another_interview_is_refused(archivist):
    other = cast.interview(slug="other").recordings.get()
    answer = compose(archivist, cast.published(), **{"stops-0-recording": other.pk})
    assert "This recording belongs to another interview." in answer.content.decode()
    assert not Path.objects.exists()


def test_an_opening_is_chosen_and_taken_back(archivist):
    data = {"interview": cast.published().pk, "starts_at_ms": "0:05", "position": "0", "is_public": "on"}
    assert (
        archivist.post(page("opening_add"), data | fields_of(archivist.get(page("opening_add"))) | data).status_code
        == 302
    )
    assert PublishedOpening.objects.get().passage == "a0"
    archivist.post(page("opening_delete", Opening.objects.get().pk), {"post": "yes"})
    assert not PublishedOpening.everything.exists()


def test_a_word_is_explained_and_its_address_stays(archivist):
    data = fields_of(archivist.get(page("term_add")))
    data |= {"slug": "hromada", "name_uk": "громада", "explanation_en": "A community.", "is_public": "on"}
    assert archivist.post(page("term_add"), data).status_code == 302
    assert PublishedTerm.objects.get().slug == "hromada"
    assert 'name="slug"' not in archivist.get(page("term_change", Term.objects.get().pk)).content.decode()


@pytest.mark.parametrize("noun", ["path", "opening", "term"])
def test_moderators_read_what_archivists_compose(moderator, noun):
    assert moderator.get(page(f"{noun}_changelist")).status_code == 200
    assert moderator.get(page(f"{noun}_add")).status_code == 403


def test_words_that_name_a_narrator_are_not_shown_and_the_page_says_because_of_whom(archivist):
    interview = cast.published()
    compose(archivist, interview, title_uk="Олена Коваленко", **{"stops-0-sentence_uk": "Про Коваленко."})
    content = archivist.get(page("path_change", Path.objects.get().pk)).content.decode()
    assert f"because of {interview.code}, a name in the title or the introduction may not stand here" in content
    assert f"because of {interview.code}, a name in the sentence may not stand here" in content
