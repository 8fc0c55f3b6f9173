"""Which interviews a reader chose: the address of the listing, read without ever failing."""

from functools import cached_property

import django_filters
from django.db.models import QuerySet
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from pyroaring import BitMap

from ..among import among
from ..listing import Listing, in_order, ranked
from ..models import PublishedInterview
from ..search import Answer, search
from ..snapshot import Current, current
from ..vocabulary import ORDERS
from .fields import OrderField
from .known import is_known
from .narrowing import FacetFilter, PeriodFilter, SearchFilter

__all__ = ["InterviewFilter"]

INTERFACE = ("uk", "en", "pl")
LONGEST_SHOWN = 40
NOT = "not-"
"""What stands before the name of a filter that leaves out what the filter would leave."""


class InterviewFilter(django_filters.FilterSet):
    """Published interviews by words, facets and dates; several values of one name widen, several names narrow, and a
    name after ``not-`` leaves out what has any of its values.

    What cannot be read or is not known is left out and named in ``notices``.
    """

    q = SearchFilter(label=gettext_lazy("Words"))
    place = FacetFilter("place", label=gettext_lazy("Place"))
    topic = FacetFilter("topic", label=gettext_lazy("Topic"))
    event = FacetFilter("event", label=gettext_lazy("Event"))
    dates = FacetFilter("dates", label=gettext_lazy("Says when it was"))
    person = FacetFilter("person", label=gettext_lazy("Person"))
    language = FacetFilter("language", label=gettext_lazy("Language"))
    kind = FacetFilter("kind", label=gettext_lazy("Kind"))
    format = FacetFilter("format", label=gettext_lazy("Form"))
    collection = FacetFilter("collection", label=gettext_lazy("Collection"))
    period = PeriodFilter("told", label=gettext_lazy("Told about"))
    recorded = PeriodFilter("recorded", label=gettext_lazy("Recorded"))
    without = FacetFilter("warning", exclude=True, label=gettext_lazy("Leave out what tells of"))

    class Meta:
        model = PublishedInterview
        fields = []

    def __init__(self, data=None, *, language: str | None = None, queryset: QuerySet | None = None, **kwargs):
        """``data`` is the address's QueryDict, ``language`` that of the reader (default: the active one)."""
        super().__init__(data if data is not None else {}, queryset, **kwargs)
        reader = (language or get_language() or "en")[:2]
        self.reader = reader if reader in INTERFACE else "en"

    @classmethod
    def get_filters(cls):
        filters = super().get_filters()
        for name, given in list(filters.items()):
            if isinstance(given, FacetFilter) and not given.exclude:
                label = format_lazy(gettext_lazy("{facet}, not"), facet=given.label)
                filters[NOT + name] = FacetFilter(given.field_name, exclude=True, label=label)
        return filters

    def get_form_class(self):
        form = super().get_form_class()
        order = OrderField(choices=ORDERS.items(), label=gettext_lazy("Order"), required=False)
        return type(form.__name__, (form,), {"order": order})

    @cached_property
    def written(self) -> dict:
        """The cleaned values of all that could be read."""
        self.form.full_clean()
        return self.form.cleaned_data

    @cached_property
    def answer(self) -> Answer | None:
        """What the search found in the whole edition, or None when no words were asked for."""
        words = self.written.get("q")
        return search(words, language=self.reader, now=self.current) if words else None

    @property
    def is_searching(self) -> bool:
        return self.answer is not None and not self.answer.is_empty

    @cached_property
    def current(self) -> Current:
        """The edition as it may be seen, read once."""
        return current()

    @cached_property
    def unknown(self) -> dict[str, list[str]]:
        """The values of each filter that name nothing public, or nothing at all: the two answer alike."""
        facets = {name: given.field_name for name, given in self.filters.items() if isinstance(given, FacetFilter)}
        found = {
            name: [value for value in self.written[name] if not is_known(self.current, facet, value)]
            for name, facet in facets.items()
        }
        return {name: values for name, values in found.items() if values}

    @cached_property
    def chosen(self) -> dict:
        """The cleaned value of every filter in use, unknown values left out."""
        values = {name: self.written.get(name) for name in self.filters}
        for name, unknown in self.unknown.items():
            values[name] = [value for value in values[name] if value not in unknown]
        return {name: value for name, value in values.items() if value}

    @cached_property
    def members(self) -> BitMap:
        """The numbers of the interviews left by every filter."""
        return self._left_by(self.chosen)

    def members_but_for(self, *names: str) -> BitMap:
        """The numbers of the interviews left by every filter but these."""
        if self.chosen.keys().isdisjoint(names):
            return self.members
        return self._left_by({name: value for name, value in self.chosen.items() if name not in names})

    def _left_by(self, chosen: dict) -> BitMap:
        members = self.current.everything
        for name, value in chosen.items():
            members = self.filters[name].filter(members, value)
        return members

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.filter(among(self.members))

    @cached_property
    def order(self) -> str:
        """The order in force: the one asked for, else the best match first where words were asked for."""
        asked = self.written.get("order")
        if asked == "relevance" and not self.is_searching:
            asked = ""
        return asked or ("relevance" if self.is_searching else "newest")

    @cached_property
    def listing(self) -> Listing:
        """The interviews left, in order: a sequence that a paginator can count and slice."""
        if self.order == "relevance":
            return ranked(self.members, self.answer.ranked)
        return in_order(self.current, self.members, self.order, language=self.reader)

    @property
    def notices(self) -> list[str]:
        """Whole sentences about everything that was asked for and left out."""
        sentences = [sentence for errors in self.form.errors.values() for sentence in errors]
        for value in (value for values in self.unknown.values() for value in values):
            short = value if len(value) <= LONGEST_SHOWN else value[:LONGEST_SHOWN] + "…"
            sentences.append(
                _("Nothing here is filed under “%(value)s”, so this choice was left out.") % {"value": short}
            )
        return sentences + (self.answer.sentences if self.answer is not None else [])
