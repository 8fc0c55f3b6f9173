"""The single filters: each takes a cleaned value and leaves the interviews that have it."""

import django_filters
from django.db.models import Q, QuerySet

from ..among import among
from ..models import FacetValue
from .fields import Period, PeriodField, TextField, ValuesField


class SearchFilter(django_filters.Filter):
    """Interviews that answer the words asked for; the filter set keeps the answer itself."""

    field_class = TextField

    def filter(self, interviews: QuerySet, value) -> QuerySet:
        answer = self.parent.answer
        return interviews if answer is None or answer.is_empty else interviews.filter(among(answer.ranked))


class FacetFilter(django_filters.Filter):
    """Interviews that stand under any of the values."""

    field_class = ValuesField

    def filter(self, interviews: QuerySet, values) -> QuerySet:
        return interviews.filter(pk__in=_with(self.field_name, values)) if values else interviews


class ColumnFilter(django_filters.Filter):
    """Interviews whose column holds any of the values."""

    field_class = ValuesField

    def filter(self, interviews: QuerySet, values) -> QuerySet:
        return interviews.filter(**{f"{self.field_name}__in": values}) if values else interviews


class WithoutFilter(django_filters.Filter):
    """Interviews that carry none of the warnings."""

    field_class = ValuesField

    def filter(self, interviews: QuerySet, values) -> QuerySet:
        return interviews.exclude(pk__in=_with(self.field_name, values)) if values else interviews


class PeriodFilter(django_filters.Filter):
    """Interviews whose interval ``<field>_earliest`` to ``<field>_latest`` meets the period.

    An interview without any date meets none; an open end reaches as far as time does.
    """

    field_class = PeriodField

    def filter(self, interviews: QuerySet, period: Period | None) -> QuerySet:
        if period is None:
            return interviews
        start, end = f"{self.field_name}_earliest", f"{self.field_name}_latest"
        interviews = interviews.exclude(**{f"{start}__isnull": True, f"{end}__isnull": True})
        if period.latest:
            interviews = interviews.filter(Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": period.latest}))
        if period.earliest:
            interviews = interviews.filter(Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": period.earliest}))
        return interviews


def _with(facet: str, values) -> QuerySet:
    return FacetValue.objects.filter(facet=facet, value__in=values).values("interview")
