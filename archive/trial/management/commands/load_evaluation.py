from django.core.management.base import BaseCommand, CommandError

from archive.trial import passages
from archive.trial.authorities import Stated
from archive.trial.passages import Passage
from archive.trial.reading import Unusable, lines, whole


class Command(BaseCommand):
    help = (
        "Load passages to judge the search by (JSON Lines of id, lang, text) into an empty database and publish them."
    )

    def add_arguments(self, parser):
        parser.add_argument("passages", metavar="DOCS.jsonl")
        parser.add_argument("authorities", metavar="AUTHORITIES.json", nargs="*")

    def handle(self, *args, **options):
        try:
            stated = [one for file in options["authorities"] for one in whole(file, list[Stated])]
            count, left_out = passages.load(lines(options["passages"], Passage), stated)
        except Unusable as reason:
            raise CommandError(str(reason)) from reason
        for sentence in left_out:
            self.stderr.write(sentence)
        self.stdout.write(f"Loaded and published {count} passages and {len(stated) - len(left_out)} authorities.")
