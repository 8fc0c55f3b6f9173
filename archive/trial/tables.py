"""Many rows of one table at once: the columns of a model, filled from one pattern row."""

from collections.abc import Iterable

from django.db import connection, models


class Table:
    """Rows of one model that differ only in the ``varying`` columns; all others are those of the pattern.

    Values are given as the database takes them; what ``save`` would work out is stated by the caller.
    """

    def __init__(self, pattern: models.Model, *varying: str):
        fields = pattern._meta.local_concrete_fields
        self.name = pattern._meta.db_table
        self.columns = [field.column for field in fields]
        self.key = pattern._meta.pk.column
        self._pattern = [field.get_db_prep_save(_value(field, pattern), connection) for field in fields]
        self._places = [self.columns.index(_column(pattern, name)) for name in varying]
        self.rows: list[list] = []

    def add(self, *values) -> None:
        """Add a row with these values in the varying columns."""
        row = self._pattern.copy()
        for place, value in zip(self._places, values, strict=True):
            row[place] = value
        self.rows.append(row)

    def write(self) -> None:
        """Put the rows added so far into the database, and forget them."""
        skipped = {n for n, column in enumerate(self.columns) if column == self.key and self._is_numbered_there()}
        columns = [column for n, column in enumerate(self.columns) if n not in skipped]
        rows = (
            [[value for n, value in enumerate(row) if n not in skipped] for row in self.rows] if skipped else self.rows
        )
        if rows:
            _insert(self.name, columns, rows)
        self.rows = []

    def _is_numbered_there(self) -> bool:
        """Whether the database gives the primary keys, since nobody stated them."""
        place = self.columns.index(self.key)
        return place not in self._places


def reserve(model: type[models.Model], count: int) -> list[int]:
    """Primary keys that nobody else will be given; the caller holds the transaction."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
            cursor.execute(sequence, [table, model._meta.pk.column, count])
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or (0,))[0]
        return list(range(last + 1, last + 1 + count))


def _value(field: models.Field, pattern: models.Model):
    return getattr(pattern, field.attname)


def _column(pattern: models.Model, name: str) -> str:
    return pattern._meta.pk.column if name == "pk" else pattern._meta.get_field(name).column


def _insert(table: str, columns: list[str], rows: Iterable[list]) -> None:
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY {connection.ops.quote_name(table)} ({quoted}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {connection.ops.quote_name(table)} ({quoted}) VALUES ({marks})", rows)
