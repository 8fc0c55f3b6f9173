import time

from django.core.management.base import BaseCommand, CommandError

from archive.vault import check


class Command(BaseCommand):
    """Checks the files of the vault."""

    help = "check: read every file anew, compare it with its checksum, and delete public files that no record names."

    def add_arguments(self, parser):
        parser.add_argument("act", choices=["check"])
        parser.add_argument(
            "--older-than-hours",
            type=float,
            default=24,
            help="delete unnamed public files only when they are older than this (default: 24)",
        )

    def handle(self, *args, act, older_than_hours, **options):
        masters = check.masters()
        public = check.public(older_than=time.time() - older_than_hours * 3600)
        self._report("Master files", masters, "lies in the vault without a record")
        self._report("Public files", public, "had no record and was deleted")
        if not masters.is_clean or public.missing or public.changed:
            raise CommandError("The vault is not as it should be.")

    def _report(self, title, findings, unknown):
        self.stdout.write(f"{title}: {findings.whole} whole.")
        for digests, what in (
            (findings.missing, "is missing"),
            (findings.changed, "is not what it was"),
            (findings.unknown, unknown),
        ):
            for digest in digests:
                self.stdout.write(f"  {digest} {what}.")
