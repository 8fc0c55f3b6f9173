import datetime as dt

from django.db import models
from django.utils import timezone


class EditionManager(models.Manager):
    def current(self) -> "Edition":
        """The one row; unsaved where nothing was ever published, so that reading never writes."""
        return self.filter(pk=1).first() or self.model(pk=1)


class Edition(models.Model):
    """The edition as a whole: a revision that changes only when its bytes do, and the next expiry."""

    revision = models.PositiveBigIntegerField(default=0)
    next_expiry_at = models.DateTimeField(null=True, blank=True)

    objects = EditionManager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="edition_is_one")]

    def __str__(self):
        return str(self.revision)

    def coming(self, now: dt.datetime) -> int:
        """The revision a change at this moment leads to: never one that was before, also after a rebuilding."""
        return max(self.revision + 1, int(now.timestamp() * 1000))

    @property
    def has_expired_rows(self) -> bool:
        """Whether something ran out that no worker has purged yet: it is absent, but still weighs in the index."""
        return self.next_expiry_at is not None and self.next_expiry_at <= timezone.now()

    @property
    def validator(self) -> str:
        """A strong entity tag's content for every page; changes when an expiry has passed unpurged."""
        if self.has_expired_rows:
            return f"{self.revision}-{int(self.next_expiry_at.timestamp())}"
        return str(self.revision)
