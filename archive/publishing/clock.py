"""What changes with time alone: publications fall due, at the moment they asked for."""

import datetime as dt

from django.utils import timezone

from archive.catalogue.models import Publication

from .door import publish


def publish_due(now: dt.datetime | None = None) -> dt.datetime | None:
    """Publish anew whatever is due, and return the next moment at which anything will be."""
    now = now or timezone.now()
    for entry in Publication.objects.filter(due_at__lte=now, interview__isnull=False).order_by("due_at"):
        publish(entry.interview_id)
    return Publication.objects.filter(due_at__gt=now).order_by("due_at").values_list("due_at", flat=True).first()
