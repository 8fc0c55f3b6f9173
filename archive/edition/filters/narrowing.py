"""The single filters: each takes the numbers of interviews and a cleaned value, and leaves the numbers that have it."""

import django_filters
from pyroaring import BitMap

from ..columns import as_array, as_set
from .fields import Period, PeriodField, TextField, ValuesField


class SearchFilter(django_filters.Filter):
    """Interviews that answer the words asked for; the filter set keeps the answer itself."""

    field_class = TextField

    def filter(self, members: BitMap, value) -> BitMap:
        answer = self.parent.answer
        return members if answer is None or answer.is_empty else members & answer.found


class FacetFilter(django_filters.Filter):
    """Interviews that stand under any of the values, or with ``exclude`` under none of them."""

    field_class = ValuesField

    def filter(self, members: BitMap, values) -> BitMap:
        if not values:
            return members
        having = self.parent.current.having(self.field_name, values)
        return members - having if self.exclude else members & having


class PeriodFilter(django_filters.Filter):
    """Interviews whose interval ``<field>_earliest`` to ``<field>_latest`` meets the period.

    An interview without any date meets none; an open end reaches as far as time does.
    """

    field_class = PeriodField

    def filter(self, members: BitMap, period: Period | None) -> BitMap:
        if period is None:
            return members
        columns = self.parent.current.snapshot.columns
        meeting = columns.meeting(self.field_name, period.earliest, period.latest)
        numbers = as_array(members)
        return as_set(numbers[meeting[numbers]])
