from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..keys import new_key
from .authority import Authority


class MentionQuerySet(models.QuerySet):
    def rejected(self):
        return self.filter(verdict=Mention.Verdict.REJECTED)

    def of_people(self):
        """Confirmed ones of persons: the only ones that can make a name lead somewhere."""
        return self.filter(verdict=Mention.Verdict.CONFIRMED, authority__kind=Authority.Kind.PERSON)


class Mention(models.Model):
    """What an archivist has decided of words that seem to name an authority in a passage: they do, or they do not.

    The passage is known by its alignment key, so that the word holds in every language. A rejection without a passage
    holds for the whole interview; one whose passage is gone, wherever the same words stand.
    """

    class Verdict(models.TextChoices):
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", _("rejected")

    public_text = set()
    private_text = {"key", "passage", "words", "verdict", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="mentions", verbose_name=_("interview")
    )
    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="decided_mentions", verbose_name=_("authority record")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    passage = models.CharField(_("alignment key of the passage"), max_length=24, blank=True)
    words = models.CharField(
        _("words as found"), max_length=200, blank=True, help_text=_("Folded, as search has them.")
    )
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("decided by"), related_name="+", editable=False
    )
    decided_at = models.DateTimeField(_("decided at"), default=timezone.now, editable=False)
    private_note = models.TextField(_("note for staff"), blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "passage", "authority"], name="mention_decided_once"),
            models.CheckConstraint(
                condition=Q(verdict="rejected") | Q(verdict="confirmed") & ~Q(passage=""),
                name="mention_confirmed_in_a_passage",
                violation_error_message=_("Words are confirmed passage by passage."),
            ),
        ]

    def __str__(self):
        return f"{self.interview}/{self.pk}"

    @property
    def bears_on_the_public(self) -> bool:
        """A place, topic or event that is found and confirmed is found all the same."""
        return self.verdict == self.Verdict.REJECTED or self.authority.kind == Authority.Kind.PERSON

    def touched_interviews(self):
        return [self.interview_id] if self.bears_on_the_public else []
