"""Masters: the files as the archive received them."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

DIGEST_LENGTH = 64
"""Hexadecimal digits of a SHA-256."""


class Master(models.Model):
    """A file as it was handed in, never altered; it lies at ``masters/ab/cd/<sha256>`` of the private storage.

    The row is written once, after the file. The original name may tell who speaks: it is private.
    """

    class Kind(models.TextChoices):
        IMAGE = "image", _("Image")
        AUDIO = "audio", _("Sound")
        VIDEO = "video", _("Video")
        DOCUMENT = "document", _("Document")

    public_text = set()
    private_text = {"sha256", "media_type", "kind", "original_name"}

    sha256 = models.CharField(_("checksum"), max_length=DIGEST_LENGTH, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), editable=False)
    media_type = models.CharField(_("media type"), max_length=100, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, editable=False)
    original_name = models.CharField(_("original file name"), max_length=255, blank=True, editable=False)
    width = models.PositiveIntegerField(_("width in pixels"), null=True, blank=True, editable=False)
    height = models.PositiveIntegerField(_("height in pixels"), null=True, blank=True, editable=False)
    duration_ms = models.PositiveBigIntegerField(_("duration in milliseconds"), null=True, blank=True, editable=False)
    received_at = models.DateTimeField(_("received at"), auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("received by"),
        on_delete=models.PROTECT,
        related_name="masters_received",
        editable=False,
    )

    class Meta:
        verbose_name = _("master file")
        verbose_name_plural = _("master files")
        ordering = ["-received_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Exact(Length("sha256"), DIGEST_LENGTH),
                name="master_sha256_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["image", "audio", "video", "document"]),
                name="master_kind_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]
