from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ResearcherAccessQuerySet(models.QuerySet):
    def in_force(self, on):
        return self.filter(starts_on__lte=on, ends_on__gte=on, ended_at__isnull=True)


class ResearcherAccess(models.Model):
    """That an administrator let a person read, from one day until and including another, what is open to researchers."""

    public_text = set()
    private_text = {"purpose"}

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("account"), related_name="researcher_accesses"
    )
    purpose = models.TextField(_("purpose of the research"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until and including"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("approved by"), related_name="+", editable=False
    )
    approved_at = models.DateTimeField(_("approved at"), auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("ended by"),
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)

    objects = ResearcherAccessQuerySet.as_manager()

    class Meta:
        verbose_name = _("access as a researcher")
        verbose_name_plural = _("access as a researcher")
        ordering = ["-starts_on", "-pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [("read_interview_as_researcher", "Can read interviews as a researcher")]
        constraints = [
            models.CheckConstraint(condition=~Q(purpose=""), name="researcher_access_has_a_purpose"),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="researcher_access_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=~Q(approved_by=F("account")), name="researcher_access_by_another"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="researcher_access_ended_by_somebody",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
