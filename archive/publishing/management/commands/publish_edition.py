from django.core.management.base import BaseCommand
from django.db import transaction

from archive.catalogue.models import Interview
from archive.edition.models import PublishedInterview
from archive.publishing.door import publish


class Command(BaseCommand):
    help = "Rebuild the edition from the approved versions and the publication ledger; equal history gives equal bytes."

    def handle(self, *args, **options):
        with transaction.atomic():
            orphans = PublishedInterview.everything.exclude(
                reference__in=list(
                    Interview.objects.values_list("publication__reference", flat=True).exclude(publication=None)
                )
            )
            orphans.delete()
            count = 0
            for pk in Interview.objects.approved_once().order_by("pk").values_list("pk", flat=True):
                publish(pk, rewrite=True)
                count += 1
        self.stdout.write(f"{count} approved interviews, {PublishedInterview.objects.count()} of them public.")
