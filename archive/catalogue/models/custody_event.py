from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CustodyEvent(models.Model):
    """Who did what to which record, and when (PREMIS 3 event). Rows are only ever added.

    Holds codes, keys and digests, never a private text.
    """

    class Act(models.TextChoices):
        EDITED = "edited", _("edited for the first time since the last approval")
        SUBMITTED = "submitted", _("submitted for review")
        RETURNED = "returned", _("returned")
        APPROVED = "approved", _("approved")
        AUTHORITY_APPROVED = "authority-approved", _("record of a place, topic, event or person approved")
        BASIS_SIGNED = "basis-signed", _("basis signed")
        WAIVED = "waived", _("found name let stand")
        STOPPED = "stopped", _("display stopped")
        RELEASED = "released", _("display released")
        WITHDRAWN = "withdrawn", _("agreement withdrawn")
        REDACTED = "redacted", _("passage withheld")
        REDACTION_LIFTED = "redaction-lifted", _("withheld passage proposed to be shown again")
        DECIDED = "decided", _("decided by a moderator")
        RECEIVED = "received", _("file received")
        OPENED = "opened", _("file opened")
        READ = "read", _("opened by a researcher")
        ACCESS_GIVEN = "access-given", _("access as a researcher given")
        ACCESS_ENDED = "access-ended", _("access as a researcher ended")
        JOB_RETRIED = "job-retried", _("background job tried again")
        PRESERVED = "preserved", _("put under legal preservation")
        PRESERVATION_ENDED = "preservation-ended", _("released from legal preservation")
        ERASURE_PROPOSED = "erasure-proposed", _("erasure proposed")
        ERASURE_TAKEN_BACK = "erasure-taken-back", _("proposal of erasure taken back")
        ERASED = "erased", _("erased")
        DESTROYED = "destroyed", _("file destroyed")
        MERGED = "merged", _("record merged into another")
        MENTION_CONFIRMED = "mention-confirmed", _("name found in a passage confirmed")
        MENTION_REJECTED = "mention-rejected", _("name found in a passage rejected")
        STANDING_SIGNED = "standing-signed", _("standing of a claim signed")
        STANDING_LAPSED = "standing-lapsed", _("signature of a claim lapsed, for what was signed was changed")
        MENTION_TAKEN_BACK = "mention-taken-back", _("decision on a name in a passage taken back")

    public_text = set()
    private_text = {"act", "object_type", "object_key", "interview_key", "before", "after"}

    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("who"), related_name="+", editable=False
    )
    act = models.CharField(_("act"), max_length=32, choices=Act, editable=False)
    object_type = models.CharField(_("record"), max_length=32, editable=False)
    object_key = models.CharField(_("key"), max_length=64, editable=False)
    interview_key = models.CharField(max_length=12, blank=True, db_index=True, editable=False)
    before = models.CharField(_("digest before"), max_length=64, blank=True, editable=False)
    after = models.CharField(_("digest after"), max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("custody event")
        verbose_name_plural = _("custody events")
        ordering = ["-pk"]
        default_permissions = ["view"]

    def __str__(self):
        return f"{self.act} {self.object_key}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("A custody event is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("A custody event is never deleted.")
