"""A guard of the database. On SQLite it goes with a table that is made anew: whoever alters this one puts it back."""

from django.db import migrations

TABLE = "catalogue_interview"
SAYS = "an interview under legal preservation is not destroyed"


def guard(apps, schema_editor):
    """Let the database itself refuse to delete an interview under legal preservation."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(
            f"CREATE TRIGGER interview_preserved_no_delete BEFORE DELETE ON {TABLE} WHEN OLD.is_preserved "
            f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END"
        )
    else:
        schema_editor.execute(
            "CREATE FUNCTION interview_is_preserved() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{SAYS}'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER interview_preserved_no_delete BEFORE DELETE ON {TABLE} "
            "FOR EACH ROW WHEN (OLD.is_preserved) EXECUTE FUNCTION interview_is_preserved()"
        )


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER interview_preserved_no_delete")
    else:
        schema_editor.execute(f"DROP TRIGGER interview_preserved_no_delete ON {TABLE}")
        schema_editor.execute("DROP FUNCTION interview_is_preserved()")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0011_erasure")]

    operations = [migrations.RunPython(guard, unguard)]
