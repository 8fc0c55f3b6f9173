"""An interview leaves as it may be cited: agreed names, marks, dates, and nothing of what was said."""

import pytest

from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.document.document import Speaker
from archive.edition.citation import STYLES
from archive.edition.labels import labels
from archive.edition.models import PublishedCollection, PublishedInterview
from archive.edition.snapshot import current
from archive.exchange.crosswalk import entries
from tests.reading_room import cast

from .addresses import EXPORTS, FEED, SEARCH

MARK = "Invented for demonstration"


def entry(reference=cast.NOTEBOOK, language="en"):
    numbers = PublishedInterview.objects.filter(reference=reference).values_list("pk", flat=True)
    words = labels(current().snapshot, language)
    (found,) = entries(numbers, labels=words, language=language, address="https://archive.example{}".format).values()
    return found


@pytest.fixture
def marked(archive):
    card = CollectionCard(slug="demonstration", name={"en": "Demonstration"}, demonstration_mark={"en": MARK})
    PublishedCollection.everything.filter(slug="demonstration").update(card=canonical.dump(card))
    return archive


def test_labels_and_names_are_those_of_the_page(archive):
    found = entry()
    assert found.narrators == ("Olena K.",)
    assert found.places == ("Вербівка (invented place)",) and found.topics == ("Bread",)
    assert found.warning_words == ("shelling and bombing",)
    assert (found.recorded, found.told) == ("2023-03-12", "2022-03/2022-09")


def test_a_text_says_in_which_language_it_is(archive):
    assert (entry(cast.LETTER).title.text, entry(cast.LETTER).title.language) == ("Лист без адреси", "uk")
    assert entry(language="uk").title.language == "uk"


def test_it_is_cited_as_its_page_cites_it(marked):
    page = marked.read(f"/en/interviews/{cast.NOTEBOOK}/")
    citation = entry().citation.replace("https://archive.example/en", "http://testserver/en")
    assert citation in page and MARK in citation


def test_a_narrator_who_is_not_named_is_named_by_role(visitor):
    silent = Speaker(key="olena", role="narrator", rendition="withheld")
    cast.publish(cast.letter(speakers=(silent,)), cast.LETTER)
    assert entry(cast.LETTER).narrators == ("Narrator",)


@pytest.mark.parametrize("address", [*EXPORTS, FEED, SEARCH])
def test_every_form_keeps_name_mark_and_address(marked, address):
    text = marked.get(f"{address}?lang=en").body.decode()
    assert "Olena K." in text and MARK in text
    assert f"http://testserver/en/interviews/{cast.NOTEBOOK}/" in text


@pytest.mark.parametrize("address", [*EXPORTS, FEED])
def test_what_was_said_and_who_asked_stay_on_the_page(archive, address):
    text = archive.get(address).body.decode()
    assert "підвал" not in text and "asks" not in text


def quoted():
    """A report that quotes somebody."""
    said = Speaker(key="s", role="narrator", name={"en": "A woman of 74"}, rendition="role-only")
    cast.publish(cast.report("r", "It was so.", speakers=(said,)), "AAA-AAA")


@pytest.mark.parametrize("address", [each for each in (*EXPORTS, FEED) if not each.endswith(("csv", "/export.json"))])
def test_whom_a_report_quotes_did_not_write_it(visitor, address):
    quoted()
    assert "A woman of 74" not in visitor.read(address)
    assert entry("AAA-AAA").narrators == ("A woman of 74",) and entry("AAA-AAA").authors == ()
    assert "A woman of 74" not in entry("AAA-AAA").citation


@pytest.mark.parametrize("style", STYLES)
def test_a_report_is_cited_by_its_title_in_each_style(visitor, style):
    quoted()
    page = visitor.read(f"/en/interviews/AAA-AAA/?cite={style}")
    citation = page[page.index('id="citation"') :].split("</p>")[0]
    assert "Report r" in citation and "74" not in citation and "Names stand in every style" not in page
