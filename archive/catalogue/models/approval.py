"""What was approved, by whom, and whose hands were on it before."""

import zlib

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ApprovedVersion(models.Model):
    """A dossier as a moderator approved it, with the permissions it was approved under.

    ``dossier`` and ``permissions`` are canonical JSON, the former kept packed (zlib). ``permissions`` and ``redactions``
    are only ever narrowed afterwards.
    """

    public_text = set()
    private_text = {"packed", "permissions", "digest"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="approved_versions", verbose_name=_("interview")
    )
    number = models.PositiveIntegerField(_("number"))
    packed = models.BinaryField()
    permissions = models.TextField()
    digest = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("submitted by"), related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("approved by"), related_name="+"
    )
    approved_at = models.DateTimeField(_("approved at"))

    class Meta:
        verbose_name = _("approved version")
        verbose_name_plural = _("approved versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="approved_version_number_once"),
            models.CheckConstraint(condition=~Q(approved_by=F("submitted_by")), name="approved_version_by_another"),
        ]

    def __str__(self):
        return f"{self.interview}/{self.number}"

    @property
    def dossier(self) -> str:
        return zlib.decompress(self.packed).decode()

    @dossier.setter
    def dossier(self, text: str) -> None:
        self.packed = packed(text)


def packed(text: str) -> bytes:
    """A dossier as it is kept."""
    return zlib.compress(text.encode(), 4)


class VersionEditor(models.Model):
    """Somebody whose edits an approved version contains; the database refuses them as its approver.

    The approver is repeated here so that the rule is a constraint of one row; neither may be NULL. A trigger of the
    database keeps it equal to the approver of the version, who never changes.
    """

    public_text = set()
    private_text = set()

    version = models.ForeignKey(ApprovedVersion, models.CASCADE, related_name="editors")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "editor"], name="version_editor_once"),
            models.CheckConstraint(condition=~Q(editor=F("approver")), name="version_not_approved_by_its_editor"),
        ]

    def __str__(self):
        return f"{self.version}/{self.editor_id}"


class Edit(models.Model):
    """That somebody edited a part of an interview's dossier since its last approval."""

    public_text = set()
    private_text = set()

    interview = models.ForeignKey("catalogue.Interview", models.CASCADE, related_name="pending_edits")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interview", "editor"], name="edit_once_an_editor")]

    def __str__(self):
        return f"{self.interview}/{self.editor_id}"


class Waiver(models.Model):
    """A moderator's reasoned word that a found name or place may stand in the text."""

    public_text = set()
    private_text = {"sighting", "reason"}

    interview = models.ForeignKey("catalogue.Interview", models.CASCADE, related_name="waivers")
    sighting = models.CharField(max_length=64, help_text=_("Digest of the words found, the name and the passage."))
    reason = models.TextField(_("reason"))
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("let stand by"), related_name="+"
    )
    waived_at = models.DateTimeField(_("let stand at"), auto_now_add=True)

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        constraints = [
            models.UniqueConstraint(fields=["interview", "sighting"], name="waiver_once_a_sighting"),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
        ]

    def __str__(self):
        return f"{self.interview}/{self.pk}"
