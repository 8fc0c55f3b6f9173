from django.db import migrations

TABLE = "catalogue_custodyevent"


def guard(apps, schema_editor):
    """Let the database itself refuse to change or remove an event."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(
                f"CREATE TRIGGER custody_event_no_{verb} BEFORE {verb.upper()} ON {TABLE} "
                "BEGIN SELECT RAISE(ABORT, 'custody events are append-only'); END"
            )
    else:
        schema_editor.execute(
            "CREATE FUNCTION custody_event_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'custody events are append-only'; END $$"
        )
        schema_editor.execute(
            f"CREATE TRIGGER custody_event_append_only BEFORE UPDATE OR DELETE ON {TABLE} "
            "FOR EACH ROW EXECUTE FUNCTION custody_event_is_append_only()"
        )


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER custody_event_no_{verb}")
    else:
        schema_editor.execute(f"DROP TRIGGER custody_event_append_only ON {TABLE}")
        schema_editor.execute("DROP FUNCTION custody_event_is_append_only()")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
