from django.core.management.base import BaseCommand

from archive.edition.models import PublishedInterview
from archive.publishing.rebuilding import rebuild


class Command(BaseCommand):
    help = "Rebuild the edition from the approved versions and the publication ledger; equal history gives equal bytes."

    def handle(self, *args, **options):
        count = rebuild()
        self.stdout.write(f"{count} approved interviews, {PublishedInterview.objects.count()} of them public.")
