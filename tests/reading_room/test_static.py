import gzip
import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "static"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
PUBLIC_TEMPLATES = [path for path in TEMPLATES.rglob("*.html") if not {"workroom", "admin"} & set(path.parts)]


def packed(*files: Path) -> int:
    return len(gzip.compress(b"".join(file.read_bytes() for file in files)))


def test_fonts_are_the_published_files_with_their_licence():
    fonts = STATIC / "fonts"
    listed = dict(reversed(line.split()) for line in (fonts / "SHA256SUMS").read_text().splitlines())
    assert listed == {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in fonts.glob("*.woff2")}
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text()


def test_the_style_sheet_names_only_files_that_are_there():
    style = (STATIC / "style.css").read_text()
    assert all((STATIC / name).exists() for name in re.findall(r'url\("([^"]+)"\)', style))
    assert "//" not in re.sub(r"/\*.*?\*/", "", style, flags=re.S)


def test_style_and_scripts_stay_within_their_budgets():
    scripts = STATIC / "reading_room"
    assert packed(STATIC / "style.css") <= 15 * 1024
    assert packed(*scripts.glob("*.js")) <= 15 * 1024
    assert packed(scripts / "quick_exit.js", scripts / "suggest.js") <= 5 * 1024
    assert packed(scripts / "suggest.js") <= 3 * 1024
    assert packed(scripts / "map.js", scripts / "near.js") <= 3 * 1024
    assert packed(*(scripts / f"{name}.js" for name in ("quick_exit", "suggest", "near", "sheet"))) <= 5 * 1024


@pytest.mark.parametrize("template", PUBLIC_TEMPLATES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_holds_a_script_or_a_style_of_its_own(template):
    text = template.read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", text)
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!\{)', text)
