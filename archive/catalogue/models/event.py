from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import UncertainDateField, bound
from .authority import Authority


class Event(Authority):
    """Something that happened, dated as well as is known, with who dates it so."""

    public_text = {"happened", "attribution"}
    private_text = set()

    happened = UncertainDateField(_("when"), blank=True)
    happened_earliest = bound()
    happened_latest = bound()
    attribution = models.TextField(_("who dates it so"), blank=True)
    location = models.ForeignKey(
        "catalogue.Place", models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def save(self, *args, **kwargs):
        self.kind = self.Kind.EVENT
        super().save(*args, **kwargs)
