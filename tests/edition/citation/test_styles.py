"""Each style written out, in the reader's words, with the names as they were agreed."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.utils.translation import override

from archive.document.document import Document, Speaker
from archive.edition.citation import STYLES, Item, cite, styled
from archive.language import dates

DOCUMENT = Document(
    kind="recorded",
    basis="agreement",
    collection="izium",
    title={"en": "The notebook", "uk": "Зошит"},
    languages=("uk",),
    recorded="2023-03-12",
    speakers=(Speaker(key="o", role="narrator", rendition="pseudonym", name={"en": "Olena K.", "uk": "Олена К."}),),
)
KNOWN = {
    "reference": "7K2-QX9",
    "collection": {"en": "Demonstration"},
    "mark": {"en": "Invented."},
    "site": "Holos",
    "url": "https://example.org/i/?t=12",
    "at_ms": 12_000,
    "accessed": dt.date(2026, 11, 2),
}
WRITTEN = {
    "archive": "Olena K. The notebook. Recorded interview 7K2-QX9, at 0:12. Recorded 12 March 2023. Demonstration. Holos."
    " Invented. https://example.org/i/?t=12",
    "chicago": "Olena K., “The notebook,” 12 March 2023, recorded interview 7K2-QX9, at 0:12, Demonstration, Holos,"
    " [Invented], accessed 2 November 2026, https://example.org/i/?t=12.",
    "apa": "Olena K. (2023, March 12). The notebook [Recorded interview, 7K2-QX9, at 0:12]. Demonstration. Holos. [Invented]."
    " https://example.org/i/?t=12",
    "mla": "Olena K. “The notebook.” Demonstration, Holos, [Invented], 12 March 2023, recorded interview 7K2-QX9,"
    " at 0:12, https://example.org/i/?t=12. Accessed 2 November 2026.",
    "dstu": "Olena K. The notebook : recorded interview 7K2-QX9, at 0:12. Recorded 12 March 2023. Demonstration / Holos."
    " [Invented]. URL: https://example.org/i/?t=12 (accessed: 02.11.2026).",
}


def written(style: str, document: Document = DOCUMENT, language: str = "en", **known) -> str:
    with override(language):
        return str(styled(style, Item.of(document, **KNOWN | known)))


@pytest.mark.parametrize("style", STYLES)
def test_a_passage_in_each_style(style):
    assert written(style) == WRITTEN[style]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_what_is_not_known_leaves_no_gap(style, language):
    bare = replace(DOCUMENT, recorded="", speakers=())
    text = written(style, bare, language, at_ms=None, mark={}, collection={}, accessed=None)
    assert "None" not in text and not any(gap in text for gap in ("  ", " .", ",,", "..", ", ,", "()", "[]"))
    assert text.endswith(("example.org/i/?t=12", "example.org/i/?t=12."))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("recorded", ["2023", "2023-03~", "2022/2023", "../2023", "2023-03-12?"])
def test_an_uncertain_date_stays_uncertain(style, recorded):
    text = written(style, replace(DOCUMENT, recorded=recorded))
    assert dates.show(recorded, "en") in text


@pytest.mark.parametrize("style", ["chicago", "mla"])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("uk", ", повідомлення в медіа 7W9-BTZ"),
        ("en", ", news report 7W9-BTZ"),
        ("pl", ", doniesienie prasowe 7W9-BTZ"),
    ],
)
@pytest.mark.parametrize("recorded", ["2024-03-20", "2024-03"])
def test_a_date_stands_alone_before_the_kind_that_says_of_what(style, language, said, recorded):
    report = replace(DOCUMENT, kind="news-report", recorded=recorded)
    text = written(style, report, language, reference="7W9-BTZ")
    assert re.search(rf"[,»”] {re.escape(dates.show(recorded, language))}{re.escape(said)}", text)


def test_a_name_that_was_not_agreed_stands_in_no_style():
    hidden = replace(DOCUMENT, speakers=(Speaker(key="o", role="narrator", rendition="withheld"),))
    assert all("Narrator" in written(style, hidden) and "Olena" not in written(style, hidden) for style in STYLES)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", "?!…")
def test_a_title_that_ends_itself_gets_no_full_stop(style, end):
    assert f"{end}." not in written(style, replace(DOCUMENT, title={"en": f"And the bread{end}"}))


@pytest.mark.parametrize("style", STYLES)
def test_narrators_without_a_name_are_named_by_their_role_once(style):
    hidden = tuple(Speaker(key=key, role="narrator", rendition="withheld") for key in "ab")
    assert written(style, replace(DOCUMENT, speakers=hidden)).count("Narrator") == 1


@pytest.mark.parametrize("style", STYLES)
def test_two_narrators_of_one_name_are_two(style):
    both = tuple(Speaker(key=key, role="narrator", rendition="given-initial", name={"en": "Oksana B."}) for key in "ab")
    roles = tuple(Speaker(key=key, role="narrator", rendition="role-only", name={"en": "A nurse"}) for key in "cd")
    text = written(style, replace(DOCUMENT, speakers=(*both, *roles)))
    assert (text.count("Oksana B."), text.count("A nurse")) == (2, 1)


def test_titles_are_set_in_italics_where_a_style_asks_for_it_and_are_never_markup():
    with override("en"):
        shown = styled("apa", Item.of(replace(DOCUMENT, title={"en": "<b>Bread</b>"}), **KNOWN)).html
    assert "<i>&lt;b&gt;Bread&lt;/b&gt;</i>" in shown


def test_the_archives_own_form_is_what_files_and_feeds_give():
    with override("en"):
        assert cite(DOCUMENT, **KNOWN) == WRITTEN["archive"]
