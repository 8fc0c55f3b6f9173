from django.db import models
from django.db.models import Exists, OuterRef

from archive.document import canonical
from archive.document.guides import PathCard
from archive.document.text import Text

from .interview import PublishedInterview
from .liveness import LiveManager


class PublishedMoment(models.Model):
    """A public interview that readers are led to. ``starts_at_ms`` is on the recording with the key ``part``, ``passage``
    the key of what is being said then; all are empty where it begins at the beginning, or that part is not public."""

    interview = models.ForeignKey(PublishedInterview, models.CASCADE, related_name="+")
    key = models.CharField(max_length=12, unique=True)
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=24, blank=True)
    passage = models.CharField(max_length=24, blank=True)
    starts_at_ms = models.PositiveIntegerField(null=True)

    objects = LiveManager("interview__")
    everything = models.Manager()

    class Meta:
        abstract = True
        base_manager_name = "everything"
        ordering = ["position", "key"]

    def __str__(self):
        return self.key


class TrodManager(models.Manager):
    """Paths on which something in force stands now."""

    def get_queryset(self):
        return super().get_queryset().filter(Exists(PublishedStop.objects.filter(path=OuterRef("pk"))))


class PublishedPath(models.Model):
    """A path as the public sees it; ``card`` is canonical JSON."""

    slug = models.CharField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField()
    card = models.TextField()

    objects = TrodManager()
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        ordering = ["position", "slug"]

    def __str__(self):
        return self.slug

    @property
    def content(self) -> PathCard:
        return canonical.load(self.card, PathCard)


class PublishedStop(PublishedMoment):
    """One testimony on a path. ``said`` says why it is here, as canonical JSON: a text by language."""

    path = models.ForeignKey(PublishedPath, models.CASCADE, related_name="stops")
    said = models.TextField()

    @property
    def sentence(self) -> Text:
        return canonical.load(self.said, dict[str, str])


class PublishedOpening(PublishedMoment):
    """A passage of which a sentence may open the first page."""
