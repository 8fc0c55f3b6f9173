"""One measurement of one collection: everything asked in one run, in turn, so that the ratios hold on a busy machine."""

import json
import os
import platform
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from archive.edition.models import PublishedInterview, SearchEntry

from . import bare
from .driver import Cell, ask, processes, pss_mb
from .questions import Chosen, chosen
from .serving import serving

OURS, PLAIN = "holos", "plain"
LISTING = "listing with all facets"
SUGGESTIONS = "suggestions"


@dataclass(frozen=True)
class Measured:
    """Cells by case and by who answered; ``memory_mb`` are the processes of our server, warm, the parent first."""

    interviews: int
    passages: int
    cells: dict[tuple[str, str], Cell]
    memory_mb: list[float]
    disk_mb: float
    facts: dict[str, str]


def measure(*, rounds: int, seconds: float) -> Measured:
    """Measure the edition as it stands."""
    what = chosen()
    cases = _cases(what)
    with serving("config.wsgi") as ours, serving("archive.trial.bench.plain:application") as plain:
        servers = {OURS: ours, PLAIN: plain}
        cells = ask(servers, cases, rounds=rounds, seconds=seconds)
        memory = pss_mb(processes(ours.pid))
    for case, queries in what.searches.items():
        cells[case, "engine"] = bare.searched(queries, rounds)
    for case, reference in what.pages.items():
        cells[case, "engine"] = bare.fetched(reference, rounds)
    cells[SUGGESTIONS, "engine"] = bare.suggested(what.beginnings, rounds)
    cells["publishing one of 50 segments", OURS] = bare.published(what.pages["interview, 50 segments"], 10)
    return Measured(
        interviews=PublishedInterview.objects.count(),
        passages=SearchEntry.objects.filter(kind="passage").count(),
        cells={key: cell for key, cell in cells.items() if cell.ms},
        memory_mb=memory,
        disk_mb=disk_mb(),
        facts=_facts(),
    )


def _cases(what: Chosen) -> dict[str, dict[str, list[str]]]:
    def both(query: str, name: str = "") -> dict[str, list[str]]:
        return {OURS: [f"/uk/interviews/?{query}"], PLAIN: [f"/?{query}"]}

    cases = {
        LISTING: both(""),
        "place, topic and language": both(what.filters[0]),
        "deepest page": both(f"page={what.deepest}"),
    }
    for case, queries in what.searches.items():
        cases[case] = {
            OURS: [f"/uk/interviews/?q={query}" for query in queries],
            PLAIN: [f"/?q={query}" for query in queries],
        }
    for case, reference in what.pages.items():
        cases[case] = {OURS: [f"/uk/interviews/{reference}/"]}
    cases[SUGGESTIONS] = {OURS: [f"/api/v1/suggest?q={beginning}" for beginning in what.beginnings]}
    return cases


def disk_mb() -> float:
    """What the database takes: the file with its log written back, or what PostgreSQL says."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_database_size(current_database())")
            return cursor.fetchone()[0] / 1e6
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.fetchall()
    file = Path(settings.DATABASES["default"]["NAME"])
    files = [path for path in (file, file.with_name(file.name + "-wal")) if path.exists()]
    return sum(path.stat().st_size for path in files) / 1e6


def _facts() -> dict[str, str]:
    """The machine, in words."""
    models = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = [int(line.split()[1]) // 1024 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")]
    with connection.cursor() as cursor:
        sql = "SELECT version()" if connection.vendor == "postgresql" else "SELECT 'SQLite ' || sqlite_version()"
        cursor.execute(sql)
        engine = cursor.fetchone()[0].partition(" on ")[0]
    return {
        "day": localdate().isoformat(),
        "processor": f"{os.cpu_count()} cores, {models[0] if models else platform.machine()}",
        "memory": f"{memory[0]} MB" if memory else "",
        "load at the end": json.dumps([round(each, 1) for each in os.getloadavg()]),
        "python": platform.python_version(),
        "database": engine,
    }


def _lines(file: str) -> list[str]:
    path = Path(file)
    return path.read_text().splitlines() if path.exists() else []
