"""The full-text index kept in few pieces.

What is written goes into small pieces, and every question has to look into all of them: an index in nine pieces takes
twenty times as long to say where a word stands as one in a single piece.
"""

from django.db import connection, transaction

from .engine import ENGINES
from .tables import EDITION, Tables


def compact(tables: Tables = EDITION, *, wholly: bool = False, steps: int | None = None) -> None:
    """Join the pieces of an index that are alike in size, or all of them ``wholly``, which costs as much as writing it
    anew; in ``steps`` short transactions at most, so that a withdrawal never waits for long."""
    engine = ENGINES[connection.vendor]
    for table in tables:
        is_first = True
        while steps is None or steps > 0:
            with transaction.atomic(), connection.cursor() as cursor:
                goes_on = engine.join(cursor, table, wholly=wholly and is_first)
            if not goes_on:
                break
            is_first, steps = False, steps - 1 if steps is not None else None
