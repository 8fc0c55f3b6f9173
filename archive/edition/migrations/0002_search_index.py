"""The full-text index over the token streams of search entries, kept by the database itself.

SQLite: an FTS5 table with external content and triggers. PostgreSQL: a generated ``words`` column with a GIN index;
lexemes carry the letter of their stream, since its own parser would split words differently.

Altering ``SearchEntry`` on SQLite makes the table anew and drops its triggers: a migration that does so ends by
running ``build`` of this module again.
"""

from django.db import migrations

SQLITE = [
    """
    CREATE VIRTUAL TABLE edition_searchindex USING fts5(
        x, l, m, k, content='edition_searchentry', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
    )
    """,
    "INSERT INTO edition_searchindex(edition_searchindex, rank) VALUES('secure-delete', 1)",
    """
    CREATE TRIGGER edition_searchentry_inserted AFTER INSERT ON edition_searchentry BEGIN
        INSERT INTO edition_searchindex(rowid, x, l, m, k) VALUES (new.id, new.x, new.l, new.m, new.k);
    END
    """,
    """
    CREATE TRIGGER edition_searchentry_deleted AFTER DELETE ON edition_searchentry BEGIN
        INSERT INTO edition_searchindex(edition_searchindex, rowid, x, l, m, k) VALUES ('delete', old.id, old.x, old.l, old.m, old.k);
    END
    """,
    """
    CREATE TRIGGER edition_searchentry_updated AFTER UPDATE ON edition_searchentry BEGIN
        INSERT INTO edition_searchindex(edition_searchindex, rowid, x, l, m, k) VALUES ('delete', old.id, old.x, old.l, old.m, old.k);
        INSERT INTO edition_searchindex(rowid, x, l, m, k) VALUES (new.id, new.x, new.l, new.m, new.k);
    END
    """,
    "INSERT INTO edition_searchindex(edition_searchindex) VALUES('rebuild')",
]
SQLITE_GONE = [
    "DROP TRIGGER IF EXISTS edition_searchentry_inserted",
    "DROP TRIGGER IF EXISTS edition_searchentry_deleted",
    "DROP TRIGGER IF EXISTS edition_searchentry_updated",
    "DROP TABLE IF EXISTS edition_searchindex",
]

POSTGRESQL = [
    r"""
    CREATE FUNCTION edition_search_words(x text, l text, m text, k text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog
    AS $$
        SELECT coalesce(string_agg(
            '''' || stream || replace(replace(word, '\', '\\'), '''', '''''') || ''':' || least(place, 16383) || weight, ' '
        ), '')::tsvector
        FROM (
            SELECT 'x' AS stream, 'A' AS weight, word, place
            FROM unnest(string_to_array(x, ' ')) WITH ORDINALITY AS words(word, place)
            UNION ALL
            SELECT 'l', 'B', word, place FROM unnest(string_to_array(l, ' ')) WITH ORDINALITY AS words(word, place)
            UNION ALL
            SELECT 'm', 'C', word, place FROM unnest(string_to_array(m, ' ')) WITH ORDINALITY AS words(word, place)
            UNION ALL
            SELECT 'k', 'D', word, place FROM unnest(string_to_array(k, ' ')) WITH ORDINALITY AS words(word, place)
        ) AS streams
    $$
    """,
    """
    ALTER TABLE edition_searchentry
    ADD COLUMN words tsvector GENERATED ALWAYS AS (edition_search_words(x, l, m, k)) STORED
    """,
    "CREATE INDEX edition_searchentry_words ON edition_searchentry USING gin (words)",
]
POSTGRESQL_GONE = [
    "DROP INDEX IF EXISTS edition_searchentry_words",
    "ALTER TABLE edition_searchentry DROP COLUMN IF EXISTS words",
    "DROP FUNCTION IF EXISTS edition_search_words(text, text, text, text)",
]


def build(apps, schema_editor):
    drop(apps, schema_editor)
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in SQLITE_GONE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_GONE:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("edition", "0001_initial")]

    operations = [migrations.RunPython(build, drop)]
