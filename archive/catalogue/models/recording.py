from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..keys import new_key


class Recording(models.Model):
    """One media file of a sitting, with its place on the sitting's timeline in milliseconds."""

    public_text = set()
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="recordings", verbose_name=_("interview")
    )
    sitting = models.ForeignKey(
        "catalogue.Sitting", models.RESTRICT, related_name="recordings", verbose_name=_("sitting")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    starts_ms = models.PositiveIntegerField(
        _("starts at (ms)"),
        default=0,
        help_text=_(
            "On the sitting’s timeline. Files that ran side by side start at the same moment, and what is withheld in "
            "one of them is withheld in all."
        ),
    )
    master = models.ForeignKey(
        "catalogue.Master", models.PROTECT, null=True, blank=True, related_name="recordings", verbose_name=_("master")
    )
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        ordering = ["sitting__number", "number"]
        constraints = [models.UniqueConstraint(fields=["sitting", "number"], name="recording_number_once")]

    def __str__(self):
        return f"{self.sitting}/{self.number}"

    def clean(self):
        if self.sitting_id and self.interview_id and self.sitting.interview_id != self.interview_id:
            raise ValidationError({"sitting": _("This sitting belongs to another interview.")})

    def save(self, *args, **kwargs):
        if not self.interview_id:
            self.interview_id = self.sitting.interview_id
        super().save(*args, **kwargs)

    def touched_interviews(self):
        return [self.interview_id]
