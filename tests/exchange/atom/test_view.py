from datetime import timedelta
from xml.etree import ElementTree

import pytest

from archive.edition.models import PublishedInterview
from archive.exchange.atom.document import identifier
from archive.exchange.atom.view import MOST_ENTRIES
from tests.edition.factory import FIRST_PUBLIC_AT
from tests.exchange.addresses import FEED
from tests.reading_room import cast

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def read(body: bytes) -> ElementTree.Element:
    """The feed; raises where it lacks what RFC 4287 (sections 4.1.1 and 4.1.2) asks for."""
    root = ElementTree.fromstring(body)
    for element in (root, *root.findall("a:entry", ATOM)):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", ATOM)) == 1, name
            assert element.findtext(f"a:{name}", namespaces=ATOM)
    assert root.find("a:author/a:name", ATOM).text
    return root


def link(element, rel: str) -> str:
    (found,) = [each.get("href") for each in element.findall("a:link", ATOM) if each.get("rel") == rel]
    return found


def texts(body: bytes, path: str) -> list[str]:
    return [element.text for element in read(body).findall(path, ATOM)]


def test_it_leads_to_itself_to_its_list_and_to_every_interview(archive):
    answer = archive.get(f"{FEED}?kind=recorded&page=7&order=title")
    root = read(answer.body)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert link(root, "self") == f"http://testserver{FEED}?kind=recorded&order=title"
    assert link(root, "alternate") == "http://testserver/en/interviews/?kind=recorded&order=title"
    assert link(root.find("a:entry", ATOM), "alternate") == f"http://testserver/en/interviews/{cast.NOTEBOOK}/"


def test_its_title_tells_what_was_chosen_as_the_listing_does(archive):
    title = read(archive.get(f"{FEED}?place=izium-raion&q=хліб").body).findtext("a:title", namespaces=ATOM)
    assert title == "Holos – Testimonies – хліб, Izium raion"


def test_the_newest_come_first_and_the_feed_is_as_new_as_its_latest_change(visitor):
    for number, days in enumerate((1, 3, 5)):
        at = FIRST_PUBLIC_AT + timedelta(days=days)
        cast.publish(cast.letter(), f"AAA-AA{number}", first_public_at=at, changed_at=at + timedelta(days=10 - days))
    body = visitor.get(f"{FEED}?order=title").body
    assert texts(body, "a:entry/a:published") == [f"2026-01-0{day}T12:00:00.000Z" for day in (6, 4, 2)]
    assert texts(body, "a:updated") == ["2026-01-11T12:00:00.000Z"]


def test_a_correction_moves_the_date_of_the_entry_and_never_its_identifier(visitor):
    row = cast.publish(cast.letter(), cast.LETTER)
    before = visitor.get(FEED).body
    PublishedInterview.objects.filter(pk=row.pk).update(changed_at=FIRST_PUBLIC_AT + timedelta(days=2))
    after = visitor.get(FEED).body
    assert texts(before, "a:entry/a:id") == texts(after, "a:entry/a:id") == [identifier(cast.LETTER)]
    assert texts(before, "a:entry/a:updated") != texts(after, "a:entry/a:updated")
    assert texts(visitor.get(FEED.replace("en", "pl", 1)).body, "a:entry/a:id") == [identifier(cast.LETTER)]


def test_an_identifier_is_what_it_has_always_been():
    assert identifier("7K2-QX9") == "urn:uuid:96a1aaa0-2da7-527d-bf2e-6a9f89da1d76"
    assert identifier("7K2-QX9") != identifier("3MT-4RD")


def test_an_empty_feed_is_a_feed_that_tells_no_day(visitor):
    body = visitor.get(FEED).body
    assert texts(body, "a:entry") == [] and texts(body, "a:updated") == ["1970-01-01T00:00:00.000Z"]
    assert visitor.get(FEED).body == body


def test_what_is_hard_to_read_is_named_before_the_summary(visitor):
    cast.publish(cast.notebook(abstract={"en": "Bread."}), cast.NOTEBOOK)
    assert texts(visitor.get(FEED).body, "a:entry/a:summary") == ["[shelling and bombing] Bread."]


def test_a_text_in_another_language_says_so(archive):
    titles = {
        title.text: title.get("{http://www.w3.org/XML/1998/namespace}lang")
        for title in read(archive.get(FEED).body).findall("a:entry/a:title", ATOM)
    }
    assert titles["Лист без адреси"] == "uk" and titles["The notebook"] == "en"


def test_it_holds_the_newest_only(visitor):
    for number in range(MOST_ENTRIES + 1):
        cast.publish(cast.letter(), f"AAA-{number:03}")
    assert len(texts(visitor.get(FEED).body, "a:entry/a:id")) == MOST_ENTRIES


@pytest.mark.parametrize("query", ["q=%00%01%1F", "q=%3Cscript%3E&person=%EF%BF%BE", "q=%ED%A0%80&period=%3C%26"])
def test_what_xml_cannot_hold_does_not_break_it(archive, query):
    read(archive.get(f"{FEED}?{query}").body)


def test_a_title_cannot_break_it(visitor):
    cast.publish(cast.letter(title={"en": "</title>\x0b&\ufffe"}), cast.LETTER)
    assert texts(visitor.get(FEED).body, "a:entry/a:title") == ["</title> & "]
