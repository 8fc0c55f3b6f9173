from django.core.management.base import BaseCommand, CommandError

from archive.trial.judging import TYPO, Query, judge, lines
from archive.trial.reading import Unusable
from archive.trial.reading import lines as read


class Command(BaseCommand):
    help = "Ask the queries of a file (JSON Lines) and print recall and precision among the first ten, a line a type."

    def add_arguments(self, parser):
        parser.add_argument("queries", metavar="QUERIES.jsonl")
        parser.add_argument("--misses", action="store_true", help="Name every query that was not answered in full.")

    def handle(self, *args, **options):
        try:
            judged = list(judge(read(options["queries"], Query)))
        except Unusable as reason:
            raise CommandError(str(reason)) from reason
        if options["misses"]:
            self.misses(judged)
        self.stdout.write(f"{'type':<10} {'queries':>7} {'recall@10':>9} {'precision@10':>12}")
        for line in lines(judged):
            if line.type == TYPO:
                found = round(line.recall * line.queries)
                self.stdout.write(f"{TYPO:<10} {line.queries:>7} {line.recall:>9.4f} suggestions@3 {found}")
            else:
                self.stdout.write(f"{line.type:<10} {line.queries:>7} {line.recall:>9.4f} {line.precision:>12.4f}")

    def misses(self, judged):
        for query, recall, precision, answer in judged:
            if min(recall, precision) < 1:
                wanted = query.suggest or " ".join(query.relevant)
                found = " ".join(answer)
                self.stdout.write(f"{query.id} {query.type} “{query.q}” wanted: {wanted} found: {found}")
