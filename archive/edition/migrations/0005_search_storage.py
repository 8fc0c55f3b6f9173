"""The full-text index apart from the texts: without a stored copy of the token streams, and with one of whole interviews.

The edition was emptied earlier; ``manage.py publish_edition`` fills the index with it.
"""

import django.db.models.deletion
from django.db import migrations, models

TOKENS = "content='', tokenize='unicode61 remove_diacritics 0'"
SQLITE_OLD = [
    "DROP TRIGGER IF EXISTS edition_searchentry_inserted",
    "DROP TRIGGER IF EXISTS edition_searchentry_deleted",
    "DROP TRIGGER IF EXISTS edition_searchentry_updated",
    "DROP TABLE IF EXISTS edition_searchindex",
]
SQLITE = [
    f"CREATE VIRTUAL TABLE edition_searchindex_texts USING fts5(x, l, m, k, e, {TOKENS})",
    f"CREATE VIRTUAL TABLE edition_searchindex_interviews USING fts5(x, l, k, e, {TOKENS}, detail=column)",
    "INSERT INTO edition_searchindex_texts(edition_searchindex_texts, rank) VALUES('secure-delete', 1)",
    "INSERT INTO edition_searchindex_interviews(edition_searchindex_interviews, rank) VALUES('secure-delete', 1)",
]
POSTGRESQL_OLD = [
    "DROP INDEX IF EXISTS edition_searchentry_words",
    "ALTER TABLE edition_searchentry DROP COLUMN IF EXISTS words",
    "DROP FUNCTION IF EXISTS edition_search_words(text, text, text, text)",
]
POSTGRESQL = [
    "CREATE TABLE edition_searchindex_texts (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX edition_searchindex_texts_words ON edition_searchindex_texts USING gin (words)",
    "CREATE TABLE edition_searchindex_interviews (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX edition_searchindex_interviews_words ON edition_searchindex_interviews USING gin (words)",
]
GONE = ["DROP TABLE IF EXISTS edition_searchindex_texts", "DROP TABLE IF EXISTS edition_searchindex_interviews"]


def drop_old(apps, schema_editor):
    _run(schema_editor, SQLITE_OLD, POSTGRESQL_OLD)


def create(apps, schema_editor):
    _run(schema_editor, SQLITE, POSTGRESQL)


def drop(apps, schema_editor):
    _run(schema_editor, GONE, GONE)


def _run(schema_editor, sqlite, postgresql):
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgresql:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("edition", "0004_outlines_and_bitmaps")]

    operations = [
        migrations.RunPython(drop_old, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="searchentry",
            name="k",
        ),
        migrations.RemoveField(
            model_name="searchentry",
            name="l",
        ),
        migrations.RemoveField(
            model_name="searchentry",
            name="m",
        ),
        migrations.RemoveField(
            model_name="searchentry",
            name="x",
        ),
        migrations.CreateModel(
            name="VocabularyWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=80)),
                ("x", models.CharField(db_index=True, max_length=80)),
                ("l", models.CharField(max_length=80)),
                ("m", models.CharField(max_length=80)),
                ("k", models.CharField(max_length=80)),
                ("interviews", models.PositiveIntegerField()),
                ("generation", models.CharField(blank=True, max_length=8)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("word", "l", "m", "k", "generation"), name="vocabulary_word_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="IndexedInterview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("generation", models.CharField(blank=True, max_length=8)),
                ("packed", models.BinaryField()),
                (
                    "interview",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indexed",
                        to="edition.publishedinterview",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("interview", "generation"), name="indexed_once_a_generation")
                ],
            },
        ),
        migrations.RunPython(create, drop),
    ]
