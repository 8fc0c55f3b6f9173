from django.db import migrations

EDITORS, VERSIONS = "catalogue_versioneditor", "catalogue_approvedversion"
OTHER = f"(SELECT approved_by_id FROM {VERSIONS} WHERE id = NEW.version_id)"


def tie(apps, schema_editor):
    """Let the database refuse an editor of a version beside another approver than the version's, who never changes."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in ("insert", "update"):
            schema_editor.execute(
                f"CREATE TRIGGER version_editor_approver_{verb} BEFORE {verb.upper()} ON {EDITORS} "
                f"WHEN NEW.version_id IS NOT NULL AND NEW.approver_id IS NOT NULL AND NEW.approver_id IS NOT {OTHER} "
                "BEGIN SELECT RAISE(ABORT, 'version_editor_names_its_approver'); END"
            )
        schema_editor.execute(
            f"CREATE TRIGGER approved_version_approver_stays BEFORE UPDATE OF approved_by_id ON {VERSIONS} "
            "WHEN NEW.approved_by_id IS NOT OLD.approved_by_id "
            "BEGIN SELECT RAISE(ABORT, 'approved_version_approver_stays'); END"
        )
        return
    schema_editor.execute(
        "CREATE FUNCTION version_editor_names_its_approver() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF NEW.approver_id IS DISTINCT FROM {OTHER} AND NEW.version_id IS NOT NULL "
        "AND NEW.approver_id IS NOT NULL "
        "THEN RAISE EXCEPTION 'version_editor_names_its_approver' USING ERRCODE = 'check_violation'; END IF; "
        "RETURN NEW; END $$"
    )
    schema_editor.execute(
        "CREATE FUNCTION approved_version_approver_stays() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'approved_version_approver_stays' USING ERRCODE = 'check_violation'; END $$"
    )
    schema_editor.execute(
        f"CREATE TRIGGER version_editor_approver BEFORE INSERT OR UPDATE ON {EDITORS} "
        "FOR EACH ROW EXECUTE FUNCTION version_editor_names_its_approver()"
    )
    schema_editor.execute(
        f"CREATE TRIGGER approved_version_approver_stays BEFORE UPDATE OF approved_by_id ON {VERSIONS} "
        "FOR EACH ROW WHEN (NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id) "
        "EXECUTE FUNCTION approved_version_approver_stays()"
    )


def untie(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in (
            "version_editor_approver_insert",
            "version_editor_approver_update",
            "approved_version_approver_stays",
        ):
            schema_editor.execute(f"DROP TRIGGER {name}")
        return
    schema_editor.execute(f"DROP TRIGGER version_editor_approver ON {EDITORS}")
    schema_editor.execute(f"DROP TRIGGER approved_version_approver_stays ON {VERSIONS}")
    schema_editor.execute("DROP FUNCTION version_editor_names_its_approver()")
    schema_editor.execute("DROP FUNCTION approved_version_approver_stays()")


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0007_decisions_are_made_anew")]

    operations = [migrations.RunPython(tie, untie)]
