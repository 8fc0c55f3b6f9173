"""Every page type is valid HTML in every language, by the Nu Html Checker (https://validator.github.io/validator/)."""

import json
import re
import subprocess
import urllib.error
import urllib.request

import pytest

from . import tools
from .page_types import ERRORS, PAGES
from .sample_site import ROOT


@pytest.fixture(scope="module")
def written(sample, tmp_path_factory):
    """Every page in every language, as a file."""
    folder = tmp_path_factory.mktemp("pages")
    for each in (*PAGES, *ERRORS):
        for language, path in sample.pages[each.name].items():
            (folder / f"{each.name} {language}.html".replace(" ", "-")).write_bytes(body(sample.address + path))
    return folder


def body(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


@pytest.mark.skipif(not tools.checker(), reason="the Nu Html Checker is not installed (make tools)")
def test_every_page_is_valid_html(written):
    command = [*tools.checker(), "--errors-only", "--format", "json", *written.iterdir()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = {
        (message["message"], message.get("extract", "")): message["url"].rpartition("/")[2]
        for message in json.loads(done.stderr)["messages"]
    }
    assert found == {}


def test_every_picture_says_its_size_before_it_comes(written):
    """So that nothing moves under a reader's eyes."""
    without = {
        file.name: tag
        for file in written.iterdir()
        for tag in re.findall(r"<img\b[^>]*>", file.read_text())
        if not re.search(r'\bwidth="\d+"', tag) or not re.search(r'\bheight="\d+"', tag)
    }
    assert without == {}


def test_a_page_fetches_first_the_letters_it_is_set_in(written):
    """Each font is for letters of its own; both faces in those of the page's language are asked for before the style sheet is
    read, so that nothing moves when they come."""
    faces = re.findall(r"@font-face\s*{([^}]*)}", (ROOT / "static" / "style.css").read_text())
    assert faces and all("unicode-range" in face and "font-display" in face for face in faces)
    for language, letters in (("uk", "cyrillic"), ("en", "latin"), ("pl", "latin")):
        page = (written / f"home-{language}.html").read_text()
        fonts = re.findall(r'<link rel="preload" href="/static/(fonts/[^"]+)" as="font"', page)
        assert fonts == [f"fonts/source-{face}-{letters}-wght-normal.woff2" for face in ("sans-3", "serif-4")]
        assert all(any(font in face for face in faces) for font in fonts)
