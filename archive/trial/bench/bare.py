"""What the engine alone takes, in this process: the floor under every answer."""

import time
from collections.abc import Callable

from django.db import connection, transaction
from django.utils import timezone

from archive.catalogue.models import Interview, Publication
from archive.edition.models import PublishedInterview
from archive.edition.search.suggest import suggest
from archive.edition.search.tables import EDITION
from archive.language.fold import fold
from archive.language.tokens import tokenise
from archive.publishing import pages
from archive.publishing.door import publish

from .driver import Cell, cpu_ms

TEXTS = {
    "sqlite": "SELECT rowid FROM {table} WHERE {table} MATCH %s ORDER BY rank LIMIT 20",
    "postgresql": "SELECT id FROM {table} WHERE words @@ %s::tsquery ORDER BY ts_rank(words, %s::tsquery) DESC LIMIT 20",
}


def searched(queries: list[str], rounds: int) -> Cell:
    """The twenty best texts of the folded words, ranked by the engine itself."""
    sql = TEXTS[connection.vendor].format(table=EDITION.texts)
    marks = sql.count("%s")
    with connection.cursor() as cursor:

        def once(query: str) -> None:
            cursor.execute(sql, [_asked(query)] * marks)
            cursor.fetchall()

        return _timed(once, queries, rounds)


def fetched(reference: str, rounds: int) -> Cell:
    """The stored row of one interview."""
    return _timed(lambda r: PublishedInterview.objects.get(reference=r), [reference], rounds)


def suggested(beginnings: list[str], rounds: int) -> Cell:
    """Suggestions without a server around them."""
    return _timed(lambda q: suggest(q, "uk"), beginnings, rounds)


def published(reference: str, rounds: int) -> Cell:
    """One interview published with all its words, in its transaction; before each time it is taken out, unmeasured."""
    interview = Interview.objects.get(publication__reference=reference)

    def once(_reference: str) -> None:
        with transaction.atomic():
            publish(interview)

    def taken_out(_reference: str) -> None:
        with transaction.atomic():
            pages.remove(Publication.objects.get(interview=interview), now=timezone.now())

    return _timed(once, [reference], rounds, before=taken_out)


def _asked(query: str) -> str:
    words = [fold(token.text) for token in tokenise(query)]
    is_phrase = query.startswith('"')
    if connection.vendor == "sqlite":
        return f'x : "{" ".join(words)}"' if is_phrase else " AND ".join(f'x : "{word}"' for word in words)
    return (" <-> " if is_phrase else " & ").join(f"'x{word}'" for word in words)


def _timed(
    once: Callable[[str], None], values: list[str], rounds: int, before: Callable[[str], None] = lambda value: None
) -> Cell:
    """``before`` is called each time too, and not measured."""
    cell = Cell()
    for turn in range(-1, rounds):
        value = values[turn % len(values)]
        before(value)
        cpu, started = cpu_ms(["self"]), time.perf_counter()
        once(value)
        if turn >= 0:
            cell.ms.append((time.perf_counter() - started) * 1000)
            cell.cpu.append(cpu_ms(["self"]) - cpu)
    return cell
