import zlib
from functools import cached_property
from urllib.parse import urlencode

from django.db import models
from django.urls import NoReverseMatch, reverse

from archive.document import canonical
from archive.document.document import Document
from archive.document.outline import Outline

from ..alphabet import LONGEST, sort_key
from .liveness import LiveManager


class SortKeyField(models.CharField):
    """The place of another column's text in the alphabet of ``language``, written whenever the row is."""

    def __init__(self, *args, source="", language="", **kwargs):
        self.source, self.language = source, language
        super().__init__(*args, max_length=2 * LONGEST, editable=False, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"], kwargs["editable"]
        return name, path, args, {**kwargs, "source": self.source, "language": self.language}

    def pre_save(self, instance, add):
        value = sort_key(getattr(instance, self.source), self.language)
        setattr(instance, self.attname, value)
        return value


class PublishedInterview(models.Model):
    """One interview as it may be seen, under its public reference.

    The primary key is the number the publication ledger gave when the interview first was public: dense, never given
    again, so that sets of interviews are small bitmaps and a higher number is newer. ``packed`` is the document
    (canonical JSON, zlib), ``outline`` the canonical JSON of what a row of a list shows. ``version`` is the edition's
    revision at which the row last changed. What is told about for sure, ``surely``, is as ``archive.language.dates.sure``
    says. ``valid_until`` is the next narrowing: from then on the row is absent until
    published anew.
    """

    reference = models.CharField(max_length=64, unique=True)
    collection = models.ForeignKey("edition.PublishedCollection", models.PROTECT, related_name="interviews")
    kind = models.CharField(max_length=12)
    packed = models.BinaryField()
    outline = models.TextField()
    digest = models.CharField(max_length=64)
    version = models.PositiveBigIntegerField(db_index=True, default=0)
    title_uk = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    title_pl = models.CharField(max_length=300)
    order_uk = SortKeyField(source="title_uk", language="uk")
    order_en = SortKeyField(source="title_en", language="en")
    order_pl = SortKeyField(source="title_pl", language="pl")
    recorded_earliest = models.DateField(null=True)
    recorded_latest = models.DateField(null=True)
    told_earliest = models.DateField(null=True)
    told_latest = models.DateField(null=True)
    surely_earliest = models.DateField(null=True)
    surely_latest = models.DateField(null=True)
    duration_ms = models.PositiveIntegerField(default=0)
    first_public_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True, db_index=True)

    objects = LiveManager()
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=[f"order_{language}", "id"], name=f"published_by_title_{language}")
            for language in ("uk", "en", "pl")
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """Its page; of a reference of another form than publishing gives, which has none, the list that finds it."""
        try:
            return reverse("interview-detail", args=[self.reference])
        except NoReverseMatch:
            return f"{reverse('interview-list')}?{urlencode({'q': self.reference})}"

    @property
    def document(self) -> str:
        """The document as canonical JSON."""
        return zlib.decompress(self.packed).decode()

    @document.setter
    def document(self, text: str) -> None:
        self.packed = zlib.compress(text.encode(), 4)

    @cached_property
    def content(self) -> Document:
        return canonical.load(self.document, Document)

    @cached_property
    def in_outline(self) -> Outline:
        return canonical.load(self.outline, Outline)


class FacetValue(models.Model):
    """One value an interview can be found by; places and topics stand with all their ancestors.

    ``claim`` is the key of a claim it makes, ``relates`` that of one its claims agree with or differ from, ``dates`` an
    event whose time they state, ``question`` one that they answer; the ``named-`` ones say what its words name, whatever it
    is about, and ``term`` which words of the glossary are said.
    """

    class Facet(models.TextChoices):
        PLACE = "place"
        TOPIC = "topic"
        EVENT = "event"
        PERSON = "person"
        LANGUAGE = "language"
        FORMAT = "format"
        WARNING = "warning"
        CLAIM = "claim"
        RELATES = "relates"
        DATES = "dates"
        QUESTION = "question"
        NAMED_PLACE = "named-place"
        NAMED_TOPIC = "named-topic"
        NAMED_EVENT = "named-event"
        NAMED_PERSON = "named-person"
        TERM = "term"

    interview = models.ForeignKey(PublishedInterview, models.CASCADE, related_name="facet_values")
    facet = models.CharField(max_length=16, choices=Facet)
    value = models.CharField(max_length=80)
    is_inherited = models.BooleanField(default=False)

    objects = LiveManager("interview__")
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        constraints = [
            models.UniqueConstraint(fields=["facet", "value", "interview"], name="facet_value_once_an_interview")
        ]

    def __str__(self):
        return f"{self.facet}={self.value}"


class PublishedFile(models.Model):
    """That a derivative is public with an interview: the gate every request for bytes goes through."""

    interview = models.ForeignKey(PublishedInterview, models.CASCADE, related_name="files")
    digest = models.CharField(max_length=64)
    suffix = models.CharField(max_length=8)
    media_type = models.CharField(max_length=60)
    size = models.PositiveBigIntegerField()
    role = models.CharField(max_length=24)
    part = models.CharField(max_length=12)

    objects = LiveManager("interview__")
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        constraints = [
            models.UniqueConstraint(fields=["interview", "part", "role", "digest"], name="published_file_once")
        ]
        indexes = [models.Index(fields=["digest"], name="published_file_by_digest")]

    def __str__(self):
        return f"{self.digest}.{self.suffix}"


class Tombstone(models.Model):
    """A reference that once answered and says now that the record is not available. Nothing else."""

    reference = models.CharField(max_length=64, unique=True)

    def __str__(self):
        return self.reference
