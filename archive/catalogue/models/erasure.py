from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Erasure(models.Model):
    """That an interview is to be destroyed, or was, and by which two people.

    The row outlives the interview: then it holds its key and names nobody but staff, and the reason is empty.
    """

    public_text = set()
    private_text = {"interview_key", "reason"}

    interview = models.OneToOneField(
        "catalogue.Interview",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="erasure",
        verbose_name=_("interview"),
        editable=False,
    )
    interview_key = models.CharField(max_length=12, unique=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("proposed by"), related_name="+", editable=False
    )
    proposed_at = models.DateTimeField(_("proposed at"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("confirmed by"),
        null=True,
        related_name="+",
        editable=False,
    )
    confirmed_at = models.DateTimeField(_("erased at"), null=True, editable=False)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-proposed_at", "-pk"]
        default_permissions = ["view"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True, interview__isnull=False)
                & ~Q(reason="")
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, interview__isnull=True, reason="")
                & ~Q(confirmed_by=F("proposed_by")),
                name="erasure_confirmed_by_another",
            )
        ]

    def __str__(self):
        return str(self.interview) if self.interview_id else f"{self._meta.verbose_name} {self.pk}"
