from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Publication(models.Model):
    """The publication ledger: what was public under which reference, and when. It survives erasure."""

    class Answer(models.TextChoices):
        TOMBSTONE = "tombstone", _("not available")
        MISSING = "missing", _("as if never there")

    public_text = {"reference"}
    private_text = {"interview_key", "left_out", "answer", "public_digest", "naming_digest"}

    interview = models.OneToOneField(
        "catalogue.Interview", models.SET_NULL, null=True, blank=True, related_name="publication"
    )
    interview_key = models.CharField(max_length=12, unique=True)
    reference = models.CharField(_("public reference"), max_length=64, unique=True)
    ordinal = models.PositiveIntegerField(
        null=True,
        blank=True,
        unique=True,
        help_text="The number in the edition, in the order of first publication; kept for ever, given once.",
    )
    is_public = models.BooleanField(default=False)
    is_held = models.BooleanField(
        default=False, help_text="Not shown because a name that is withheld stands in its words."
    )
    left_out = models.JSONField(
        default=list,
        blank=True,
        help_text="Kind and slug of what it refers to and is not shown with, because of whom the words there name.",
    )
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.TOMBSTONE)
    first_public_at = models.DateTimeField(_("first public"), null=True, blank=True)
    changed_at = models.DateTimeField(_("last changed"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    due_at = models.DateTimeField(
        null=True, blank=True, db_index=True, help_text=_("When what is permitted changes next.")
    )
    public_digest = models.CharField(max_length=64, blank=True)
    naming_digest = models.CharField(
        max_length=64, blank=True, help_text="Of the rules by which names were found in the words that are public."
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(first_public_at__isnull=False), name="publication_public_since"
            )
        ]

    @property
    def left_out_keys(self) -> set[tuple[str, str]]:
        return {(kind, slug) for kind, slug in self.left_out}

    def __str__(self):
        return self.reference
