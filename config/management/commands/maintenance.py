"""``manage.py maintenance on``: every address says that the archive is closed for a short while, until ``off``."""

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Close the archive for a short while, reading room and workroom, and open it again. No restart is needed."

    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("state", choices=("on", "off"))

    def handle(self, *, state, **options):
        sign = settings.HOLOS_MAINTENANCE_SIGN
        if state == "on":
            sign.parent.mkdir(parents=True, exist_ok=True)
            sign.touch()
            self.stdout.write("The archive is closed. `manage.py maintenance off` opens it.")
        else:
            sign.unlink(missing_ok=True)
            self.stdout.write("The archive is open.")
