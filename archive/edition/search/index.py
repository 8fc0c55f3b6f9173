"""The full-text index and the vocabulary: written and emptied one interview at a time, in the caller's transaction."""

from collections.abc import Iterable

from django.db import connection

from archive.language.streams import Finder, streams

from ..models import IndexedInterview, PublishedInterview, SearchEntry
from . import packing, vocabulary
from .engine import ENGINES
from .generations import LIVE, NEXT, is_building
from .packing import Packed
from .stretches import stretches
from .texts import Source


def write(interview: PublishedInterview, sources: Iterable[Source], names: Finder | None = None) -> None:
    """Index the searchable texts of an interview that has no row in the index; ``names`` finds what they name.

    Names that stand there for something else already are not looked at.
    """
    entries, texts = [], []
    for source in sources:
        for piece in stretches(source.text):
            made = streams(piece, source.language, None if source.kind == SearchEntry.Kind.NAME else names)
            if made.tokens:
                texts.append((len(entries), source.language, made))
                entries.append(SearchEntry(**source.row(), interview=interview, number=len(entries), text=piece))
    SearchEntry.everything.bulk_create(entries)
    packed = packing.pack(texts)
    put(interview.pk, packed)
    if is_building():
        put(interview.pk, packed, NEXT)


def repack(interview: int, names: Finder | None = None) -> Packed:
    """What the index would hold of the texts of an interview if it were written now."""
    rows = SearchEntry.everything.filter(interview_id=interview).order_by("number")
    finders = {SearchEntry.Kind.NAME: None}
    return packing.pack(
        (row.number, row.language, streams(row.text, row.language, finders.get(row.kind, names))) for row in rows
    )


def held(interview: int) -> bytes:
    """What stands of an interview in the index that answers, packed; equal for equal words and names."""
    row = IndexedInterview.objects.filter(interview_id=interview, generation=LIVE).values_list("packed", flat=True)
    return bytes(row.first() or b"")


def put(interview: int, packed: Packed, generation: str = LIVE) -> None:
    """Put what an interview holds into the index and the vocabulary of a generation."""
    IndexedInterview.objects.create(interview_id=interview, generation=generation, packed=packed.dump())
    engine = ENGINES[connection.vendor]
    with connection.cursor() as cursor:
        engine.write(cursor, interview, packed, generation)
        vocabulary.count(cursor, packed.words, generation)


def remove(interview: int) -> None:
    """Take everything of an interview out of every index and vocabulary."""
    engine = ENGINES[connection.vendor]
    for row in IndexedInterview.objects.filter(interview_id=interview):
        packed = packing.load(row.packed)
        with connection.cursor() as cursor:
            engine.remove(cursor, interview, packed, row.generation)
            vocabulary.discount(cursor, packed.words, row.generation)
        row.delete()
    SearchEntry.everything.filter(interview_id=interview).delete()
