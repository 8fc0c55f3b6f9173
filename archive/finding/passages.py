"""The passages that say why a record was found, read where they are written at this moment.

The index holds no text to show: what was deleted since is not shown, and what was changed is shown as it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from archive.catalogue.models import Segment, Sheet
from archive.edition.models.search_entry import NUMBER_BITS
from archive.edition.search.hits import Entry, Held, Hit, Showing
from archive.language.queries import Atom
from archive.publishing.redacted import redacted_segments

from .answer import Answer
from .nouns import BY_NUMBER, Column, Noun
from .numbers import Record, language_of, noun_of
from .writing import UNSAID

MOST_READ, MOST_SHOWN = 24, 3
"""Texts of a record that are read, and passages chosen from them."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that were found: what they are, in which ``row`` and on whose page they are written (``home``), both primary
    keys. ``row_on_page`` is the place of a transcript's passage on that page; ``language`` is "" where nothing says it;
    ``is_withheld`` where a redaction keeps some of it from the public."""

    noun: Noun
    column: Column
    row: int
    home: int
    hit: Hit
    language: str = ""
    row_on_page: int | None = None
    is_withheld: bool = False


@dataclass(frozen=True)
class Shown:
    """Of one record: the passages chosen, how many there are, and whether there are more than ``count``."""

    passages: tuple[Passage, ...] = ()
    count: int = 0
    has_more: bool = False


def passages(answer: Answer, records: Iterable[Record]) -> dict[Record, Shown]:
    """For each record up to ``MOST_SHOWN`` passages that between them cover the words, in the reader's language where they can.

    The number of queries goes with the kinds of text that are shown, not with their number.
    """
    which = _which(answer, records)
    chosen = {record: sorted(held, key=lambda e: (-len(held[e]), e))[:MOST_READ] for record, held in which.items()}
    texts = _Texts(chain.from_iterable(chosen.values()))
    return {record: _shown(answer, record, which[record], entries, texts) for record, entries in chosen.items()}


def _shown(answer: Answer, record: Record, which: dict[int, set[Atom]], entries: list[int], texts: "_Texts") -> Shown:
    """The words of a text that was changed since may not be among those that stand there now: then it is not shown."""
    read = tuple(entry for number in sorted(entries) if (entry := texts.entry(number)))
    held = Held(answer.tier_of(record).wanted, which, read, is_cut=len(entries) < len(which))
    showing = Showing(held.atoms, answer.question.gazetteer)
    hits = [(entry.id, showing.hit(entry)) for entry in held.best(MOST_SHOWN, answer.reader.language)]
    marked = [texts.passage(number, found) for number, found in hits if any(piece.is_marked for piece in found.pieces)]
    return Shown(tuple(marked), held.found((), answer.reader.language).count, held.is_cut)


def _which(answer: Answer, records: Iterable[Record]) -> dict[Record, dict[int, set[Atom]]]:
    """For each record the numbers of its texts with the atoms they hold; one query for each tier."""
    records = list(records)
    found: dict[int, dict[int, set[Atom]]] = {}
    for tier, members in answer.tiers:
        found |= answer.holding.places(tier.wanted, [r.number for r in records if r.number in members])
    return {record: found[record.number] for record in records}


class _Texts:
    """The texts of some entries as they stand now, read in a query for each noun. What has been written anew or taken out
    of the index meanwhile is not among them."""

    def __init__(self, entries: Iterable[int]):
        entries = list(entries)
        sheets = {entry >> NUMBER_BITS for entry in entries}
        written = Sheet.objects.filter(pk__in=sheets).values_list("pk", "places")
        places = {pk << NUMBER_BITS | number: place for pk, all_ in written for number, *place in all_}
        self.places = {entry: places[entry] for entry in entries if entry in places}
        self.rows = {noun: self._read(noun) for noun in {_noun(entry) for entry in self.places}}
        self.segments = _segments(self._keys(noun) for noun in self.rows if noun.model is Segment)
        self.withheld = redacted_segments({row["transcript__interview"] for row in self.segments.values()})

    def _keys(self, noun: Noun) -> set[int]:
        return {row for entry, (row, *_) in self.places.items() if _noun(entry) is noun}

    def _read(self, noun: Noun) -> dict[int, dict]:
        names = {name for entry, (_, name, *_) in self.places.items() if _noun(entry) is noun}
        columns = {"pk", noun.home, *filter(None, [noun.at]), *names}
        return {row["pk"]: row for row in noun.rows().filter(pk__in=self._keys(noun)).values(*columns)}

    def entry(self, number: int) -> Entry | None:
        """None for a text that is not there any more."""
        if number not in self.places:
            return None
        noun, (row, name, start, stop) = _noun(number), self.places[number]
        now = self.rows[noun].get(row, {})
        text = (now.get(name) or "")[start:stop]
        if not text:
            return None
        kind = _column(noun, name).field if noun.path == "pk" else str(noun.number)
        part, anchor = self._shared(noun, row)
        language = language_of(number >> NUMBER_BITS) or UNSAID
        return Entry(number, kind, language, part, anchor, now.get(noun.at), text)

    def _shared(self, noun: Noun, row: int) -> tuple[str, str]:
        """What a text has in common with its translations: a passage its recording and key, any other its row."""
        if segment := noun.model is Segment and self.segments.get(row):
            return str(segment["transcript__recording"]), segment["alignment"]
        return f"{noun.number}:{row}", ""

    def passage(self, number: int, found: Hit) -> Passage:
        noun, (row, name, *_) = _noun(number), self.places[number]
        segment = self.segments.get(row) if noun.model is Segment else None
        return Passage(
            noun=noun,
            column=_column(noun, name),
            row=row,
            home=self.rows[noun][row][noun.home],
            hit=found,
            language=language_of(number >> NUMBER_BITS),
            row_on_page=segment["before"] if segment else None,
            is_withheld=bool(segment) and row in self.withheld,
        )


def _noun(entry: int) -> Noun:
    return BY_NUMBER[noun_of(entry >> NUMBER_BITS)]


def _column(noun: Noun, name: str) -> Column:
    return next(column for column in noun.columns if column.name == name)


def _segments(keys: Iterable[set[int]]) -> dict[int, dict]:
    """Passages of transcripts by primary key, each with how many stand before it."""
    wanted = set().union(*keys)
    if not wanted:
        return {}
    earlier = Segment.objects.filter(transcript=OuterRef("transcript"), position__lt=OuterRef("position")).order_by()
    before = Coalesce(Subquery(earlier.values("transcript").annotate(number=Count("pk")).values("number")), 0)
    rows = Segment.objects.filter(pk__in=wanted).annotate(before=before)
    names = ("pk", "alignment", "transcript__recording", "transcript__interview", "before")
    return {row["pk"]: row for row in rows.values(*names)}
