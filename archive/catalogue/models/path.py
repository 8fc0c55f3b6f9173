from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import any_language
from ..keys import new_key


class Path(models.Model):
    """A way into the archive that an archivist has composed: a few testimonies in an order, each with a reason."""

    public_text = {"slug", "title", "introduction"}
    private_text = set()

    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        help_text=_("The last part of its public address, in Latin letters; it stays."),
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("What joins these testimonies, and what a reader may wish to know before."),
    )
    position = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("The path with the lowest number stands on the first page of the site.")
    )
    is_public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_("Readers see it as it is saved, with those of its testimonies that are public."),
    )

    class Meta:
        verbose_name = _("path")
        verbose_name_plural = _("paths")
        ordering = ["position", "slug"]
        constraints = [any_language("title", model="path")]

    def __str__(self):
        return self.slug


class Moment(models.Model):
    """A testimony, and perhaps a moment of it, that readers are led to; the moment counts from the beginning of the
    recording, the first one if none is chosen."""

    interview = models.ForeignKey("catalogue.Interview", models.CASCADE, related_name="+", verbose_name=_("interview"))
    recording = models.ForeignKey(
        "catalogue.Recording",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recording"),
        help_text=_("Only where the interview has several."),
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True

    def clean(self):
        if self.recording and self.interview_id and self.recording.interview_id != self.interview_id:
            raise ValidationError({"recording": _("This recording belongs to another interview.")})

    @property
    def meant_recording(self):
        """The recording its moment is on, None where the interview has none."""
        return self.recording or self.interview.recordings.first()


class PathStop(Moment):
    """One testimony on a path, with a sentence on why it is here. The sentence goes with the testimony."""

    public_text = {"sentence"}
    private_text = {"key"}

    path = models.ForeignKey(Path, models.CASCADE, related_name="stops", verbose_name=_("path"))
    starts_at_ms = models.PositiveIntegerField(
        _("from (ms)"), null=True, blank=True, help_text=_("Empty: from the beginning.")
    )
    sentence = models.TextField(
        _("why it is here"),
        blank=True,
        help_text=_("One sentence. The stop is not shown while a name that is withheld stands in it."),
    )

    class Meta:
        verbose_name = _("stop on a path")
        verbose_name_plural = _("stops on a path")
        ordering = ["position", "pk"]
        constraints = [any_language("sentence", model="path_stop")]

    def __str__(self):
        return f"{self.path}/{self.position}"


class Opening(Moment):
    """A sentence of a narrator that may open the first page: which passage of which interview."""

    public_text = set()
    private_text = {"key"}

    starts_at_ms = models.PositiveIntegerField(
        _("passage at (ms)"), help_text=_("A moment at which the passage is being said.")
    )
    is_public = models.BooleanField(
        _("public"),
        default=True,
        help_text=_("Of those that are public the one with the lowest number opens the first page."),
    )

    class Meta:
        verbose_name = _("opening sentence")
        verbose_name_plural = _("opening sentences")
        ordering = ["position", "key"]

    def __str__(self):
        return f"{self.interview}/{self.key}"
