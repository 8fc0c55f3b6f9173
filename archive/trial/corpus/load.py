"""A corpus from its file into the catalogue and the edition: batch after batch, each whole or not at all."""

import gc
import multiprocessing
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from multiprocessing.pool import Pool
from pathlib import Path

import msgspec
from django.db import connections, transaction
from django.utils import timezone

from archive.catalogue.keys import new_reference
from archive.catalogue.models import Interview, Publication
from archive.consent.dossier import PlaceLink
from archive.edition.search.compacting import compact
from archive.language import streams
from archive.publishing.bulk import approve_new
from archive.publishing.naming import approved_names

from ..reading import Unusable, lines
from . import frame as frames
from .frame import Frame, ensure_frame
from .much_writing import much_writing
from .prepare import Prepared, Shared, prepare
from .records import Drafts
from .stated import Outlined, Stated

TASK, AHEAD = 8, 16
"""Interviews handed to a process at a time; tasks of each that wait or are done and not written yet."""

BATCH = 384
"""Interviews written in one transaction: what is lost at most when the work is killed."""

Report = Callable[[int, int], None]
"""Called with the segments loaded by now and all there are to load."""


@dataclass(frozen=True)
class Loaded:
    """What a run has loaded, and what was there before it."""

    interviews: int
    segments: int
    before: int


def load(path: str | Path, *, report: Report, processes: int | None = None) -> Loaded:
    """Load what of a corpus is not there yet; a run that was killed is taken up where it stopped.

    Raises ``Unusable`` before anything is written if any line of the file cannot be loaded.
    """
    known = set(Interview.objects.filter(collection__slug=frames.SLUG).values_list("private_note", flat=True))
    left, places, topics, total, named = 0, set(), set(), 0, set()
    for stated in lines(path, Stated):
        if stated.slug in named:
            raise Unusable(f"Two interviews in {path} are called {stated.slug}.")
        named.add(stated.slug)
        if stated.slug not in known:
            left, total = left + 1, total + len(stated.segments)
            places.update(stated.places)
            topics.update(stated.topics)
    if not left:
        return Loaded(0, 0, len(known))
    frame = ensure_frame(places, topics)
    drafts, done = Drafts(frame), 0
    processes = processes or os.cpu_count() or 1
    with _prepared(path, known, frame, processes) as prepared, much_writing():
        for batch in _batched(prepared, BATCH):
            _write(batch, drafts, frame)
            done += sum(len(one.stated.segments) for one in batch)
            report(done, total)
        compact(wholly=True)
    return Loaded(left, total, len(known))


@transaction.atomic
def _write(batch: list[Prepared], drafts: Drafts, frame: Frame) -> None:
    drafts.write(batch)
    approvals = [one.approval for one in batch if one.approval]
    approve_new(approvals, submitted_by=frame.accounts.archivist, approved_by=frame.accounts.moderator)


@contextmanager
def _prepared(path, known: set[str], frame: Frame, processes: int) -> Iterator[Iterator[Prepared]]:
    """The interviews that are not known, prepared by several processes.

    The processes are forked after the dictionaries were read, which they then share, and with no connection to a
    database, of which they need none. Each has languages of its own, so that no word is looked up in two of them. No
    more tasks wait than there is work for.
    """
    streams.warm()
    shared, lanes = _shared(frame), _lanes(path, known, processes)
    gc.freeze()  # dictionaries and names stay to the end: looking through them for garbage takes a quarter of the time
    tasks = _tasks(_referenced(path, known), lanes)
    connections.close_all()
    with ExitStack() as stack:
        forked = multiprocessing.get_context("fork")
        pools = [stack.enter_context(forked.Pool(1, _begin, (shared,))) for _ in range(processes)]
        yield _by(pools, tasks)


def _by(pools: Sequence[Pool], tasks: Iterator[tuple[int, list]]) -> Iterator[Prepared]:
    """What the processes have prepared, in the order of the tasks."""
    waiting = deque(pools[lane].apply_async(_prepare, (task,)) for lane, task in islice(tasks, AHEAD * len(pools)))
    while waiting:
        yield from waiting.popleft().get()
        waiting.extend(pools[lane].apply_async(_prepare, (task,)) for lane, task in islice(tasks, 1))


def _lanes(path, known: set[str], processes: int) -> dict[str, list[int]]:
    """Which processes each language goes to: the largest first, to whoever has least to do; one that is more than a
    process's share goes to several."""
    load = Counter()
    for outlined in lines(path, Outlined):
        if outlined.slug not in known:
            load[outlined.language] += len(outlined.segments)
    share, lanes, work = sum(load.values()) / processes, {}, [0.0] * processes
    for language, size in load.most_common():
        count = min(processes, max(1, round(size / share)))
        chosen = sorted(range(processes), key=work.__getitem__)[:count]
        for lane in chosen:
            work[lane] += size / count
        lanes[language] = chosen
    return lanes


def _tasks(lines_: Iterable[tuple[bytes, str]], lanes: dict[str, list[int]]) -> Iterator[tuple[int, list]]:
    """The lines in tasks of one lane each."""
    filling: dict[int, list] = {}
    turns = {language: cycle(chosen) for language, chosen in lanes.items()}
    for line, reference in lines_:
        lane = next(turns[msgspec.json.decode(line, type=Outlined).language])
        filling.setdefault(lane, []).append((line, reference))
        if len(filling[lane]) == TASK:
            yield lane, filling.pop(lane)
    yield from filling.items()


@contextmanager
def prepared_here(path, known: set[str], frame: Frame, processes: int = 0) -> Iterator[Iterator[Prepared]]:
    """The same, prepared by this process alone."""
    _begin(_shared(frame))
    yield (prepared for line in _referenced(path, known) for prepared in _prepare([line]))


def _referenced(path, known: set[str]) -> Iterator[tuple[bytes, str]]:
    """Each line that is not known, with a reference nobody has."""
    taken = set(Publication.objects.values_list("reference", flat=True))
    for line in lines(path, msgspec.Raw):
        if msgspec.json.decode(line, type=_Slug).slug not in known:
            reference = new_reference()
            while reference in taken:
                reference = new_reference()
            taken.add(reference)
            yield bytes(line), reference


class _Slug(msgspec.Struct):
    slug: str


def _shared(frame: Frame) -> Shared:
    return Shared(
        collection=frame.collection.slug,
        interviewer=frame.interviewer.slug,
        chains={
            number: tuple(PlaceLink(place=step.slug, level=step.level) for step in place.chain())
            for number, place in frame.places.items()
        },
        topics={number: topic.slug for number, topic in frame.topics.items()},
        cards=frame.cards,
        revisions=frame.revisions,
        names=approved_names(),
        today=timezone.localdate(),
    )


_held: Shared | None = None


def _begin(shared: Shared) -> None:
    global _held
    _held = shared


def _prepare(task: list[tuple[bytes, str]]) -> list[Prepared]:
    return [prepare(msgspec.json.decode(line, type=Stated), reference, _held) for line, reference in task]


def _batched(items: Iterable, size: int) -> Iterator[list]:
    items = iter(items)
    while batch := list(islice(items, size)):
        yield batch
