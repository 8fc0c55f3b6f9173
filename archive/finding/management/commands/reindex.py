from django.core.management.base import BaseCommand

from archive.edition.search import generations
from archive.finding.rebuilding import forget, rebuild
from archive.publishing.reindexing import reindex


class Command(BaseCommand):
    help = (
        "Build the search indexes anew: the public one beside the one that answers, the one of the workroom record by "
        "record. May be interrupted at any time, and goes on where it stopped."
    )

    def add_arguments(self, parser):
        only = parser.add_mutually_exclusive_group()
        only.add_argument("--public", action="store_true", help="Only the index that answers the public.")
        only.add_argument("--workroom", action="store_true", help="Only the index that answers those who work here.")
        parser.add_argument(
            "--afresh", action="store_true", help="Let go of what an interrupted run has built; as after an upgrade."
        )

    def handle(self, *args, verbosity, public, workroom, afresh, **options):
        report = self._report if verbosity else lambda done, total: None
        if afresh and not workroom:
            generations.forget()
        if afresh and not public:
            forget()
        if not workroom:
            self.stdout.write(f"{reindex(report=report)} interviews are in the public index.")
        if not public:
            self.stdout.write(f"{rebuild(report=report)} records are read for the index of the workroom.")

    def _report(self, done: int, total: int) -> None:
        self.stderr.write(f"\r{done} of {total}", ending="")
