"""What a reader can choose from on every page that shows a choice of interviews: the list, the map, the timeline."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from archive.edition.chips import address, chips
from archive.edition.filters import NOT, InterviewFilter
from archive.edition.histogram import histogram

from .bars import Drawn, drawn
from .options import option_lists

EXAMPLES = {"period": "2022-02..2022-09", "recorded": "2023"}


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period as it can be written, and the interviews in time to choose it from."""

    name: str
    label: str
    written: str
    example: str
    drawn: Drawn | None


def choices(chosen: InterviewFilter, *, undrawn: Collection[str] = ()) -> dict:
    """What the form and the chips are drawn from; the periods named in ``undrawn`` are written only, because the page
    itself draws them. ``carried`` is what a link to the same choice drawn otherwise takes along: what the filters know, no more."""
    return {
        "filter": chosen,
        "carried": f"?{query}" if (query := address(chosen)) else "",
        "lists": option_lists(chosen),
        "periods": [_period(chosen, name, is_drawn=name not in undrawn) for name in EXAMPLES],
        "chips": chips(chosen),
        "unoffered": [*_unoffered(chosen)],
    }


def _unoffered(chosen: InterviewFilter) -> Iterator[tuple[str, str]]:
    """What is chosen by links alone: it stays chosen when the form is sent."""
    for name in ("dates", NOT + "dates"):
        yield from ((name, value) for value in chosen.chosen.get(name, ()))


def _period(chosen: InterviewFilter, name: str, *, is_drawn: bool) -> PeriodChoice:
    written, bars = chosen.written.get(name), None
    if is_drawn:
        bars = drawn(histogram(chosen, name), query=address(chosen, but_for=[name]), reader=chosen.reader)
    label = str(chosen.filters[name].label)
    return PeriodChoice(name, label, written.text if written else "", EXAMPLES[name], bars)
