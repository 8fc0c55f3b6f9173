"""What a whole page costs, and what the same page costs a reader who has it already, beside a bare Django view."""

import http.client
import os
import platform
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median

from archive.edition.models import PublishedInterview

from .driver import Server, cpu_ms, percentile, processes
from .serving import serving

BARE = "bare Django view"
WHOLE, KNOWN = "whole page", "known page (304)"


@dataclass
class Timed:
    """Milliseconds of the answers to one question, of the clock and of the server's CPU; ``size`` in bytes is that of
    the last body."""

    ms: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0


def measured(*, rounds: int) -> dict[tuple[str, str], Timed]:
    """Every page whole and with its validator, and the bare view, in turn over open connections, ``rounds`` times."""
    longest = PublishedInterview.objects.order_by("-duration_ms", "pk").first()
    pages = {"home": "/uk/", "listing": "/uk/interviews/", "interview": f"/uk/interviews/{longest.reference}/"}
    with serving("config.wsgi") as ours, serving("archive.trial.bench.bare_view:application") as bare:
        connections = {each: http.client.HTTPConnection("127.0.0.1", each.port) for each in (ours, bare)}
        tags = {name: _ask(connections[ours], path)[2] for name, path in pages.items()}
        found: dict[tuple[str, str], Timed] = {}
        for turn in range(-3, rounds):
            for case, server, path, headers, expected in _questions(pages, tags, ours, bare):
                family = processes(server.pid)
                before = cpu_ms(family)
                ms, size, _tag = _ask(connections[server], path, headers, expected)
                if turn >= 0:
                    timed = found.setdefault(case, Timed())
                    timed.ms.append(ms)
                    timed.cpu.append(cpu_ms(family) - before)
                    timed.size = size
    return found


def _questions(pages: Mapping[str, str], tags: Mapping[str, str], ours: Server, bare: Server):
    """Case, server, path, headers and the status that is right."""
    yield (BARE, ""), bare, "/", {}, 200
    for name, path in pages.items():
        yield (name, WHOLE), ours, path, {}, 200
        yield (name, KNOWN), ours, path, {"If-None-Match": tags[name]}, 304


def _ask(
    connection, path: str, headers: Mapping[str, str] | None = None, expected: int = 200
) -> tuple[float, int, str]:
    """Milliseconds, bytes and validator of one answer; raises ``RuntimeError`` on any other status."""
    started = time.perf_counter()
    connection.request("GET", path, headers=dict(headers or {}))
    answer = connection.getresponse()
    size = len(answer.read())
    ms = (time.perf_counter() - started) * 1000
    if answer.status != expected:
        raise RuntimeError(f"{path} answered {answer.status} instead of {expected}.")
    return ms, size, answer.headers["ETag"]


def table(found: Mapping[tuple[str, str], Timed]) -> str:
    """Markdown: the machine, then a row for each case, ratios to the CPU time of the bare view."""
    least = median(found[BARE, ""].cpu)
    rows = [
        f"{os.cpu_count()} cores, load at the end {os.getloadavg()[0]:.1f}; Python {platform.python_version()}.",
        "",
        "| page | asked as | median ms | p95 ms | CPU ms | CPU times a bare view | KiB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (name, way), timed in found.items():
        cpu = median(timed.cpu)
        rows.append(
            f"| {name} | {way} | {median(timed.ms):.1f} | {percentile(timed.ms, 0.95):.1f} | {cpu:.1f} "
            f"| {cpu / least:.1f} | {timed.size / 1024:.0f} |"
        )
    return "\n".join(rows)
