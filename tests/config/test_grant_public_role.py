import pytest
from django.core.management import CommandError, call_command
from django.db import connection

ROLE = "holos_public_under_test"


def test_sqlite_has_no_roles():
    if connection.vendor == "postgresql":
        pytest.skip("about SQLite")
    with pytest.raises(CommandError, match="PostgreSQL"):
        call_command("grant_public_role", ROLE)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_the_public_role_reads_the_edition_and_nothing_else():
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        cursor.execute(f"GRANT SELECT ON catalogue_user TO {ROLE}")
        call_command("grant_public_role", ROLE)
        rights = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                "SELECT array_agg(r ORDER BY r) FROM unnest(ARRAY['SELECT','INSERT','UPDATE','DELETE','TRUNCATE']) r "
                "WHERE has_table_privilege(%s, %s, r)",
                [ROLE, table],
            )
            rights[table] = cursor.fetchone()[0]
    assert "catalogue_user" in rights
    assert {table for table, held in rights.items() if held} == {
        table for table in rights if table.startswith("edition_")
    }
    assert all(held == ["SELECT"] for held in rights.values() if held)


@pytest.mark.postgresql
@pytest.mark.django_db
def test_a_superuser_is_not_a_public_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        name = cursor.fetchone()[0]
    with pytest.raises(CommandError, match="superuser"):
        call_command("grant_public_role", name)
