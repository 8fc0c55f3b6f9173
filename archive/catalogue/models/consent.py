from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..vocabulary import AudienceChoice, Language, Scope


class ConsentRecord(models.Model):
    """One act of agreement of one participant: who agreed, how, and what stood on the paper."""

    class Giver(models.TextChoices):
        SELF = "self", _("the narrator")
        GUARDIAN = "guardian", _("a parent or guardian")
        HEIR = "heir", _("an heir")

    class Method(models.TextChoices):
        PAPER = "paper", _("on paper")
        RECORDED = "recorded", _("spoken on the recording")
        E_SIGNATURE = "e-signature", _("electronic signature")

    public_text = set()
    private_text = {"giver", "giver_note", "method", "explained_in", "private_note"}

    participation = models.ForeignKey(
        "catalogue.Participation", models.PROTECT, related_name="consent_records", verbose_name=_("participation")
    )
    giver = models.CharField(_("given by"), max_length=10, choices=Giver, default=Giver.SELF)
    giver_note = models.TextField(_("who the guardian or heir is"), blank=True)
    method = models.CharField(_("how"), max_length=12, choices=Method, default=Method.PAPER)
    explained_in = models.CharField(_("explained in"), max_length=2, choices=Language, default=Language.UKRAINIAN)
    signed_on = models.DateField(_("given on"))
    evidence = models.ForeignKey(
        "catalogue.Master",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="consent_records",
        verbose_name=_("paper or recording"),
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)
    voice_recognition_agreed = models.BooleanField(_("knows that a voice can be recognised, and agrees"), default=False)
    private_note = models.TextField(_("note for staff"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("entered by"),
        null=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = _("consent record")
        verbose_name_plural = _("consent records")
        ordering = ["signed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(giver="self") | ~Q(giver_note=""),
                name="consent_names_guardian_or_heir",
                violation_error_message=_("Write who the guardian or heir is."),
            )
        ]

    def __str__(self):
        return f"{self.participation} {self.signed_on}"

    def clean(self):
        if self.signed_on and self.signed_on > timezone.localdate():
            raise ValidationError({"signed_on": _("An agreement cannot have been given in the future.")})

    def touched_interviews(self):
        return [self.participation.interview_id]


class Grant(models.Model):
    """For one scope: for whom, from when, until and including when."""

    public_text = set()
    private_text = {"scope", "audience"}

    record = models.ForeignKey(ConsentRecord, models.CASCADE, related_name="grants", verbose_name=_("consent record"))
    scope = models.CharField(_("scope"), max_length=12, choices=Scope)
    audience = models.CharField(_("for"), max_length=12, choices=AudienceChoice)
    starts_on = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: from the day it was given."))
    ends_on = models.DateField(_("until and including"), null=True, blank=True)

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="grant_ends_after_it_starts",
                violation_error_message=_("A grant cannot end before it starts."),
            ),
            models.UniqueConstraint(fields=["record", "scope", "starts_on"], name="grant_once_a_scope_and_start"),
            models.UniqueConstraint(
                fields=["record", "scope"],
                condition=Q(starts_on__isnull=True),
                name="grant_once_a_scope_from_the_first",
            ),
        ]

    def __str__(self):
        return f"{self.get_scope_display()}: {self.get_audience_display()}"

    def touched_interviews(self):
        return [self.record.participation.interview_id]
