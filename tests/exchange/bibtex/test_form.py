import re

import time_machine
from hypothesis import example, given
from hypothesis import strategies as st

from archive.exchange import selection
from archive.exchange.bibtex import form
from archive.exchange.bibtex.form import escaped
from tests.reading_room import cast

ADDRESS = "/en/interviews/export.bibtex"


def test_an_entry_names_who_tells_what_when_and_where(archive):
    with time_machine.travel("2026-05-02T09:00Z", tick=False):
        text = archive.get(f"{ADDRESS}?order=recorded").body.decode()
    entry = text[: text.index("\n}\n") + 1]
    assert entry.startswith(f"@misc{{holos-{cast.NOTEBOOK},\n")
    for field in (
        "author = {{Olena K.}}",
        "title = {{The notebook}}",
        "year = {2023}",
        "date = {2023-03-12}",
        f"url = {{http://testserver/en/interviews/{cast.NOTEBOOK}/}}",
        "urldate = {2026-05-02}",
        "note = {shelling and bombing}",
    ):
        assert f"  {field},\n" in entry
    assert text.count("@misc{") == 4


def test_a_list_that_is_cut_begins_with_a_comment_that_says_so(archive, monkeypatch):
    monkeypatch.setattr(selection, "MOST", 2)
    monkeypatch.setattr(form, "MOST", 2)
    assert archive.get(ADDRESS).body.startswith(b"% These are the first 2 of 4 testimonies.\n\n@misc{")


def depth(text: str) -> list[int]:
    """How many braces stand open behind each sign, as BibTeX counts: a backslash changes nothing."""
    depths, now = [], 0
    for sign in text:
        now += {"{": 1, "}": -1}.get(sign, 0)
        depths.append(now)
    return depths


@given(st.text())
@example("50 % of {this} & \\input{secret} $x_1^2$ #1 ~")
@example("},\n@misc{x,")
def test_no_text_leaves_its_braces_or_means_anything_to_latex(text):
    safe = escaped(text)
    assert min(depth(safe), default=0) >= 0 and (not safe or depth(safe)[-1] == 0)
    assert not re.search(r"(?<!\\)[&%$#_]|[~^]|\n", safe)
    assert set(re.findall(r"\\([a-z]+)\{\}", safe)) <= {
        "textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum"
    }  # fmt: skip


def test_letters_of_every_script_stay():
    assert escaped("Ізюм – Żółć") == "Ізюм – Żółć"
