from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import ChoiceListField, any_language
from ..keys import new_key
from ..vocabulary import ContentWarning


class IndexPoint(models.Model):
    """A timed heading of a recording (OHMS index): what is told from here on."""

    public_text = {"title", "synopsis", "warnings"}
    private_text = {"key"}

    recording = models.ForeignKey(
        "catalogue.Recording", models.CASCADE, related_name="index_points", verbose_name=_("recording")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    at_ms = models.PositiveIntegerField(_("at (ms)"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    synopsis = models.TextField(_("synopsis"), blank=True)
    warnings = ChoiceListField(
        _("warnings"),
        choice_class=ContentWarning,
        help_text=_("Of what is told from here to the next heading. Readers may choose not to meet it."),
    )
    topics = models.ManyToManyField("catalogue.Topic", blank=True, related_name="+", verbose_name=_("topics"))

    class Meta:
        verbose_name = _("index point")
        verbose_name_plural = _("index points")
        ordering = ["at_ms"]
        constraints = [
            any_language("title", model="index_point"),
            models.UniqueConstraint(fields=["recording", "at_ms"], name="index_point_once_a_time"),
        ]

    def __str__(self):
        return f"{self.recording}@{self.at_ms}"

    def touched_interviews(self):
        return [self.recording.interview_id]
