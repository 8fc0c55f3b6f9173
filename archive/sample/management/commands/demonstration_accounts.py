from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from archive.sample import accounts


class Command(BaseCommand):
    help = "Print the demonstration accounts and their passwords, an account a line."

    def handle(self, *args, **options):
        if not settings.HOLOS_DEMONSTRATION:
            raise CommandError("This is not a demonstration site (HOLOS_DEMONSTRATION): it has no such accounts.")
        for name, password in accounts.passwords().items():
            self.stdout.write(f"{name:<14} {password}")
