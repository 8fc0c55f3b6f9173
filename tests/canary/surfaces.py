"""Every public answer there is: pages reached by following links, searches, feeds, exports, files, ranges, captions,
errors."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from django.test import Client

from tests.walls import public_only

LINK = re.compile(
    rb"""(?:href|src|srcset|action|poster)=["']([^"']*)["']|["'](https?://localhost/[^"']*|/[^"' ]*)["']"""
)
SEEDS = ("/", "/uk/", "/en/", "/pl/", "/ru/consent/", "/robots.txt", "/sitemap.xml", "/uk/picture.png")
PROGRAMS = ("/api/v1/search?facets=1", "/api/v1/search?limit=1&lang=en&q=bread&facets=1", "/api/v1/suggest?q=b")
ERRORS = (
    "/en/nothing-here/",
    "/en/interviews/AAA-AAA/",
    "/en/interviews/?page=999",
    "/en/places/nowhere/",
    f"/media/{'0' * 64}.m4a",
)
SEARCHES = (
    "/en/interviews/?q={0}",
    "/uk/interviews/?q={0}*",
    "/en/interviews/?place={0}&topic={0}&person={0}&period={0}",
    "/en/passages/?q={0}",
    "/pl/passages/?q={0}*&place={0}",
    "/en/timeline/?q={0}&place={0}&event={0}&dates={0}&period={0}",
    "/uk/map/?q={0}&place={0}&dates={0}&not-event={0}",
    "/api/v1/search?q={0}&facets=1&limit={0}",
    "/api/v1/suggest?q={0}",
    "/pl/interviews/feed.atom?q={0}&place={0}",
    "/en/interviews/export.json?q={0}&person={0}",
)
TAKEN_ALONG = re.compile(r"/interviews/(?:feed|export)\.")
"""Feeds and files of a list: linked from every list, and asked for once with every set of parameters."""
DRAWN = re.compile(r"/(?:timeline|map)/")
"""A list drawn in another way: linked from every list, and asked for once with every set of parameters, as few as of lists."""
LIMIT = 1000
ALIKE = 4
"""Addresses followed of one path that differ in the values of the same parameters."""
MOST_NAMES = {"en": 2}
"""Parameters of an address that is still asked for in a language; one in all others."""


@dataclass(frozen=True)
class Answer:
    """One response; ``head`` is the status line and every header."""

    address: str
    status: int
    head: bytes
    body: bytes


def answers(*, also: Iterable[str] = (), words: Iterable[str] = (), seeds: Iterable[str] = ()) -> dict[str, Answer]:
    """All answers of the public site by address, read behind the wall; searches are made for ``words``.

    Files and the first pages are asked for in every other way too: HEAD, ranges, validators. With ``seeds`` the walk
    begins there instead.
    """
    client, alike = Client(raise_request_exception=True), Counter()
    asked = [*(search.format(quote(word)) for word in words for search in SEARCHES), *also]
    queue = [*(seeds or (*SEEDS, *ERRORS, *PROGRAMS)), *asked]
    found: dict[str, Answer] = {}
    with public_only():
        while queue:
            address = queue.pop(0)
            if address in found:
                continue
            found[address] = ask(client, address)
            if len(found) > LIMIT:
                raise AssertionError(f"More than {LIMIT} public addresses: the walk has lost its way at {address}.")
            queue += [link for link in links(found[address]) if link not in found and _is_new(link, alike)]
        for answer in [a for a in found.values() if a.status == 200][: len(SEEDS)]:
            found |= other_ways(client, answer)
        for address in [address for address in found if address.startswith("/media/")]:
            found |= other_ways(client, found[address])
    return found


def ask(client: Client, address: str, method: str = "get", **headers) -> Answer:
    response = getattr(client, method)(address, headers={"host": "localhost"} | headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = f"{response.status_code} {response.reason_phrase}\n" + "\n".join(f"{k}: {v}" for k, v in response.items())
    return Answer(address, response.status_code, head.encode(), body)


def other_ways(client: Client, answer: Answer) -> dict[str, Answer]:
    """The same address asked for by HEAD, with ranges, with the validator it gave, and by a method that is refused."""
    tag = re.search(rb"^ETag: (.*)$", answer.head, re.MULTILINE)
    ways = {
        "HEAD": {"method": "head"},
        "POST": {"method": "post"},
        "first ten": {"range": "bytes=0-9"},
        "last five": {"range": "bytes=-5"},
        "beyond": {"range": "bytes=999999999-"},
        "known": {"if-none-match": tag[1].decode() if tag else "*"},
    }
    return {f"{answer.address} ({name})": ask(client, answer.address, **way) for name, way in ways.items()}


def links(answer: Answer) -> list[str]:
    """Addresses on this site that an answer leads to, without their fragments."""
    if b"text/html" not in answer.head and b"Location:" not in answer.head:
        return []
    raw = [(named or bare).decode("utf-8", "ignore").replace("&amp;", "&") for named, bare in LINK.findall(answer.body)]
    raw += re.findall(r"Location: (\S+)", answer.head.decode())
    parts = [part.split()[0] for value in raw for part in value.split(",") if part.strip()]
    found = []
    for part in parts:
        whole = urlsplit(urljoin(f"http://localhost{answer.address}", part))
        is_ours = whole.netloc == "localhost" and not whole.path.startswith(("/static/", "/workroom"))
        if is_ours and whole.scheme in ("http", "https"):
            found.append(whole.path + (f"?{whole.query}" if whole.query else ""))
    return list(dict.fromkeys(found))


def _is_new(address: str, alike: Counter) -> bool:
    """Whether an address is worth asking: not one more choice of the same filters, nor a choice of many."""
    whole = urlsplit(address)
    names = tuple(sorted(name for name, _value in parse_qsl(whole.query, keep_blank_values=True)))
    if not names:
        return True
    alike[whole.path, names] += 1
    if TAKEN_ALONG.search(whole.path):
        return len(names) == 1 and alike[whole.path, names] == 1
    if DRAWN.search(whole.path) and alike[whole.path, names] > 1:
        return False
    return len(names) <= MOST_NAMES.get(whole.path[1:3], 1) and alike[whole.path, names] <= ALIKE
