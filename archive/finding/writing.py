"""The private index is written a record at a time: its texts are read and taken apart first, then put in at once."""

from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from django.db import connection, transaction

from archive.catalogue.models import Sheet
from archive.document import canonical
from archive.edition.search import index, packing
from archive.edition.search.engine import ENGINES
from archive.edition.search.texts import Source

from . import names, numbers
from .nouns import BY_NUMBER, OF_ROOT, ROOT_MODELS
from .numbers import Record
from .tables import TABLES

UNSAID = "uk"
"""The language in which words are read that say none and show none."""


class Text(NamedTuple):
    """One text and where it is written."""

    row: int
    column: str
    text: str


class Drawn(NamedTuple):
    """What the index shall hold of a record: ``wanted`` are the numbers of all its sheets, ``sheets`` those that have to
    be written, each with what the engine puts in for it."""

    wanted: frozenset[int]
    sheets: list[tuple[Sheet, packing.LaidOut]]


def draw(record: Record, *, anew: bool = False) -> Drawn:
    """Read a record. What stands in the index as it would be written now is left out, unless it is wanted ``anew``.

    Slow: call it outside a transaction.
    """
    known = dict(standing(record).values_list("pk", "digest"))
    state, found = names.state(), texts(record)
    digests = {number: canonical.digest([state, list(map(list, written))]) for number, written in found.items()}
    changed = [number for number in found if anew or known.get(number) != digests[number]]
    approved = names.Approved() if changed else None
    sheets = [_sheet(number, digests[number], found[number], approved) for number in changed]
    return Drawn(frozenset(found), sheets)


def texts(record: Record) -> dict[int, list[Text]]:
    """All texts of a record by the number of their sheet."""
    found: dict[int, list[Text]] = {}
    for noun in OF_ROOT[record.root]:
        columns = noun.columns
        rows = noun.rows_of(record).order_by("pk")
        for pk, spoken, *values in rows.values_list("pk", "language_spoken", *(column.name for column in columns)):
            for column, text in zip(columns, values, strict=True):
                if text and not text.isspace():
                    number = numbers.sheet_of(record.pk, noun.number, column.language or spoken)
                    found.setdefault(number, []).append(Text(pk, column.name, text))
    return found


def _sheet(number: int, digest: str, written: list[Text], approved: names.Approved) -> tuple[Sheet, packing.LaidOut]:
    language = numbers.language_of(number) or UNSAID
    heads = {column.name: column.field for column in BY_NUMBER[numbers.noun_of(number)].columns}
    sources = [Source(heads[t.column], language, t.text, part=str(t.row), anchor=t.column) for t in written]
    indexed = index.indexed(sources, approved)
    places = list(_places(written, indexed.entries))
    sheet = Sheet(number=number, digest=digest, packed=indexed.made.packed, places=places)
    return sheet, indexed.made.laid_out


def _places(written: list[Text], entries: Iterable[tuple]) -> Iterable[tuple[int, int, str, int, int]]:
    """Where each entry is written: its number, row, column, and from where to where in its text."""
    whole = {(text.row, text.column): text.text for text in written}
    ends: dict[tuple[int, str], int] = {}
    for entry in entries:
        one = dict(zip(index.ENTRY, entry, strict=True))
        key = int(one["part"]), one["anchor"]
        start = whole[key].index(one["text"], ends.get(key, 0))
        ends[key] = start + len(one["text"])
        yield one["number"], *key, start, ends[key]


@transaction.atomic
def put(record: Record, drawn: Drawn) -> None:
    """Let the index hold what was drawn. Nothing is put in for a record that is gone, or of a part that is.

    Locks the record first, as every act on it does. A sheet of which a part was deleted since it was drawn, or that
    somebody is taking out at this moment, is left out: they have asked for the record to be read again.
    """
    if not _locked(record):
        return
    held = set(standing(record).values_list("pk", flat=True))
    free = {sheet.pk: sheet for sheet in standing(record).select_for_update(skip_locked=True)}
    changed = {sheet.pk for sheet, _ in drawn.sheets}
    remove(sheet for pk, sheet in free.items() if pk in changed or pk not in drawn.wanted)
    gone = _outlived(record, [sheet for sheet, _ in drawn.sheets])
    with connection.cursor() as cursor:
        for sheet, laid_out in drawn.sheets:
            if sheet.pk not in gone and (sheet.pk in free or sheet.pk not in held):
                ENGINES[connection.vendor].write(cursor, TABLES, sheet.pk, laid_out)
                sheet.save(force_insert=True)


def _outlived(record: Record, sheets: list[Sheet]) -> set[int]:
    """The numbers of those sheets that hold words of a row which the record has no more. A query for each noun."""
    nouns = {numbers.noun_of(sheet.pk) for sheet in sheets}
    there = {number: set(BY_NUMBER[number].rows_of(record).values_list("pk", flat=True)) for number in nouns}
    return {
        sheet.pk
        for sheet in sheets
        if not there[numbers.noun_of(sheet.pk)].issuperset(row for _, row, *_ in sheet.places)
    }


def _locked(record: Record) -> bool:
    rows = ROOT_MODELS[record.root]._base_manager.select_for_update(no_key=True, of=("self",))
    return bool(list(rows.filter(pk=record.pk).values_list("pk")))


def standing(record: Record):
    """The sheets of a record."""
    nouns = [noun.number for noun in OF_ROOT[record.root]]
    return Sheet.objects.filter(
        pk__in=[numbers.sheet_of(record.pk, *kind) for kind in product(nouns, numbers.LANGUAGES)]
    )


def remove(sheets: Iterable[Sheet]) -> None:
    """Take sheets, and every word of theirs, out of the index."""
    with connection.cursor() as cursor:
        for sheet in sheets:
            ENGINES[connection.vendor].remove(cursor, TABLES, sheet.pk, packing.load(sheet.packed))
            sheet.delete()
