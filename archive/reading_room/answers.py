"""How a result list answers: its rows under what they were found by, and what else may help where little is found."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.edition.chips import address
from archive.edition.filters import InterviewFilter
from archive.edition.search import MEANT, SAID, SOME
from archive.edition.search.suggest import did_you_mean

from .records import Record

HEADINGS = {SAID: "", MEANT: _("In other words or languages"), SOME: ""}


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that were found in one way; ``heading`` says in which, empty where that needs no words."""

    heading: str | Promise
    records: list[Record]


@dataclass(frozen=True)
class Answered:
    """What a list of interviews says besides its rows; with no words asked for, nothing."""

    chosen: InterviewFilter

    def groups(self, records: list[Record]) -> list[Group]:
        """The rows by the tier that found them, where they stand in that order; else all together."""
        if self.chosen.order != "relevance":
            return [Group("", records)] if records else []
        tier_of = self.chosen.answer.tier_of
        tiers = groupby(records, key=lambda record: tier_of(record.interview.pk))
        return [Group(HEADINGS.get(tier, ""), list(rows)) for tier, rows in tiers]

    def note_of(self, number: int) -> str | Promise:
        """By what an interview was found, where its row does not stand under a heading that says so."""
        is_grouped = self.chosen.order == "relevance" or not self.chosen.is_searching
        return "" if is_grouped else HEADINGS.get(self.chosen.answer.tier_of(number), "")

    @cached_property
    def codes(self) -> set[str]:
        return {tier.code for tier, _ in self.chosen.answer.tiers} if self.chosen.is_searching else set()

    @property
    def is_partial(self) -> bool:
        """Whether what was found holds only some of the words."""
        return self.codes == {SOME}

    @property
    def has_nothing(self) -> bool:
        return not len(self.chosen.listing)

    @property
    def without_filters(self) -> int:
        """How many interviews hold the words, where the other choices leave none of them."""
        return self.chosen.answer.total if self.chosen.is_searching and self.has_nothing else 0

    @cached_property
    def did_you_mean(self) -> list[tuple[str, str]]:
        """Other words to ask for, each with the query string that asks for them under the same choices."""
        if not self.chosen.is_searching or self.codes - {SOME}:
            return []
        found = did_you_mean(self.chosen.written["q"], self.chosen.reader)
        kept = address(self.chosen, but_for=["q"])
        return [(words, "&".join(filter(None, (urlencode({"q": words}), kept)))) for words in found]

    @property
    def asked(self) -> str:
        """The query string of the words alone."""
        return urlencode({"q": self.chosen.written.get("q") or ""})
