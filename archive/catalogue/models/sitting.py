from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import UncertainDateField, bound
from ..keys import new_key


class Sitting(models.Model):
    """One meeting with the narrators."""

    public_text = {"held"}
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="sittings", verbose_name=_("interview")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    held = UncertainDateField(_("held"), blank=True)
    held_earliest = bound()
    held_latest = bound()
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["interview", "number"], name="sitting_number_once")]

    def __str__(self):
        return f"{self.interview}/{self.number}"

    def touched_interviews(self):
        return [self.interview_id]
