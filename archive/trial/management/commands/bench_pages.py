from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from archive.edition.models import PublishedInterview
from archive.trial.bench.pages import measured, table
from archive.trial.bench.report import keep


class Command(BaseCommand):
    help = "Measure whole pages and pages a reader has already, beside a bare Django view."

    def add_arguments(self, parser):
        parser.add_argument("--rounds", type=int, default=50, help="How often each page is asked for.")
        parser.add_argument("--keep", type=Path, metavar="FILE.md", help="Keep the table in this document, too.")

    def handle(self, *args, **options):
        if not PublishedInterview.objects.exists():
            raise CommandError("Nothing is public here. Load the sample first (load_sample).")
        text = table(measured(rounds=options["rounds"]))
        self.stdout.write(text)
        if options["keep"]:
            keep(options["keep"], "pages beside a bare view", text)
