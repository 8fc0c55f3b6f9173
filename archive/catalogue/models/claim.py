from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from ..fields import any_language
from ..keys import new_key


class Claim(models.Model):
    """A statement in an account, with who says it and how it is known. Never a verdict."""

    class Confidence(models.TextChoices):
        STATED = "stated", _("stated by the narrator")
        REPORTED = "reported", _("reported by the source")
        HEARSAY = "hearsay", _("heard from others")
        INFERENCE = "inference", _("inference of the archive")
        UNVERIFIED = "unverified", _("not verified")
        DISPUTED = "disputed", _("disputed")
        CORROBORATED = "corroborated", _("corroborated")

    public_text = {"question", "statement", "attribution", "confidence"}
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="claims", verbose_name=_("interview")
    )
    source = models.ForeignKey(
        "catalogue.Source", models.SET_NULL, null=True, blank=True, related_name="claims", verbose_name=_("source")
    )
    event = models.ForeignKey(
        "catalogue.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("event it dates"),
        help_text=_(
            "If it says when one of the events of this interview was, or how long it lasted. The accounts of an event stand "
            "side by side on the timeline."
        ),
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    question = models.CharField(
        _("question it answers"), max_length=200, blank=True, help_text=_("As “How long did the occupation last?”")
    )
    statement = models.TextField(_("statement"), blank=True)
    attribution = models.CharField(_("who says it"), max_length=200, blank=True)
    confidence = models.CharField(_("how it is known"), max_length=12, choices=Confidence, default=Confidence.REPORTED)
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["position", "pk"]
        constraints = [any_language("statement", model="claim")]

    def __str__(self):
        return f"{self.interview}/{self.key}"

    def touched_interviews(self):
        return [self.interview_id]


class ClaimRelation(models.Model):
    """That one claim corroborates or contradicts another; both sides are shown."""

    class Kind(models.TextChoices):
        CORROBORATES = "corroborates", _("agrees with")
        CONTRADICTS = "contradicts", _("differs from")

    public_text = {"kind"}
    private_text = set()

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="relations", verbose_name=_("claim"))
    other = models.ForeignKey(Claim, models.CASCADE, related_name="related_from", verbose_name=_("other claim"))
    kind = models.CharField(_("relation"), max_length=12, choices=Kind)

    class Meta:
        verbose_name = _("relation of claims")
        verbose_name_plural = _("relations of claims")
        constraints = [
            models.UniqueConstraint(fields=["claim", "other"], name="claim_relation_once"),
            models.CheckConstraint(condition=~models.Q(claim=F("other")), name="claim_not_related_to_itself"),
        ]

    def __str__(self):
        return f"{self.claim} {self.kind}"

    def touched_interviews(self):
        """Both sides: each shows that the other agrees or differs."""
        return sorted({self.claim.interview_id, self.other.interview_id})
