"""Derivatives: what the vault makes from a master so that it may be shown."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from .master import DIGEST_LENGTH, Master


class Derivative(models.Model):
    """A file made from a master by a recipe; it lies at ``ab/<sha256>.<suffix>`` of the public storage.

    The row is written after the file. Lying there does not make a file public: only an edition row that names it does.
    """

    class Role(models.TextChoices):
        SOUND = "sound", _("Sound")
        FILM = "film", _("Video")
        PEAKS = "peaks", _("Waveform")
        POSTER_WEBP = "poster-webp", _("Poster (WebP)")
        POSTER_JPEG = "poster-jpeg", _("Poster (JPEG)")
        IMAGE_480_WEBP = "image-480-webp", _("Small image (WebP)")
        IMAGE_480_JPEG = "image-480-jpeg", _("Small image (JPEG)")
        IMAGE_960_WEBP = "image-960-webp", _("Medium image (WebP)")
        IMAGE_960_JPEG = "image-960-jpeg", _("Medium image (JPEG)")
        IMAGE_1920_WEBP = "image-1920-webp", _("Large image (WebP)")
        IMAGE_1920_JPEG = "image-1920-jpeg", _("Large image (JPEG)")

    public_text = {"role", "file", "suffix", "media_type"}
    private_text = {"recipe"}

    master = models.ForeignKey(
        Master, verbose_name=_("master file"), on_delete=models.PROTECT, related_name="derivatives"
    )
    recipe = models.CharField(_("recipe"), max_length=DIGEST_LENGTH)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    file = models.CharField(_("checksum"), max_length=DIGEST_LENGTH, db_index=True)
    suffix = models.CharField(_("suffix"), max_length=8)
    media_type = models.CharField(_("media type"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    width = models.PositiveIntegerField(_("width in pixels"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height in pixels"), null=True, blank=True)
    duration_ms = models.PositiveBigIntegerField(_("duration in milliseconds"), null=True, blank=True)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("derivative")
        verbose_name_plural = _("derivatives")
        ordering = ["master", "role", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["master", "recipe", "role"], name="derivative_once_per_recipe"),
            models.CheckConstraint(condition=Exact(Length("file"), DIGEST_LENGTH), name="derivative_file_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.file[:12]}"
