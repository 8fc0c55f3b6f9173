"""What changes with time alone: publications fall due, at the moment they asked for."""

import datetime as dt
import logging

from django.utils import timezone

from archive.catalogue.models import Publication

from .door import publish

logger = logging.getLogger(__name__)


def publish_due(now: dt.datetime | None = None) -> dt.datetime | None:
    """Publish anew whatever is due, and return the next moment at which anything will be."""
    now = now or timezone.now()
    for entry in Publication.objects.filter(due_at__lte=now, interview__isnull=False).order_by("due_at"):
        _publish_or_report(entry)
    return Publication.objects.filter(due_at__gt=now).order_by("due_at").values_list("due_at", flat=True).first()


def _publish_or_report(entry: Publication) -> None:
    """One publication that fails keeps no other waiting; its own row has run out by itself if it was to narrow."""
    try:
        publish(entry.interview_id)
    except Exception:
        logger.exception("The publication %s could not be brought up to date.", entry.reference)
