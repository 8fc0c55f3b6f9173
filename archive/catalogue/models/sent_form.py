from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SentForm(models.Model):
    """A form for a new record that was sent and saved, kept for a day so that the same form sent twice saves once."""

    public_text = set()
    private_text = {"key", "address"}

    key = models.CharField(max_length=64, unique=True, editable=False)
    address = models.CharField(max_length=200, editable=False, help_text=_("Where the record stands that it made."))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", editable=False)
    sent_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("form sent")
        verbose_name_plural = _("forms sent")
        default_permissions = ()

    def __str__(self):
        return self.key[:12]
