from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from archive.edition.models import PublishedInterview
from archive.trial.bench.measuring import measure
from archive.trial.bench.report import keep, table

VENDORS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


class Command(BaseCommand):
    help = "Measure how fast this archive answers, beside the bare engine and a plain page over the same tables."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=20, help="How often each case is asked.")
        parser.add_argument("--seconds", type=float, default=300, help="After this the asking ends.")
        parser.add_argument("--keep", type=Path, metavar="FILE.md", help="Keep the table in this document, too.")

    def handle(self, *args, **options):
        count = PublishedInterview.objects.count()
        if count < 100:
            raise CommandError("Fewer than a hundred interviews are public here. Load a corpus first (load_corpus).")
        text = table(measure(rounds=options["rounds"], seconds=options["seconds"]))
        self.stdout.write(text)
        if options["keep"]:
            keep(options["keep"], f"{VENDORS[connection.vendor]}, {_rounded(count)} interviews", text)


def _rounded(count: int) -> str:
    """The number to one digit: a tenth of a corpus is not public."""
    unit = 10 ** (len(str(count)) - 1)
    return f"{round(count / 0.9 / unit) * unit:,}"
