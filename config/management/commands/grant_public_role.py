"""``manage.py grant_public_role holos_public``: the database role of the public site reads the edition and no more."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

PUBLIC_PREFIX = "edition_"


class Command(BaseCommand):
    help = (
        "Give a PostgreSQL role the right to read the tables of the edition, and take from it and from everybody "
        "else any other right. Run it as the owner after every migration."
    )

    def add_arguments(self, parser):
        parser.add_argument("role", help="the role of the public site; it must exist")

    def handle(self, *, role, **options):
        if connection.vendor != "postgresql":
            raise CommandError("Database roles are PostgreSQL's; set HOLOS_DATABASE_URL to the owner's address.")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [role])
            found = cursor.fetchone()
            if found is None:
                raise CommandError(f"There is no role {role}. Create it first: docs/operations.md says how.")
            if found[0]:
                raise CommandError(f"{role} is a superuser; choose a role without any right of its own.")
            tables = self.grant(cursor, connection.ops.quote_name(role))
        self.stdout.write(f"{role} can read {len(tables)} tables of the edition and nothing else.")

    def grant(self, cursor, role):
        for everything in ("TABLES", "SEQUENCES", "FUNCTIONS"):
            cursor.execute(f"REVOKE ALL ON ALL {everything} IN SCHEMA public FROM {role}")
        cursor.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC")
        cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
        names = connection.introspection.table_names(cursor, include_views=True)
        tables = [name for name in names if name.startswith(PUBLIC_PREFIX)]
        if not tables:
            raise CommandError("There are no tables of the edition yet: run manage.py migrate first.")
        quoted = ", ".join(map(connection.ops.quote_name, tables))
        cursor.execute(f"GRANT SELECT ON {quoted} TO {role}")
        return tables
