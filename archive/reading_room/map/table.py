"""The map as a table: every place told about, the drawn and those that no map can show."""

from collections.abc import Iterable, Iterator
from html import escape

from django.utils.translation import gettext, ngettext

from archive.edition import words
from archive.edition.labels import Label
from archive.edition.places import ToldPlace

from ..tree import Branch, tree
from .marks import Marks
from .ways import Ways

DEEPEST = 4
"""The most steps that a row is set in: oblast, raion, hromada, settlement, site."""


def rows(told: Iterable[ToldPlace], found: Marks, ways: Ways, reader: str) -> Iterator[str]:
    """A row for each place below the one it is part of, the most told of first: its name and what it is, what the map does
    not show of it, and the testimonies."""
    by_slug = {place.card.slug: place for place in told}
    branches = tree({s: p.card for s, p in by_slug.items()}, {s: p.count for s, p in by_slug.items()})
    for slug, depth in _flat(branches):
        place = by_slug[slug]
        sentence = ngettext("%(place)s: %(counter)s testimony", "%(place)s: %(counter)s testimonies", place.count)
        called = escape(sentence % {"place": place.label.text, "counter": place.count})
        kinds = f"depth-{min(depth, DEEPEST)}" + (" chosen" if place.is_chosen else "")
        notes = "".join(f"<p>{note}</p>" for note in _notes(place, found))
        yield (
            f'<tr class="{kinds}"><th scope="row"><a href="{ways.to_page(place)}">{_named(place.label, reader)}</a>{notes}</th>'
            f'<td class="count"><a href="{ways.to_list(place)}" aria-label="{called}">{place.count}</a></td></tr>'
        )


def _flat(branches: list[Branch], depth: int = 0) -> Iterator[tuple[str, int]]:
    """The slug of every branch with its depth, the most told of first."""
    for branch in sorted(branches, key=lambda branch: -branch.count):
        yield branch.card.slug, depth
        yield from _flat(branch.branches, depth + 1)


def _named(label: Label, reader: str) -> str:
    """The name as HTML, with its language where that is not the reader's."""
    name = escape(label.text)
    return name if label.language in ("", reader) else f'<span lang="{label.language}">{name}</span>'


def _notes(place: ToldPlace, found: Marks) -> Iterator[str]:
    """Sentences as HTML."""
    if place.card.level:
        yield escape(words.word(place.card.level, "level"))
    if place.is_area and 0 < place.own < place.count:
        sentence = ngettext(
            "%(counter)s of them names nothing narrower.", "%(counter)s of them name nothing narrower.", place.own
        )
        yield escape(sentence % {"counter": place.own})
    if why := found.left_out.get(place.card.slug):
        yield escape(str(why))
    elif place.card.level == "site":
        yield escape(gettext("On the map with the settlement it is part of."))
