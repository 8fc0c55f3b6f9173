import time

from django.core.management.base import BaseCommand, CommandError

from archive.trial.corpus.load import load
from archive.trial.reading import Unusable

WIDTH = 40


class Command(BaseCommand):
    help = "Load a corpus (JSON Lines, an interview a line), approve and publish it; a second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("corpus", metavar="FILE.jsonl")
        parser.add_argument("--processes", type=int, help="Processes that prepare the words (default: one a core).")

    def handle(self, *args, **options):
        started = time.monotonic()
        try:
            loaded = load(options["corpus"], report=self.bar(started), processes=options["processes"])
        except Unusable as reason:
            raise CommandError(str(reason)) from reason
        if not loaded.interviews:
            self.stdout.write(f"All {loaded.before} interviews are already there; nothing was changed.")
            return
        seconds = time.monotonic() - started
        self.stderr.write("")
        self.stdout.write(
            f"Loaded {loaded.interviews} interviews with {loaded.segments} segments in {seconds:.1f} s: "
            f"{loaded.segments / seconds:.0f} segments a second."
        )

    def bar(self, started: float):
        """Draws how far the work has come, on one line of the error stream."""

        def report(done: int, total: int) -> None:
            filled = WIDTH * done // total
            rate = done / max(time.monotonic() - started, 0.001)
            drawn = "#" * filled + "." * (WIDTH - filled)
            self.stderr.write(f"\r[{drawn}] {done}/{total} segments, {rate:.0f}/s ", ending="")
            self.stderr.flush()

        return report
