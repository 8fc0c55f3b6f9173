"""The private full-text index, empty, with every record noted to be read for it by the workers."""

from django.db import migrations, models

TOKENS = "content='', tokenize='unicode61 remove_diacritics 0'"
SQLITE = [
    f"CREATE VIRTUAL TABLE catalogue_sheetindex_texts USING fts5(x, l, m, k, e, {TOKENS})",
    f"CREATE VIRTUAL TABLE catalogue_sheetindex_wholes USING fts5(x, l, k, e, {TOKENS}, detail=column)",
    "INSERT INTO catalogue_sheetindex_texts(catalogue_sheetindex_texts, rank) VALUES('secure-delete', 1)",
    "INSERT INTO catalogue_sheetindex_wholes(catalogue_sheetindex_wholes, rank) VALUES('secure-delete', 1)",
]
POSTGRESQL = [
    "CREATE TABLE catalogue_sheetindex_texts (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX catalogue_sheetindex_texts_words ON catalogue_sheetindex_texts USING gin (words)",
    "CREATE TABLE catalogue_sheetindex_wholes (id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX catalogue_sheetindex_wholes_words ON catalogue_sheetindex_wholes USING gin (words)",
]
GONE = ["DROP TABLE IF EXISTS catalogue_sheetindex_texts", "DROP TABLE IF EXISTS catalogue_sheetindex_wholes"]
NOTE = "INSERT INTO catalogue_outdatedrecord (root, record, wanted) SELECT '{root}', id, 'read' FROM catalogue_{root} ORDER BY id"
ROOTS = ("interview", "authority", "collection")


def create(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    for statement in GONE:
        schema_editor.execute(statement, params=None)


def note_all(apps, schema_editor):
    for root in ROOTS:
        schema_editor.execute(NOTE.format(root=root), params=None)


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0024_mentions")]

    operations = [
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("digest", models.CharField(max_length=64)),
                ("packed", models.BinaryField()),
                ("places", models.JSONField(default=list)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.CreateModel(
            name="OutdatedRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("root", models.CharField(max_length=10)),
                ("record", models.BigIntegerField()),
                (
                    "wanted",
                    models.CharField(
                        choices=[("read", "Read"), ("names", "Names"), ("anew", "Anew")], default="read", max_length=5
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["wanted", "id"], name="outdated_by_what_is_wanted")],
            },
        ),
        migrations.RunPython(create, drop),
        migrations.RunPython(note_all, migrations.RunPython.noop),
    ]
