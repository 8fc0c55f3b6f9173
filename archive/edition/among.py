"""Choosing rows by a long list of numbers in one parameter, on either database.

``pk__in`` spends a parameter a number, and a search may find more interviews than SQLite allows parameters.
"""

import json
from collections.abc import Iterable

from django.db.models import F, Lookup


class Among(Lookup):
    """The column is one of the whole numbers of a list."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sqlite(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*params, json.dumps(self.rhs)]

    def as_postgresql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::bigint[])", [*params, self.rhs]


def among(numbers: Iterable[int]) -> Among:
    """The condition, for ``filter``, that a row's primary key is one of the numbers."""
    return Among(F("pk"), sorted(numbers))
