from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..keys import new_key


class RedactionQuerySet(models.QuerySet):
    def in_force(self):
        """Those that nobody has lifted."""
        return self.filter(lifted_at__isnull=True)


class Redaction(models.Model):
    """A passage withheld in every language and in the sound. The reason is never public.

    Anchored to a range of a recording's time, or to a passage (its alignment key) with the words
    quoted; words that are not found withhold the whole passage. One that is lifted stays on record; the public sees
    the passage again once the interview has been approved without it.
    """

    class Reason(models.TextChoices):
        NARRATOR_ASKED = "narrator-asked", _("the narrator asked for it")
        THIRD_PERSON = "third-person", _("somebody else could be harmed")
        PLACE = "place", _("a place could be found")
        MINOR = "minor", _("a minor")
        SAFETY = "safety", _("safety")
        LEGAL = "legal", _("law")

    public_text = set()
    private_text = {"key", "alignment", "quote", "reason", "private_note", "lift_reason"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="redactions", verbose_name=_("interview")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    recording = models.ForeignKey(
        "catalogue.Recording",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="redactions",
        verbose_name=_("recording"),
    )
    start_ms = models.PositiveIntegerField(_("from (ms)"), null=True, blank=True)
    end_ms = models.PositiveIntegerField(_("to (ms)"), null=True, blank=True)
    alignment = models.CharField(_("alignment key of the passage"), max_length=24, blank=True)
    quote = models.TextField(_("words to withhold"), blank=True)
    reason = models.CharField(_("reason"), max_length=16, choices=Reason)
    private_note = models.TextField(_("note for staff"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("entered by"),
        null=True,
        editable=False,
        related_name="+",
    )
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("lifted by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True, blank=True, editable=False)
    lift_reason = models.TextField(_("reason for lifting"), blank=True, editable=False)

    objects = RedactionQuerySet.as_manager()

    class Meta:
        verbose_name = _("withheld passage")
        verbose_name_plural = _("withheld passages")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    recording__isnull=False, start_ms__isnull=False, end_ms__isnull=False, end_ms__gt=F("start_ms")
                )
                | Q(start_ms__isnull=True, end_ms__isnull=True) & ~Q(alignment=""),
                name="redaction_anchored",
                violation_error_message=_(
                    "Say what to withhold: a recording with a time from and to, or a passage by its alignment key."
                ),
            ),
            models.CheckConstraint(
                condition=Q(lifted_by__isnull=True, lifted_at__isnull=True, lift_reason="")
                | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="redaction_lifted_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self.interview}/{self.pk}"

    def clean(self):
        if self.recording_id and self.interview_id and self.recording.interview_id != self.interview_id:
            raise ValidationError({"recording": _("This recording belongs to another interview.")})

    def touched_interviews(self):
        return [self.interview_id]
