from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.sample import load


class Command(BaseCommand):
    help = "Load the sample collections with their demonstration accounts. A second run changes nothing."

    def handle(self, *args, **options):
        if not settings.HOLOS_DEMONSTRATION:
            raise CommandError("This is not a demonstration site (HOLOS_DEMONSTRATION): the sample is not loaded here.")
        if load.is_loaded():
            self.stdout.write("The sample collections are already there; nothing was changed.")
            return
        count = load.load()
        self.stdout.write(
            f"Loaded the sample collections: {count} interviews. The worker prepares their sound and film."
        )
