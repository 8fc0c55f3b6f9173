"""Every link inside the site leads somewhere, and every fragment to something on its page."""

import http.client
from collections import Counter
from html.parser import HTMLParser
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest

from .page_types import ERRORS, FILES, PAGES

CARRIED = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "track": "src",
    "form": "action",
}
ALIKE = 1
"""Addresses asked for of one path that differ in the values of the same parameters."""
MOST_NAMES = 1
LIMIT = 1500


class Read(HTMLParser):
    """The addresses a page leads to and the names it can be entered by."""

    def __init__(self, text: str):
        super().__init__()
        self.links, self.names = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        self.names |= {known[name] for name in ("id", "name") if known.get(name)}
        if tag in CARRIED and known.get(CARRIED[tag]):
            self.links.append(known[CARRIED[tag]])
        self.links += [part.split()[0] for part in known.get("srcset", "").split(",") if part.strip()]


class Walk:
    """All that can be reached from the page types: status by address, the links of each page, its names."""

    def __init__(self, address: str, start: list[str]):
        self.address, self.alike = address, Counter()
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc)
        self.status, self.links, self.names, self.elsewhere = {}, {}, {}, set()
        queue = list(dict.fromkeys(start))
        while queue:
            path = queue.pop(0)
            if path not in self.status:
                queue += [link for link in self.visit(path) if link not in self.status and self.is_new(link)]
            assert len(self.status) < LIMIT, f"The walk has lost its way at {path}."

    def visit(self, path: str) -> list[str]:
        """Ask for an address; the paths inside the site it leads to."""
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body, kind = answer.read(), answer.headers.get_content_type()
        self.status[path], self.links[path] = answer.status, []
        if 300 <= answer.status < 400:
            self.links[path] = [urljoin(self.address + path, answer.headers["Location"])]
        elif kind == "text/html":
            read = Read(body.decode())
            self.names[path] = read.names
            self.links[path] = [urljoin(self.address + path, link) for link in read.links]
        inside = [link for link in self.links[path] if link.startswith(f"{self.address}/")]
        self.elsewhere |= set(self.links[path]) - set(inside)
        return [without_fragment(link) for link in inside if not urlsplit(link).path.startswith("/workroom")]

    def is_new(self, path: str) -> bool:
        """Whether an address is worth asking: not one more choice of the same filters."""
        names = tuple(sorted(name for name, _value in parse_qsl(urlsplit(path).query, keep_blank_values=True)))
        if not names:
            return True
        self.alike[urlsplit(path).path, names] += 1
        return len(names) <= MOST_NAMES and self.alike[urlsplit(path).path, names] <= ALIKE


def without_fragment(link: str) -> str:
    whole = urlsplit(link)
    return whole.path + (f"?{whole.query}" if whole.query else "")


@pytest.fixture(scope="module")
def walked(sample):
    addresses = [path for each in (*PAGES, *FILES) for path in sample.pages[each.name].values()]
    return Walk(sample.address, ["/", *addresses])


def test_every_link_leads_somewhere(walked, sample):
    absent = {path for each in ERRORS for path in sample.pages[each.name].values()}
    dead = {path: status for path, status in walked.status.items() if status >= 400 and path not in absent}
    assert {path: (status, sources(walked, path)) for path, status in dead.items()} == {}
    assert len(walked.status) > 300


def test_every_fragment_is_on_its_page(walked):
    missing = set()
    for page, links in walked.links.items():
        for link in links:
            path, fragment = without_fragment(link), unquote(urlsplit(link).fragment)
            if fragment and link.startswith(walked.address) and fragment not in walked.names.get(path, {fragment}):
                missing.add((link, page))
    assert missing == set()


def test_links_to_other_sites_are_secure_or_of_this_device(walked):
    """They are not asked for: a test asks nobody outside."""
    allowed = ("https://", "mailto:", "tel:")
    assert {link for link in walked.elsewhere if not link.startswith(allowed)} == set()
    print(*sorted(walked.elsewhere), sep="\n")


def sources(walked, path: str) -> list[str]:
    return [page for page, links in walked.links.items() if any(without_fragment(link) == path for link in links)][:3]
