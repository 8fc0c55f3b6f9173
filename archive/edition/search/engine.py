"""Questions to the full-text index of the database in use.

They answer with numbers of rows only, whether in force or not: every text and every interview is then read
through the live managers.
"""

from collections.abc import Sequence

from django.db import connection
from pyroaring import BitMap

from archive.language.queries import Atom

from ..models.search_entry import NUMBER_BITS
from . import postgresql, sqlite
from .tables import EDITION, Tables

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def members(atoms: Sequence[Atom], tables: Tables = EDITION) -> dict[Atom, BitMap]:
    """The numbers of the interviews that hold each atom, in one query."""
    with connection.cursor() as cursor:
        return dict(zip(atoms, ENGINES[connection.vendor].members(cursor, tables, atoms), strict=True))


def scores(atoms: Sequence[Atom], tables: Tables = EDITION) -> dict[int, float]:
    """How well each interview that holds any of the atoms says them: the sum over the atoms of its best text's score."""
    with connection.cursor() as cursor:
        found: dict[int, float] = {}
        for _atom, interview, score in ENGINES[connection.vendor].scores(cursor, tables, atoms):
            found[interview] = found.get(interview, 0.0) + score
    return found


def places(
    atoms: Sequence[Atom], interviews: Sequence[int], tables: Tables = EDITION
) -> dict[int, dict[int, set[int]]]:
    """For each of the interviews the numbers of its entries that hold any of the atoms, each with those atoms."""
    found: dict[int, dict[int, set[int]]] = {interview: {} for interview in interviews}
    with connection.cursor() as cursor:
        for atom, entry in ENGINES[connection.vendor].places(cursor, tables, atoms, interviews):
            found[entry >> NUMBER_BITS].setdefault(entry, set()).add(atom)
    return found
