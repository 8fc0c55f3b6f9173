"""Many rows of a table at once, without a model for each."""

from collections.abc import Iterable, Sequence

from django.db import connection, models


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[tuple]) -> None:
    """Write rows of these fields, with values as the database takes them; what a model works out by itself is stated."""
    quote = connection.ops.quote_name
    columns = ", ".join(quote(model._meta.get_field(name).column) for name in names)
    marks = ", ".join(["%s"] * len(names))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({marks})", list(rows))
