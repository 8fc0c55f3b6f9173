from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import any_language
from ..vocabulary import AudienceChoice, Scope


class Collection(models.Model):
    """A body of interviews kept under one policy (ISAD(G) fonds or collection)."""

    public_text = {"slug", "name", "description", "demonstration_mark"}
    private_text = {"code", "private_note", "looked_through"}

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    code = models.CharField(
        _("code"),
        max_length=8,
        unique=True,
        help_text=_("Begins every accession code of this collection, as IZ in IZ-2022-0007."),
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    demonstration_mark = models.CharField(
        _("demonstration mark"),
        max_length=200,
        blank=True,
        help_text=_("Stands on every page and inside every file of a collection that is invented."),
    )
    private_note = models.TextField(_("note for staff"), blank=True)
    looked_through = models.JSONField(
        default=dict,
        editable=False,
        help_text="The digest of the words last compared with the public testimonies, and the keys of those they name somebody of.",
    )

    class Meta:
        verbose_name = _("collection")
        verbose_name_plural = _("collections")
        ordering = ["code"]
        constraints = [any_language("name", model="collection")]

    def __str__(self):
        return self.code


class CollectionPolicy(models.Model):
    """The widest audience a collection allows for a scope, whatever the narrators allow."""

    public_text = set()
    private_text = {"scope", "widest"}

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="policy", verbose_name=_("collection"))
    scope = models.CharField(_("scope"), max_length=12, choices=Scope)
    widest = models.CharField(_("at most for"), max_length=12, choices=AudienceChoice)

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        constraints = [models.UniqueConstraint(fields=["collection", "scope"], name="policy_once_a_scope")]

    def __str__(self):
        return f"{self.collection}: {self.get_scope_display()}"


class AccessionCounter(models.Model):
    """The last number given in a collection and year; locked while a code is made."""

    public_text = set()
    private_text = set()

    collection = models.ForeignKey(Collection, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["collection", "year"], name="accession_counter_once_a_year")]

    def __str__(self):
        return f"{self.collection} {self.year}"
