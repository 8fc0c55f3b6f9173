from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stop(models.Model):
    """An immediate end of display, until a moderator releases it. Not the lawyers' hold."""

    public_text = set()
    private_text = {"reason", "release_reason"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="stops", verbose_name=_("interview")
    )
    reason = models.TextField(_("reason"))
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("placed by"), related_name="+", editable=False
    )
    placed_at = models.DateTimeField(_("placed at"), default=timezone.now, editable=False)
    release_reason = models.TextField(_("reason for release"), blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("released by"),
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        ordering = ["-placed_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_at__gte=F("placed_at"), released_by__isnull=False),
                name="stop_released_by_somebody",
            ),
            models.UniqueConstraint(
                fields=["interview"], condition=Q(released_at__isnull=True), name="stop_once_an_interview"
            ),
        ]

    def __str__(self):
        return f"{self.interview}/{self.pk}"
