"""``make screenshots``: photographs of every page type in a folder, with an index to look through.

``python -m tests.every_page.screenshots [FOLDER] [NAME …]``; without names all page types, of a fresh sample.
"""

import sys
import time
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import chromium

from .page_types import ERRORS, GALLERY, LANGUAGES, PAGES, PageType
from .sample_site import ROOT, Site, fresh, served

WIDTHS = (390, 1360)
SCHEMES = ("light", "dark")
TALLEST = 4000
"""Pixels of a page that are photographed; what lies below is more of the same."""


def photograph(site: Site, into: Path, types: tuple[PageType, ...]) -> int:
    """One picture for each language, width and scheme of each type; the number of pictures."""
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path())
        for width in WIDTHS:
            context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            page = context.new_page()
            for each in types:
                for language, path in site.pages[each.name].items():
                    page.goto(site.address + path, wait_until="networkidle")
                    for scheme in SCHEMES:
                        page.emulate_media(color_scheme=scheme)
                        _photograph(page, into / name(each, language, width, scheme), width)
                        count += 1
            context.close()
        browser.close()
    return count


LOADED = """async () => {
  for (const each of document.querySelectorAll('.line')) each.style.contentVisibility = 'visible'
  const pictures = [...document.images].filter(each => each.checkVisibility())
  for (const each of pictures) each.loading = 'eager'
  await Promise.all(pictures.map(each => each.decode().catch(() => null)))
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
}"""
"""Draws and loads what a reader would only see after scrolling there, pictures and lines alike."""


def _photograph(page, file: Path, width: int) -> None:
    page.evaluate(LOADED)
    height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": height}
    page.screenshot(path=file, full_page=True, clip=clip)


def name(each: PageType, language: str, width: int, scheme: str) -> str:
    return "-".join([*each.name.split(), *([language] if language else []), str(width), scheme]) + ".png"


def index(types: tuple[PageType, ...]) -> str:
    """A page with all pictures: a chapter for each type, a row for each language."""
    chapters = []
    for each in types:
        rows = []
        for language in each.languages:
            files = [name(each, language, width, scheme) for width in WIDTHS for scheme in SCHEMES]
            rows.append(
                "".join(f'<a href="{file}"><img src="{file}" alt="{file}" loading="lazy"></a>' for file in files)
            )
        chapters.append(f"<h2>{escape(each.name)}</h2>" + "".join(f"<p>{row}</p>" for row in rows))
    style = "body{font:16px sans-serif;margin:2rem}img{height:22rem;max-width:24rem;object-fit:cover;object-position:top;margin:4px;border:1px solid #999}"
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title><style>{style}</style>{"".join(chapters)}</html>'


def main(arguments: list[str]) -> str | None:
    """What stopped it, if something did."""
    if not chromium.path():
        return "No Chromium is installed (Debian: apt install chromium), so nothing was photographed."
    into = Path(arguments[0]) if arguments else ROOT / "var" / "screenshots"
    types = tuple(each for each in (*PAGES, *GALLERY, *ERRORS) if each.name in arguments[1:] or len(arguments) < 2)
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("*.png"):
        old.unlink()
    began = time.monotonic()
    with fresh() as folder, served(folder, processes=2) as site:
        count = photograph(site, into, types)
    (into / "index.html").write_text(index(types))
    print(f"{count} photographs of {len(types)} kinds of page, in {LANGUAGES}: {into / 'index.html'}")
    print(f"It took {time.monotonic() - began:.0f} seconds.")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
