from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class CustodyEvent(models.Model):
    """Who did what to which record, and when (PREMIS 3 event). Rows are only ever added.

    Holds codes, keys and digests, never a private text.
    """

    public_text = set()
    private_text = {"act", "object_type", "object_key", "interview_key", "before", "after"}

    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    act = models.CharField(_("act"), max_length=32, editable=False)
    object_type = models.CharField(_("record"), max_length=32, editable=False)
    object_key = models.CharField(_("key"), max_length=64, editable=False)
    interview_key = models.CharField(max_length=12, blank=True, db_index=True, editable=False)
    before = models.CharField(max_length=64, blank=True, editable=False)
    after = models.CharField(max_length=64, blank=True, editable=False)

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
