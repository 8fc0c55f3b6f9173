"""Every public answer there is: pages reached by following links, searches, files, feeds, headers and errors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from django.test import Client

from tests.walls import public_only

LINK = re.compile(rb"""(?:href|src|srcset|action|data-[a-z-]+|content)=["']([^"']+)["']""")
SEEDS = ("/", "/uk/", "/en/", "/pl/", "/ru/consent/", "/robots.txt", "/sitemap.xml", "/en/interviews/?page=999")
SEARCHES = (
    "/en/interviews/?q={}",
    "/uk/interviews/?q={}*",
    "/en/interviews/?place={0}&topic={0}&person={0}&period={0}",
)
LIMIT = 600


@dataclass(frozen=True)
class Answer:
    """One response; ``head`` is the status line and every header."""

    address: str
    status: int
    head: bytes
    body: bytes


def answers(*, also: Iterable[str] = (), words: Iterable[str] = ()) -> dict[str, Answer]:
    """All answers of the public site by address, read behind the wall; searches are made for ``words``."""
    client = Client(raise_request_exception=True)
    queue = [*SEEDS, *also, *(search.format(quote(word)) for word in words for search in SEARCHES)]
    found: dict[str, Answer] = {}
    with public_only():
        while queue and len(found) < LIMIT:
            address = queue.pop(0)
            if address in found:
                continue
            found[address] = ask(client, address)
            queue += [link for link in links(found[address]) if link not in found]
    return found


def ask(client: Client, address: str, **headers) -> Answer:
    response = client.get(address, headers={"host": "localhost"} | headers)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = f"{response.status_code} {response.reason_phrase}\n" + "\n".join(f"{k}: {v}" for k, v in response.items())
    return Answer(address, response.status_code, head.encode(), body)


def links(answer: Answer) -> list[str]:
    """Addresses on this site that an answer leads to, without their fragments."""
    if b"text/html" not in answer.head and b"Location:" not in answer.head:
        return []
    raw = [m.decode("utf-8", "ignore").replace("&amp;", "&") for m in LINK.findall(answer.body)]
    raw += re.findall(r"Location: (\S+)", answer.head.decode())
    parts = [part.split()[0] for value in raw for part in value.split(",") if part.strip()]
    found = []
    for part in parts:
        whole = urlsplit(urljoin(f"http://localhost{answer.address}", part))
        is_ours = whole.netloc == "localhost" and not whole.path.startswith(("/static/", "/workroom"))
        if is_ours and whole.scheme in ("http", "https"):
            found.append(whole.path + (f"?{whole.query}" if whole.query else ""))
    return found
