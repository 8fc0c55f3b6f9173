"""On PostgreSQL an interview as a whole may stand in several rows; those there are become the first ones."""

from django.db import migrations

TABLE = "edition_searchindex_interviews"


def number_pieces(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table in (TABLE, f"{TABLE}_next"):
            if table in schema_editor.connection.introspection.table_names():
                schema_editor.execute(f"UPDATE {table} SET id = -(id << 8)")
                schema_editor.execute(f"UPDATE {table} SET id = -id")


class Migration(migrations.Migration):
    dependencies = [
        ("edition", "0020_longer_references"),
    ]

    operations = [migrations.RunPython(number_pieces, migrations.RunPython.noop)]
