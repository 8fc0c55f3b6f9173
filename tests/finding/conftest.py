"""An index that has read what stands in the catalogue, and people with other permissions."""

import pytest
from django.db import connection
from django.utils import translation

from archive.finding import tasks
from archive.finding.answer import Answer, find
from archive.finding.nouns import KNOWS_PERSONS
from archive.finding.passages import passages
from archive.finding.reader import Reader
from archive.finding.tables import TABLES
from archive.jobs.worker import drain


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def read_all() -> None:
    """What the workers do within seconds."""
    tasks.ask()
    drain()


def may(permission: str) -> bool:
    return True


def may_know_nobody(permission: str) -> bool:
    """As moderators may: everything but the names of persons."""
    return permission != KNOWS_PERSONS


def asked(q: str, has_perm=may, **more) -> Answer:
    return find(q, reader=Reader(has_perm, "uk", **more))


def found(q: str, has_perm=may, **more) -> list[tuple[str, int]]:
    return [tuple(record) for record in asked(q, has_perm, **more).ranked]


def said(q: str, has_perm=may, **more) -> list[str]:
    """The passages shown, with what is marked in brackets."""
    answer = asked(q, has_perm, **more)
    return [
        "".join(f"[{piece.text}]" if piece.is_marked else piece.text for piece in passage.hit.pieces)
        for shown in passages(answer, answer.ranked).values()
        for passage in shown.passages
    ]


def indexed_words() -> str:
    """Every word that stands in the index itself (https://sqlite.org/fts5.html, section 8)."""
    words = set()
    with connection.cursor() as cursor:
        for name in TABLES:
            if connection.vendor == "sqlite":
                cursor.execute(
                    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{name}_vocab USING fts5vocab(main, {name}, row)"
                )
                cursor.execute(f"SELECT term FROM temp.{name}_vocab")
            else:
                cursor.execute(f"SELECT words::text FROM {name}")
            words |= {row[0] for row in cursor.fetchall()}
    return " ".join(sorted(words))
