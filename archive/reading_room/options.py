"""The options of a filter as a list of check boxes: places and topics as a tree, long lists folded.

Written by joining strings: a listing has up to a thousand options, and a template takes longer for them than all counts.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from archive.edition.facets import FacetGroup, Option, counts
from archive.edition.filters import InterviewFilter

FIRST = 10
"""Options shown of a list before the rest is folded away."""


@dataclass(frozen=True, slots=True)
class OptionList:
    """A group of options and how it is drawn; ``is_open`` where it is shown unfolded."""

    group: FacetGroup
    drawn: SafeString
    is_open: bool


def option_lists(filterset: InterviewFilter) -> list[OptionList]:
    """Every filter that has options. Where nothing is chosen they are drawn once a revision and language."""

    def draw():
        return [_drawn(group, filterset) for group in counts(filterset) if group.options]

    if filterset.chosen:
        return draw()
    return filterset.current.kept(("options", filterset.reader), draw)


def _drawn(group: FacetGroup, filterset: InterviewFilter) -> OptionList:
    is_used = group.name in filterset.chosen or group.excluding in filterset.chosen
    return OptionList(group, options(group, filterset.reader), group.name == "place" or is_used)


def options(group: FacetGroup, reader: str) -> SafeString:
    """The list of a group's options, the most frequent first; narrower ones below their broader one."""
    return mark_safe(_Drawing(group, reader).all())


class _Drawing:
    def __init__(self, group: FacetGroup, reader: str):
        self.group, self.reader = group, reader
        self.not_this = gettext("not %(value)s")
        self.below: dict[str, list[Option]] = defaultdict(list)
        for option in group.options:
            self.below[option.parent].append(option)
        self.placed: set[str] = set()

    def all(self) -> str:
        roots = self.below.get("", [])
        drawn = [self._item(option, is_open=len(roots) == 1) for option in roots]
        circling = [option for option in self.group.options if option.value not in self.placed]
        return self._list(roots + circling, drawn + [self._item(option) for option in circling])

    def _list(self, options: Sequence[Option], items: list[str]) -> str:
        if len(items) <= FIRST + 1:
            return f"<ul>{''.join(items)}</ul>"
        counter = len(items)
        summary = ngettext("All %(counter)s", "All %(counter)s", counter) % {"counter": counter}
        is_open = " open" if any(map(_is_used, options[FIRST:])) else ""
        first, rest = "".join(items[:FIRST]), "".join(items[FIRST:])
        return f'<ul>{first}</ul><details class="more"{is_open}><summary>{summary}</summary><ul>{rest}</ul></details>'

    def _item(self, option: Option, *, is_open: bool = False) -> str:
        self.placed.add(option.value)
        row = self._row(option)
        parts = [part for part in self.below.get(option.value, ()) if part.value not in self.placed]
        if not parts:
            return f"<li>{row}</li>"
        inside = self._list(parts, [self._item(part) for part in parts if part.value not in self.placed])
        opened = " open" if is_open or " checked" in inside else ""
        summary = ngettext("%(counter)s within it", "%(counter)s within it", len(parts)) % {"counter": len(parts)}
        return f'<li>{row}<details class="parts"{opened}><summary>{summary}</summary>{inside}</details></li>'

    def _row(self, option: Option) -> str:
        group, value, label = self.group, escape(option.value), escape(option.label)
        lang = f' lang="{option.language}"' if option.language not in ("", self.reader) else ""
        count = "" if option.count is None else f' <span class="count">{option.count}</span>'
        none = ' class="none"' if option.count == 0 else ""
        checked = " checked" if option.is_chosen else ""
        row = (
            f'<label{none}><input type="checkbox" name="{group.name}" value="{value}"{checked}>'
            f"<span{lang}>{label}</span>{count}</label>"
        )
        if not group.excluding:
            return row
        checked, said = " checked" if option.is_excluded else "", escape(self.not_this % {"value": option.label})
        return (
            f'<div class="option">{row}<input class="not" type="checkbox" name="{group.excluding}" value="{value}"'
            f' aria-label="{said}"{checked}></div>'
        )


def _is_used(option: Option) -> bool:
    return option.is_chosen or option.is_excluded
