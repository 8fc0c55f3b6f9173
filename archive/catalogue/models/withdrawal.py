from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import ChoiceListField
from ..vocabulary import Scope


class Withdrawal(models.Model):
    """A narrator's no. It is never edited; a new consent record and an approval follow a new yes."""

    class Requester(models.TextChoices):
        NARRATOR = "narrator", _("the narrator")
        GUARDIAN = "guardian", _("a parent or guardian")
        HEIR = "heir", _("an heir")
        REPRESENTATIVE = "representative", _("a representative")

    class Verified(models.TextChoices):
        IN_PERSON = "in-person", _("in person")
        KNOWN_CONTACT = "known-contact", _("by a known telephone or address")
        DOCUMENT = "document", _("by a document")
        NOT_YET = "not-yet", _("not yet verified")

    class Wish(models.TextChoices):
        KEEP_CLOSED = "keep-closed", _("keep it closed in the archive")
        RETURN = "return", _("return the recording")
        DESTROY = "destroy", _("destroy the recording")
        NOT_SAID = "not-said", _("not said")

    class Answer(models.TextChoices):
        TOMBSTONE = "tombstone", _("say that the record is not available")
        MISSING = "missing", _("answer as if it had never existed")

    public_text = set()
    private_text = {"requester", "verified", "wish", "answer", "scopes", "private_note"}

    participation = models.ForeignKey(
        "catalogue.Participation", models.PROTECT, related_name="withdrawals", verbose_name=_("participation")
    )
    requester = models.CharField(_("asked by"), max_length=16, choices=Requester, default=Requester.NARRATOR)
    verified = models.CharField(_("how verified"), max_length=16, choices=Verified, default=Verified.NOT_YET)
    received_on = models.DateField(_("received on"))
    scopes = ChoiceListField(_("only for"), choice_class=Scope, help_text=_("Empty: everything is withdrawn."))
    wish = models.CharField(_("wish for the recording"), max_length=12, choices=Wish, default=Wish.NOT_SAID)
    answer = models.CharField(_("at the old address"), max_length=10, choices=Answer, default=Answer.TOMBSTONE)
    private_note = models.TextField(_("note for staff"), blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("entered by"), related_name="+", editable=False
    )
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["entered_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(requester=""), name="withdrawal_asked_by_somebody")]

    def __str__(self):
        return f"{self.participation} {self.received_on}"

    @property
    def is_whole(self) -> bool:
        return not self.scopes

    def touched_interviews(self):
        return [self.participation.interview_id]
