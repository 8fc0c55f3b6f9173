"""Default closed: the managers of the edition hold only what may be seen at this moment."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


def in_force(path: str = "") -> Q:
    """The condition that the interview at ``path`` (with its trailing ``__``) has not run out."""
    return Q(**{f"{path}valid_until__isnull": True}) | Q(**{f"{path}valid_until__gt": timezone.now()})


def run_out() -> Q:
    """The condition that an interview has run out: the opposite of ``in_force``, answered from an index."""
    return Q(valid_until__lte=timezone.now())


class LiveManager(models.Manager):
    """Rows whose interview is in force now; ``path`` leads from the row to its interview."""

    def __init__(self, path: str = ""):
        super().__init__()
        self.path = path

    def get_queryset(self):
        return super().get_queryset().filter(in_force(self.path))
