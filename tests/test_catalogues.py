"""Every text of the interface is collected, and stands in Ukrainian and Polish; nothing is guessed by a machine."""

import ast
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COLLECTED_FROM = ("archive", "config", "templates", "static", "locale")
COLLECTING = re.search(r"\$\(PY\) manage\.py (makemessages .*)", (ROOT / "Makefile").read_text())[1].split()


FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """One entry; ``key`` is its context, text and plural, ``words`` what it becomes, one for each form."""

    key: tuple[str, str, str]
    words: tuple[str, ...]
    is_fuzzy: bool


def catalogue(root: Path, language: str) -> list[Text]:
    """The entries of a catalogue but its head and what is obsolete (https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html)."""
    found = []
    for block in (root / "locale" / language / "LC_MESSAGES" / "django.po").read_text().split("\n\n"):
        fields = {
            name: "".join(map(ast.literal_eval, lines.splitlines())) for name, lines in FIELD.findall(f"{block}\n")
        }
        if fields.get("msgid"):
            key = tuple(fields.get(name, "") for name in ("msgctxt", "msgid", "msgid_plural"))
            words = tuple(text for name, text in fields.items() if name.startswith("msgstr"))
            found.append(Text(key, words, bool(re.search(r"^#,.*fuzzy", block, re.MULTILINE))))
    return found


GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}


def hidden_texts(code: str) -> list[str]:
    """Calls of gettext inside f-strings, where nothing collects them."""
    inside = (n for f in ast.walk(ast.parse(code)) if isinstance(f, ast.JoinedStr) for n in ast.walk(f))
    calls = (n for n in inside if isinstance(n, ast.Call))
    return [ast.unparse(n) for n in calls if getattr(n.func, "id", getattr(n.func, "attr", "")) in GETTEXT]


def test_no_text_hides_in_a_string_that_is_put_together():
    assert hidden_texts("f\"{name} {_('Sheet')}\"") == ["_('Sheet')"]
    files = [path for room in ("archive", "config") for path in (ROOT / room).rglob("*.py")]
    assert files
    found = {str(path.relative_to(ROOT)): hidden_texts(path.read_text()) for path in files}
    assert {path: calls for path, calls in found.items() if calls} == {}


def keys(found: list[Text]) -> set[tuple]:
    return {text.key for text in found}


@pytest.mark.parametrize("language", ["uk", "pl"])
def test_every_text_is_translated_by_somebody(language):
    found = catalogue(ROOT, language)
    assert len(found) > 500
    assert [text.key for text in found if not all(text.words)] == []
    assert [text.key for text in found if text.is_fuzzy] == []


@pytest.mark.parametrize(("language", "forms"), [("uk", 4), ("pl", 4), ("en", 2)])
def test_every_number_of_things_has_its_word(language, forms):
    """One, few, many and a part are different words in Ukrainian and Polish."""
    plural = [text for text in catalogue(ROOT, language) if text.key[2]]
    assert plural
    assert [text.key for text in plural if len(text.words) != forms] == []


def test_all_languages_have_the_same_texts():
    assert keys(catalogue(ROOT, "uk")) == keys(catalogue(ROOT, "pl")) == keys(catalogue(ROOT, "en"))


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed")
def test_every_text_is_in_the_catalogue_and_nothing_else_is(tmp_path):
    """The texts are collected anew from a copy, as `make messages` does it."""
    for name in COLLECTED_FROM:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "media", "fonts"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    environment = {**os.environ, "HOLOS_ENV": "development", "HOLOS_DATA_DIR": str(tmp_path / "var")}
    environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
    subprocess.run([sys.executable, "manage.py", *COLLECTING], cwd=tmp_path, env=environment, check=True)
    fresh, kept = keys(catalogue(tmp_path, "en")), keys(catalogue(ROOT, "en"))
    assert sorted(fresh - kept) == []
    assert sorted(kept - fresh) == []
