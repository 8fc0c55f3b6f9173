from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from encrypted_fields.fields import EncryptedTextField

from ..fields import UncertainDateField, bound
from .authority import Authority


class Person(Authority):
    """Somebody the archive knows. Staff see the code; the legal name stands apart, encrypted."""

    public_text = set()
    private_text = {"born"}

    born = UncertainDateField(_("born"), blank=True, help_text=_("Decides when a narrator comes of age. Never public."))
    born_earliest = bound()
    born_latest = bound()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self):
        return self.code_of(self.key)

    @staticmethod
    def code_of(key: str) -> str:
        """What staff call a person of this key, whether or not it is still there."""
        return f"P-{key[:6].upper()}"

    def save(self, *args, **kwargs):
        self.kind = self.Kind.PERSON
        super().save(*args, **kwargs)


class PersonIdentity(models.Model):
    """The part of a person that no dossier ever gathers: legal name and how to reach them."""

    public_text = set()
    private_text = {"legal_name", "contacts"}

    person = models.OneToOneField(Person, models.CASCADE, related_name="identity", verbose_name=_("person"))
    legal_name = EncryptedTextField(_("legal name"), null=True, blank=True)
    contacts = EncryptedTextField(_("contacts"), null=True, blank=True)

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self):
        return str(self.person)


class PersonStatus(models.Model):
    """What a person is for a time, as far as it decides what may be shown of them."""

    class Kind(models.TextChoices):
        PUBLIC_FIGURE = "public-figure", _("public figure")
        PRIVATE = "private", _("private person")
        MINOR = "minor", _("minor")
        SERVING = "serving", _("serving in the forces")
        CAPTIVE = "captive", _("in captivity")
        MISSING = "missing", _("missing")
        DEAD = "dead", _("dead")
        ALLEGED_PERPETRATOR = "alleged-perpetrator", _("alleged perpetrator")

    public_text = set()
    private_text = {"kind", "source_note"}

    person = models.ForeignKey(Person, models.CASCADE, related_name="statuses", verbose_name=_("person"))
    kind = models.CharField(_("status"), max_length=20, choices=Kind)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until and including"), null=True, blank=True)
    source_note = models.TextField(_("how this is known"), blank=True)

    class Meta:
        verbose_name = _("status")
        verbose_name_plural = _("statuses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
                name="person_status_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"


class ModeratorDecision(models.Model):
    """A moderator's reasoned word on a person whose status says no.

    On an appearance it holds for the captivities and absences known when it was made and for no later one: ``covers``
    are those statuses as ``{"kind", "starts_on", "ends_on"}``, days in ISO 8601 or null.
    """

    class Matter(models.TextChoices):
        APPEARANCE = "appearance", _("the account may be shown although the person is captive or missing")
        NAME = "name", _("the name may be shown in the agreed form")

    public_text = set()
    private_text = {"matter", "reason", "covers"}

    participation = models.ForeignKey(
        "catalogue.Participation", models.CASCADE, related_name="decisions", verbose_name=_("participation")
    )
    matter = models.CharField(_("matter"), max_length=12, choices=Matter)
    reason = models.TextField(_("reason"))
    covers = models.JSONField(_("statuses it holds for"), default=list, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decided by"), related_name="+", editable=False
    )
    decided_at = models.DateTimeField(_("decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("moderator's decision")
        verbose_name_plural = _("moderators' decisions")
        constraints = [
            models.UniqueConstraint(
                fields=["participation"], condition=models.Q(matter="name"), name="decision_on_a_name_once"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="decision_has_a_reason"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
