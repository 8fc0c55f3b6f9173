import re

import time_machine
from hypothesis import example, given
from hypothesis import strategies as st

from archive.exchange.form import line
from tests.reading_room import cast

ADDRESS = "/en/interviews/export.ris"


def tags(body: bytes) -> list[dict[str, list[str]]]:
    """The references in a file, each its values by tag."""
    found: list[dict] = [{}]
    for row in body.decode().split("\r\n"):
        if row:
            tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", row).groups()
            found[-1].setdefault(tag, []).append(value)
            if tag == "ER":
                found.append({})
    assert found.pop() == {}
    return found


def test_a_reference_names_who_tells_what_when_and_where(archive):
    with time_machine.travel("2026-05-02T09:00Z", tick=False):
        notebook, letter = tags(archive.get(f"{ADDRESS}?language=uk&order=recorded").body)
    assert list(notebook)[0] == "TY" and list(notebook)[-1] == "ER"
    assert notebook["TY"] == ["SOUND"] and notebook["ID"] == [cast.NOTEBOOK] and notebook["AU"] == ["Olena K.,"]
    assert notebook["PY"] == ["2023"] and notebook["DA"] == ["2023/03/12/"]
    assert notebook["UR"] == [f"http://testserver/en/interviews/{cast.NOTEBOOK}/"] and notebook["Y2"] == ["2026/05/02"]
    assert letter["TY"] == ["MANSCPT"] and "PY" not in letter


def test_a_title_cannot_end_its_reference(visitor):
    cast.publish(cast.letter(title={"en": "One\r\nER  - \r\nTY  - BOOK\u2028AU  - X"}), cast.LETTER)
    (reference,) = tags(visitor.get(ADDRESS).body)
    assert reference["TI"] == ["One ER - TY - BOOK AU - X"]


@given(st.text())
@example("a\nER  - ")
def test_a_value_is_one_line(text):
    assert len(line(text).splitlines()) <= 1


def test_signs_nobody_sees_do_not_part_a_word():
    assert line("Ізю\u00adм, Хар\u200dків\tі\u2028далі") == "Ізюм, Харків і далі"
