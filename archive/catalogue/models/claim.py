from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..fields import UncertainDateField, any_language, bound, in_some_language
from ..keys import new_key
from .transcript import Segment


class Claim(models.Model):
    """A statement in an account, with who says it and how it is known.

    A standing is somebody's judgement, so it has a signature and a day (``publishing.sign_claim``), and goes when what was
    signed is changed, the words of its passage too. A claim made from a passage is shown where the passage is.
    """

    class Confidence(models.TextChoices):
        STATED = "stated", _("stated by the narrator")
        REPORTED = "reported", _("reported by the source")
        HEARSAY = "hearsay", _("heard from others")
        INFERENCE = "inference", _("inference of the archive")
        UNVERIFIED = "unverified", _("not verified")
        DISPUTED = "disputed", _("disputed")
        CORROBORATED = "corroborated", _("corroborated")

    KNOWN = (Confidence.STATED, Confidence.REPORTED, Confidence.HEARSAY, Confidence.INFERENCE)
    """How a statement came to be known. The others are judgements, kept where they were given before these were signed."""

    class Standing(models.TextChoices):
        CORROBORATED = "corroborated", _("corroborated: other accounts agree")
        DISPUTED = "disputed", _("disputed: other accounts differ")
        UNVERIFIED = "unverified", _("not verified")
        INFERENCE = "inference", _("inference of the archive")

    JUDGED = ("question", "statement", "passage", "told", "attribution", "confidence", "event", "source")
    """What a standing is of, besides the words of the question that is answered."""

    has_lapsed = False
    """Whether saving it ended its signature; whoever writes the log takes note and sets it back."""

    public_text = {"question", "statement", "attribution", "confidence", "passage", "told", "standing", "signature"}
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
    answers = models.ForeignKey(
        "catalogue.Question",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("question it answers"),
        help_text=_("On the page of the question it stands beside what others say."),
    )
    question = models.CharField(
        _("heading"),
        max_length=200,
        blank=True,
        help_text=_(
            "Where it answers no question of the list: what it is about, as “How long did the occupation last?”"
        ),
    )
    statement = models.TextField(_("statement"), blank=True)
    attribution = models.CharField(_("who says it"), max_length=200, blank=True)
    confidence = models.CharField(_("how it is known"), max_length=12, choices=Confidence, default=Confidence.REPORTED)
    passage = models.CharField(
        _("passage in which it is said"),
        max_length=24,
        blank=True,
        help_text=_(
            "Its key, copied from the transcript. Readers are led there and see who speaks; where the passage is withheld, "
            "so is the claim."
        ),
    )
    told = UncertainDateField(_("time it tells of"), blank=True)
    told_earliest = bound()
    told_latest = bound()
    standing = models.CharField(_("how it stands"), max_length=12, choices=Standing, blank=True)
    signature = models.CharField(
        _("signed by"),
        max_length=200,
        blank=True,
        help_text=_("As readers will see it, a name or an office: “the archivist of the Izium collection”."),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("account that signed"),
        null=True,
        editable=False,
        related_name="+",
    )
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["position", "pk"]
        constraints = [
            any_language("statement", model="claim"),
            models.CheckConstraint(
                condition=models.Q(standing="") | in_some_language("signature") & models.Q(signed_on__isnull=False),
                name="claim_standing_is_signed",
                violation_error_message=_("Say who signs how it stands, and on which day."),
            ),
        ]

    def __str__(self):
        return f"{self.interview}/{self.key}"

    def clean(self):
        super().clean()
        if (
            self.passage
            and not Segment.objects.filter(transcript__interview=self.interview_id, alignment=self.passage).exists()
        ):
            raise ValidationError({"passage": _("This passage is not part of the interview.")})
        if self.signed_on and self.signed_on > timezone.localdate():
            raise ValidationError(
                {"signed_on": _("A signature cannot be of a day to come. Enter the day on which it is given.")}
            )

    def save(self, *args, signs: bool = False, **kwargs):
        """``signs`` says that somebody stands by the claim as it is now; else a change of what was signed ends it."""
        if not signs and self._differs_from_signed():
            self.unsign()
            self.has_lapsed = True
            if kwargs.get("update_fields") is not None:
                judgement = {field.name for field in _columns(("standing", "signature", "signed_on", "signed_by"))}
                kwargs["update_fields"] = {*kwargs["update_fields"], *judgement}
        super().save(*args, **kwargs)

    def unsign(self):
        """Take the judgement from this claim, with its signature and day; saving it is left to the caller."""
        self.standing, self.signed_on, self.signed_by = "", None, None
        for field in _columns(("signature",)):
            setattr(self, field.attname, None if field.null else "")

    def _differs_from_signed(self) -> bool:
        """Whether what the standing is of was changed; spaces and the ends of lines change nothing, nor does another
        record of the same question."""
        kept = Claim.objects.select_related("answers").filter(pk=self.pk).first() if self.pk else None
        if kept is None or not kept.standing:
            return False
        names = [field.attname for field in _columns(self.JUDGED)]
        is_moved = kept.answers_id != self.answers_id
        return any(_plain(getattr(kept, name)) != _plain(getattr(self, name)) for name in names) or (
            is_moved and not (kept.answers and self.answers and kept.answers.asks_the_same(self.answers))
        )

    def touched_interviews(self):
        return [self.interview_id]


def _columns(names: tuple[str, ...]) -> list[models.Field]:
    """The fields of a claim by these names; of a text, those of every language in its place."""
    fields = [f for f in Claim._meta.concrete_fields if getattr(f, "translated_field", f).name in names]
    in_languages = {f.translated_field.name for f in fields if hasattr(f, "translated_field")}
    return [f for f in fields if f.name not in in_languages]


def _plain(value) -> str:
    return " ".join(str(value or "").split())


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
