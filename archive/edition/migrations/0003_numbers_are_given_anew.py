"""Interviews take their numbers from the publication ledger from now on: the edition is emptied and written anew.

``manage.py publish_edition`` fills it again; until then nothing is public. Tombstones stay: their addresses go on
answering.
"""

from django.db import migrations

TABLES = (
    "searchentry",
    "facetvalue",
    "publishedfile",
    "publishedinterview",
    "publishedauthority",
    "publishedcollection",
    "edition",
)


def empty(apps, schema_editor):
    for table in TABLES:
        schema_editor.execute(f"DELETE FROM edition_{table}")


class Migration(migrations.Migration):
    dependencies = [("edition", "0002_search_index")]

    operations = [migrations.RunPython(empty, migrations.RunPython.noop)]
