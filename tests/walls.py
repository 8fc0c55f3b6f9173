"""Walls for public tests: inside them the database answers nothing but reading of the public tables.

An import walk cannot see raw SQL, ``apps.get_model`` or a template that follows a relation; the database can.
"""

from contextlib import contextmanager

from django.db import connection, transaction

# Action codes of https://sqlite.org/c3ref/c_alter_table.html: all but READ that may happen while reading.
READ = 20
HARMLESS = {19: "PRAGMA", 21: "SELECT", 22: "TRANSACTION", 31: "FUNCTION", 32: "SAVEPOINT", 33: "RECURSIVE"}
ALLOWED, DENIED = 0, 1


def is_public(table: str) -> bool:
    return table.startswith("edition_")


@contextmanager
def public_only():
    """Inside, a statement that touches a table of another room, or writes, raises ``django.db.DatabaseError``.

    Holds for this thread's connection, on SQLite by an authorizer, on PostgreSQL by a role with few rights.
    """
    walls = _authorizer if connection.vendor == "sqlite" else _role
    with walls():
        yield


@contextmanager
def _authorizer():
    connection.ensure_connection()
    tables = set(connection.introspection.table_names())
    private = {table for table in tables if not is_public(table)}

    def decide(action, first, second, database, trigger):
        if action == READ:
            return DENIED if first in private else ALLOWED
        return ALLOWED if action in HARMLESS else DENIED

    connection.connection.set_authorizer(decide)
    try:
        yield
    finally:
        connection.connection.set_authorizer(None)


@contextmanager
def _role():
    """A statement that is refused breaks a PostgreSQL transaction: expect refusals inside ``transaction.atomic()``."""
    name = connection.settings_dict["NAME"] + "_public"
    _grant(name)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {connection.ops.quote_name(name)}")
        yield
        cursor.execute("RESET ROLE")


def _grant(name: str) -> None:
    """Make the role with its few rights, once, by a connection of its own.

    Rights written in the long transaction of a test would hold rows of the server's own tables, on which its
    housekeeping waits, to a deadlock.
    """
    own = connection.copy()
    try:
        with own.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name])
            is_there = cursor.fetchone() is not None
            if is_there:
                cursor.execute("SELECT has_table_privilege(%s, 'edition_edition', 'SELECT')", [name])
                if cursor.fetchone()[0]:
                    return
            role = connection.ops.quote_name(name)
            if not is_there:
                cursor.execute(f"CREATE ROLE {role}")
            cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
            for table in sorted(filter(is_public, connection.introspection.table_names(cursor))):
                cursor.execute(f'GRANT SELECT ON "{table}" TO {role}')
    finally:
        own.close()
