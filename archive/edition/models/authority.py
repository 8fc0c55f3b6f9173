from functools import lru_cache

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.urls import reverse

from archive.document import canonical
from archive.document.authority import AuthorityCard, CollectionCard

from .interview import FacetValue, PublishedInterview

NAMED = "named-"
"""What stands before the kind in the facets of what is named."""


@lru_cache(maxsize=8192)
def read_card(text: str) -> AuthorityCard:
    """The card that this canonical JSON says; kept by its words, so that it can never be out of date."""
    return canonical.load(text, AuthorityCard)


def referring(values: QuerySet) -> Exists:
    """The condition that an authority is referred to by any of the facet values: it is told about, or named."""
    facet = Q(facet=OuterRef("kind")) | Q(facet=Concat(Value(NAMED), OuterRef("kind")))
    return Exists(values.filter(facet, value=OuterRef("slug")))


class ReferredManager(models.Manager):
    """Authorities that something in force refers to now."""

    def get_queryset(self):
        return super().get_queryset().filter(referring(FacetValue.objects.all()))


class PublishedAuthority(models.Model):
    """A place, topic, event or public person as last approved; ``card`` is canonical JSON, ``forms`` are those of its
    names, as ``archive.document.names`` writes them. While the worker looks for whom new words name, ``is_looked_at``,
    it is not shown with what merely names it."""

    kind = models.CharField(max_length=10)
    slug = models.CharField(max_length=80)
    card = models.TextField()
    forms = models.TextField(default="[]")
    is_looked_at = models.BooleanField(default=False)

    objects = ReferredManager()
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="published_authority_once")]

    def __str__(self):
        return f"{self.kind}/{self.slug}"

    def get_absolute_url(self):
        return reverse(f"{self.kind}-detail", args=[self.slug])

    @property
    def content(self) -> AuthorityCard:
        return read_card(self.card)


class FormerAddress(models.Model):
    """An address that visitors knew, whose record was merged into one that is public now."""

    kind = models.CharField(max_length=10)
    slug = models.CharField(max_length=80)
    target = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "slug"], name="former_address_once")]

    def __str__(self):
        return f"{self.kind}/{self.slug}"


class InhabitedManager(models.Manager):
    """Collections that something in force belongs to now."""

    def get_queryset(self):
        inside = PublishedInterview.objects.filter(collection=OuterRef("pk"))
        return super().get_queryset().filter(Exists(inside))


class PublishedCollection(models.Model):
    """A collection as the public sees it; ``card`` is canonical JSON."""

    slug = models.CharField(max_length=60, unique=True)
    card = models.TextField()

    objects = InhabitedManager()
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"

    def __str__(self):
        return self.slug

    @property
    def content(self) -> CollectionCard:
        return canonical.load(self.card, CollectionCard)
