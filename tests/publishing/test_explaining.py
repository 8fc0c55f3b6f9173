"""The glossary is public as it is saved, and found in the words of what is public, in every form of its words."""

import pytest

from archive import publishing
from archive.catalogue.models import Segment, Term
from archive.custody import acting
from archive.edition.models import Edition, FacetValue, PublishedTerm
from archive.jobs.worker import drain
from archive.publishing import explaining
from archive.publishing.rebuilding import rebuild
from tests import cast

pytestmark = pytest.mark.django_db


def speaking(words: str, **fields):
    """An approved interview whose first passage says this."""
    made = cast.interview(**fields)
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=made, transcript__language="uk", position=0).update(text=words)
        publishing.record_edit(made, by=cast.archivist())
    return cast.approve(made)


def hromada(**fields) -> Term:
    defaults = {
        "slug": "hromada",
        "name_uk": "громада",
        "name_en": "hromada",
        "variants_uk": "територіальна громада\n\nОТГ",
        "explanation_en": "A community of towns and villages with a council of its own.",
        "is_public": True,
    }
    return Term.objects.create(**defaults | fields)


def said() -> list[tuple[str, str]]:
    rows = FacetValue.objects.filter(facet="term").order_by("interview", "value")
    return list(rows.values_list("value", "interview__title_en"))


def test_a_word_is_found_in_another_form_when_its_interview_is_published():
    hromada()
    speaking("Нас прийняли в сусідній громаді.")
    assert said() == [("hromada", "The cellar")]


def test_a_word_added_later_is_found_in_what_is_public_already_and_changes_its_pages():
    speaking("Потім пішли до громади.")
    hromada()
    before = Edition.objects.current().revision
    drain()
    assert said() == [("hromada", "The cellar")]
    assert Edition.objects.current().revision > before


def test_other_words_for_it_lead_to_it_too():
    hromada()
    speaking("Це була ОТГ.")
    assert said() == [("hromada", "The cellar")]


def test_a_word_that_is_not_public_is_neither_shown_nor_looked_for():
    term = hromada(is_public=False)
    speaking("Потім пішли до громади.")
    drain()
    assert said() == [] and not PublishedTerm.objects.exists()
    term.is_public = True
    term.save()
    drain()
    assert PublishedTerm.objects.get().content.variants == {"uk": ("територіальна громада", "ОТГ")}
    assert said() == [("hromada", "The cellar")]


def test_a_word_taken_away_is_gone_at_once_and_from_its_interviews_afterwards():
    term = hromada()
    speaking("Потім пішли до громади.")
    term.delete()
    assert not PublishedTerm.objects.exists()
    drain()
    assert said() == []


def test_a_word_called_otherwise_now_is_not_found_by_its_old_name():
    term = hromada(variants_uk="")
    speaking("Потім пішли до громади.")
    term.name_uk, term.name_en = "область", "oblast"
    term.save()
    drain()
    assert said() == []


def test_withheld_words_explain_nothing():
    hromada()
    made = speaking("Потім пішли до громади.")
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a0")
    assert said() == []


def test_many_interviews_are_looked_at_a_part_at_a_time(monkeypatch):
    for slug in ("a", "b", "c"):
        speaking("Потім пішли до громади.", slug=slug)
    monkeypatch.setattr(explaining, "AT_ONCE", 1)
    hromada()
    drain()
    assert len(said()) == 3


def test_saving_an_entry_as_it_was_moves_nothing():
    term = hromada()
    before = Edition.objects.current().revision
    term.save()
    assert Edition.objects.current().revision == before


def test_a_rebuilt_edition_has_the_glossary_again():
    hromada()
    speaking("Потім пішли до громади.")
    kept = PublishedTerm.objects.get().card
    PublishedTerm.objects.all().delete()
    PublishedTerm.objects.create(slug="unknown", card=kept)
    rebuild()
    assert [(term.slug, term.card) for term in PublishedTerm.objects.all()] == [("hromada", kept)]
    assert said() == [("hromada", "The cellar")]
