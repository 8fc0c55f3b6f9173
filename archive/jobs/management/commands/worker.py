from django.core.management.base import BaseCommand

from archive.jobs.worker import Worker, drain


class Command(BaseCommand):
    """Runs the background worker."""

    help = "Does the archive's background work until it is stopped; --once does what is waiting and ends."

    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is waiting now, then end")

    def handle(self, *args, once, **options):
        if once:
            Worker().do_duties()
            taken = drain()
            self.stdout.write(f"Jobs done: {taken}.")
        else:
            Worker().run()
