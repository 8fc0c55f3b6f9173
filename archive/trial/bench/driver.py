"""Several servers on this machine asked the same questions in turn, one request at a time over open connections."""

import glob
import http.client
import random
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import quote

SLOW_SECONDS, SLOW_ROUNDS, TIMEOUT_SECONDS = 2.0, 2, 30


@dataclass
class Cell:
    """What one server took for one case, in milliseconds; CPU is that of all its processes."""

    ms: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0
    bad: int = 0

    @property
    def median(self) -> float:
        return median(self.ms)

    @property
    def p95(self) -> float:
        return percentile(self.ms, 0.95)


class Server:
    """One server on loopback; ``pid`` is its first process."""

    def __init__(self, port: int, pid: int):
        self.port, self.pid, self.connection = port, pid, None

    def get(self, path: str) -> tuple[float, int, int]:
        """Milliseconds, status (0 for none in time) and bytes."""
        started = time.perf_counter()
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT_SECONDS)
            self.connection.request("GET", quote(path, safe='/?&=%+-~*"'.replace('"', "")))
            answer = self.connection.getresponse()
            size = len(answer.read())
            if answer.will_close:
                self._close()
            return (time.perf_counter() - started) * 1000, answer.status, size
        except (OSError, http.client.HTTPException):
            self._close()
            return (time.perf_counter() - started) * 1000, 0, 0

    def _close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None


Cases = Mapping[str, Mapping[str, list[str]]]
"""Case → server → paths, asked in rotation."""


def ask(servers: Mapping[str, Server], cases: Cases, *, rounds: int, seconds: float) -> dict[tuple[str, str], Cell]:
    """Ask every case of every server once a round, in a shuffled order; the first round only warms. Ends after
    ``seconds`` at the latest. What takes more than ``SLOW_SECONDS`` is asked ``SLOW_ROUNDS`` times."""
    cells = [(case, name, paths) for case, by in cases.items() for name, paths in by.items()]
    found, slow, ends = {(case, name): Cell() for case, name, _ in cells}, set(), time.monotonic() + seconds
    shuffled = random.Random(1)
    for turn in range(-1, rounds):
        shuffled.shuffle(cells)
        for case, name, paths in cells:
            if time.monotonic() > ends:
                return found
            if (case, name) in slow and turn >= SLOW_ROUNDS:
                continue
            family = processes(servers[name].pid)
            before = cpu_ms(family)
            ms, status, size = servers[name].get(paths[turn % len(paths)])
            if turn >= 0:
                if ms > 1000 * SLOW_SECONDS:
                    slow.add((case, name))
                cell = found[case, name]
                cell.ms.append(ms)
                cell.cpu.append(cpu_ms(family) - before)
                cell.size, cell.bad = size, cell.bad + (status != 200)
    return found


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def processes(pid: int) -> list[int]:
    """A process and all that came of it."""
    children: dict[int, list[int]] = {}
    for file in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(file) as opened:
                parent = int(opened.read().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(file.split("/")[2]))
    found, left = [], [pid]
    while left:
        found.append(left.pop())
        left += children.get(found[-1], [])
    return found


def cpu_ms(pids: Iterable[int]) -> float:
    """CPU time of all threads of these processes so far (``schedstat``, nanoseconds)."""
    total = 0
    for pid in pids:
        for file in glob.glob(f"/proc/{pid}/task/*/schedstat"):
            try:
                with open(file) as opened:
                    total += int(opened.read().split()[0])
            except OSError:
                continue
    return total / 1e6


def pss_mb(pids: Iterable[int]) -> list[float]:
    """The memory of each process with its share of what it has in common with others (``smaps_rollup``)."""
    found = []
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup") as opened:
                lines = [line.split() for line in opened if line.startswith("Pss:")]
        except OSError:
            continue
        found += [int(line[1]) / 1024 for line in lines]
    return found
