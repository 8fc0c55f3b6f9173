"""The glossary: words explained, in the reader's alphabet, and found on the pages of those who say them."""

import re

import pytest

from archive.edition.models import PublishedInterview
from tests.edition import guides
from tests.reading_room import cast


def test_an_archive_without_a_glossary_says_so(visitor):
    assert "No word has been explained yet." in visitor.read("/en/glossary/")


def test_words_stand_in_the_alphabet_of_the_reader_with_their_names_in_other_languages(visitor):
    guides.term("village", name={"en": "village", "uk": "ящик"})
    guides.term("yeast", name={"en": "yeast", "uk": "їжа"})
    english, ukrainian = (
        re.findall(r'<div id="([a-z]+)">', visitor.read(f"/{code}/glossary/")) for code in ("en", "uk")
    )
    assert (english, ukrainian) == (["village", "yeast"], ["yeast", "village"])
    assert '<span lang="uk">їжа</span>' in visitor.read("/en/glossary/")


def test_a_word_spelt_alike_in_two_languages_stands_once_under_the_first(visitor):
    guides.term("displaced", name={"en": "displaced", "uk": "переселенець", "pl": "wysiedlony", "ru": "переселенець"})
    names = re.findall(r'<span lang="(uk|pl|ru)">', visitor.read("/en/glossary/"))
    assert names == ["uk", "pl"]


def test_an_explanation_in_another_language_says_so_and_leads_to_where_the_word_is_said(visitor):
    guides.term("hromada")
    page = visitor.read("/pl/glossary/")
    assert '<span lang="en">What hromada means.</span>' in page
    assert 'href="/pl/passages/?q=hromada"' in page


def test_an_interview_lists_the_words_it_says_and_no_others(archive):
    notebook = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    guides.term("hromada", notebook)
    guides.term("oblast")
    page = archive.read("/en/interviews/7K2-QX9/")
    assert '<a href="/en/glossary/#hromada">hromada</a>' in page
    assert "#oblast" not in page
    assert "Words used here" not in archive.read("/en/interviews/3MT-4RD/")


def test_a_word_that_was_taken_away_is_not_listed_while_its_facet_waits(archive):
    notebook = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    guides.term("hromada", notebook).delete()
    assert "Words used here" not in archive.read("/en/interviews/7K2-QX9/")


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_two_queries_for_any_number_of_words(visitor, count, django_assert_num_queries):
    for number in range(count):
        guides.term(f"word-{number}")
    with django_assert_num_queries(2):
        visitor.client.get("/en/glossary/")
