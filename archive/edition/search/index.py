"""The full-text index and the vocabulary: written and emptied a whole interview at a time, in the caller's transaction."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from django.db import connection

from archive.language.streams import Finder, streams

from .. import rows
from ..models import IndexedInterview, SearchEntry
from ..models.search_entry import BODY, NUMBER_BITS
from . import packing, vocabulary
from .engine import ENGINES
from .generations import LIVE, NEXT, is_building
from .packing import LaidOut, Packed
from .stretches import stretches
from .tables import EDITION
from .texts import HEAD, Source


class Names(Protocol):
    """What finds the names in texts: each text, known by its kind and anchor, has a finder of its own."""

    def at(self, place: Source | SearchEntry) -> Finder: ...


class Made(NamedTuple):
    """What the words of an interview put into the index, the vocabulary and ``IndexedInterview``."""

    packed: bytes
    laid_out: LaidOut
    vocabulary: frozenset[vocabulary.Row]


class Indexed(NamedTuple):
    """What an interview puts into the search: ``entries`` are the columns of ``ENTRY`` for each of its texts."""

    entries: list[tuple]
    made: Made


ENTRY = ("number", "kind", "language", "text", "part", "anchor", "start_ms")


def indexed(sources: Iterable[Source], names: Names | None = None) -> Indexed:
    """What is to be indexed of the searchable texts of an interview; ``names`` finds what they name."""
    entries, texts, number = [], [], -1
    for source in sources:
        finder = names.at(source) if names else None
        for piece in stretches(source.text):
            streamed = streams(piece, source.language, finder)
            if streamed.tokens:
                number = max(number + 1, 0 if source.kind in HEAD else BODY)
                texts.append((number, source.language, streamed))
                entries.append((number, *source._replace(text=piece)))
    return Indexed(entries, made(packing.pack(texts)))


def made(packed: Packed) -> Made:
    return Made(packed.dump(), ENGINES[connection.vendor].laid_out(packed), vocabulary.rows(packed.words))


def write(interviews: Iterable[tuple[int, Indexed]]) -> None:
    """Index interviews, by their numbers, that have no rows in the index."""
    interviews = list(interviews)
    _insert_entries((interview, entry) for interview, one in interviews for entry in one.entries)
    words = {interview: one.made for interview, one in interviews}
    put(words)
    if is_building():
        put(words, NEXT)


def rewrite(interview: int, new: Indexed) -> None:
    """Make the index hold exactly these texts of an interview; those that stand there already are left alone."""
    _rewrite_entries(interview, new.entries)
    held = {row.generation: row for row in IndexedInterview.objects.filter(interview_id=interview)}
    for generation in (LIVE, NEXT) if is_building() else (LIVE,):
        if generation not in held:
            put({interview: new.made}, generation)
        elif (packed := bytes(held[generation].packed)) != new.made.packed:
            _exchange(interview, packing.load(packed), new.made, generation)


def _rewrite_entries(interview: int, entries: list[tuple]) -> None:
    known, wanted = SearchEntry.everything.filter(interview_id=interview), set(entries)
    there = set(known.values_list(*ENTRY))
    gone = {entry[0] for entry in there - wanted}
    if gone:
        known.filter(number__in=gone).delete()
    _insert_entries((interview, entry) for entry in sorted(wanted - there))


def _insert_entries(entries: Iterable[tuple[int, tuple]]) -> None:
    keyed = ((interview << NUMBER_BITS | entry[0], interview, *entry) for interview, entry in entries)
    rows.insert(SearchEntry, ("id", "interview", *ENTRY), keyed)


def _exchange(interview: int, before: Packed, new: Made, generation: str) -> None:
    """Take out what only ``before`` holds, and put in what only the new words hold."""
    if before.dump() == new.packed:
        return  # an earlier release packed the same words otherwise
    engine, tables = ENGINES[connection.vendor], EDITION.ending_in(generation)
    old, words = engine.laid_out(before), vocabulary.rows(before.words)
    with connection.cursor() as cursor:
        engine.take_out(cursor, tables, interview, old.without(new.laid_out))
        engine.write(cursor, tables, interview, new.laid_out.without(old))
        vocabulary.discount(cursor, words - new.vocabulary, generation)
        vocabulary.count(cursor, [new.vocabulary - words], generation)
    IndexedInterview.objects.filter(interview_id=interview, generation=generation).update(packed=new.packed)


def repack(interview: int, names: Names) -> Packed:
    """What the index would hold of the texts of an interview if it were written now."""
    entries = SearchEntry.everything.filter(interview_id=interview).order_by("number")
    return packing.pack((row.number, row.language, streams(row.text, row.language, names.at(row))) for row in entries)


def held(interview: int) -> bytes:
    """What stands of an interview in the index that answers, packed; equal for equal words and names."""
    row = IndexedInterview.objects.filter(interview_id=interview, generation=LIVE).values_list("packed", flat=True)
    return bytes(row.first() or b"")


def put(interviews: Mapping[int, Made], generation: str = LIVE) -> None:
    """Put what interviews hold into the index and the vocabulary of a generation."""
    IndexedInterview.objects.bulk_create(
        IndexedInterview(interview_id=interview, generation=generation, packed=one.packed)
        for interview, one in interviews.items()
    )
    with connection.cursor() as cursor:
        for interview, one in interviews.items():
            ENGINES[connection.vendor].write(cursor, EDITION.ending_in(generation), interview, one.laid_out)
        vocabulary.count(cursor, (one.vocabulary for one in interviews.values()), generation)


def remove(interview: int) -> None:
    """Take everything of an interview out of every index and vocabulary."""
    engine = ENGINES[connection.vendor]
    for row in IndexedInterview.objects.filter(interview_id=interview):
        packed = packing.load(row.packed)
        with connection.cursor() as cursor:
            engine.remove(cursor, EDITION.ending_in(row.generation), interview, packed)
            vocabulary.discount(cursor, vocabulary.rows(packed.words), row.generation)
        row.delete()
    SearchEntry.everything.filter(interview_id=interview).delete()
