from django.db import models
from django.utils.translation import gettext_lazy as _

from .authority import Authority


class Topic(Authority):
    """A concept of the thesaurus (SKOS), with the broader concept it belongs to."""

    public_text = {"scope_note"}
    private_text = set()

    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("broader topic")
    )
    scope_note = models.TextField(
        _("scope note"), blank=True, help_text=_("What belongs under this topic and what does not.")
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def save(self, *args, **kwargs):
        self.kind = self.Kind.TOPIC
        super().save(*args, **kwargs)
