from django.core.management.base import BaseCommand

from archive.publishing.reindexing import reindex


class Command(BaseCommand):
    help = "Build the search index anew beside the one that answers, and put it in its place; may be interrupted at any time."

    def handle(self, *args, verbosity, **options):
        count = reindex(report=self._report if verbosity else lambda done, total: None)
        self.stdout.write(f"{count} interviews are in the index.")

    def _report(self, done: int, total: int) -> None:
        self.stderr.write(f"\r{done} of {total}", ending="")
