from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..keys import new_key
from ..vocabulary import Language


class Transcript(models.Model):
    """A text of a recording in one language, saying how it was made. Without a recording it is
    the text of a written testimony."""

    class Kind(models.TextChoices):
        VERBATIM = "verbatim", _("verbatim")
        EDITED = "edited", _("edited")
        TRANSLATION = "translation", _("translation")

    class Maker(models.TextChoices):
        HAND = "hand", _("made by hand")
        MACHINE = "machine", _("made by machine")
        MACHINE_CHECKED = "machine-checked", _("made by machine, checked by hand")

    public_text = {"language", "kind", "maker"}
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="transcripts", verbose_name=_("interview")
    )
    recording = models.ForeignKey(
        "catalogue.Recording",
        models.RESTRICT,
        null=True,
        blank=True,
        related_name="transcripts",
        verbose_name=_("recording"),
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.VERBATIM)
    maker = models.CharField(_("how it was made"), max_length=16, choices=Maker, default=Maker.HAND)
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("transcript")
        verbose_name_plural = _("transcripts")
        ordering = ["recording__number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "recording", "language", "kind"], name="transcript_once_a_language"
            ),
            models.UniqueConstraint(
                fields=["interview", "language", "kind"],
                condition=Q(recording__isnull=True),
                name="text_once_a_language",
            ),
        ]

    def __str__(self):
        return f"{self.interview}/{self.language}"

    def save(self, *args, **kwargs):
        if not self.interview_id and self.recording_id:
            self.interview_id = self.recording.interview_id
        super().save(*args, **kwargs)

    def touched_interviews(self):
        return [self.interview_id]


class Segment(models.Model):
    """A timed passage with its speaker. ``alignment`` is equal in the translations of one passage."""

    public_text = {"text"}
    private_text = {"alignment"}

    transcript = models.ForeignKey(Transcript, models.CASCADE, related_name="segments", verbose_name=_("transcript"))
    alignment = models.CharField(_("alignment key"), max_length=24, default=new_key)
    position = models.PositiveIntegerField(_("order"))
    speaker = models.ForeignKey(
        "catalogue.Participation", models.RESTRICT, null=True, blank=True, related_name="+", verbose_name=_("speaker")
    )
    start_ms = models.PositiveIntegerField(_("from (ms)"), default=0)
    end_ms = models.PositiveIntegerField(_("to (ms)"), default=0)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["transcript", "alignment"], name="segment_alignment_once"),
            models.CheckConstraint(
                condition=Q(end_ms__gte=F("start_ms")),
                name="segment_ends_after_it_starts",
                violation_error_message=_("A passage cannot end before it starts."),
            ),
        ]
        indexes = [models.Index(fields=["transcript", "position"], name="segment_in_order")]

    def __str__(self):
        return f"{self.transcript}/{self.position}"

    def touched_interviews(self):
        return [self.transcript.interview_id]
