"""What the list for researchers says of an interview. Private, written by publishing alone, gone with its interview."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..fields import ChoiceListField


class ResearchListingQuerySet(models.QuerySet):
    def readable(self, at):
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=at), is_held=False)

    def beyond_the_public(self):
        return self.exclude(beyond=[])


class ResearchListing(models.Model):
    """That researchers may read an interview until ``valid_until``, the next narrowing.

    ``digest`` is that of the narrowed document: only the document that publishing has checked is ever opened. ``card``
    holds what stands in the list: title, kind, languages, recorded, told.
    """

    class Part(models.TextChoices):
        """What researchers have beyond the public."""

        WHOLE = "whole", _("the whole interview")
        DESCRIPTION = "description", _("summary, places and topics")
        NAMES = "names", _("names")
        TEXT = "text", _("transcript and contents")
        SOUND = "sound", _("sound and video")
        PAPERS = "papers", _("letters and pictures")

    public_text = set()
    private_text = {"reference", "card", "beyond", "digest", "left_out"}

    interview = models.OneToOneField(
        "catalogue.Interview", models.CASCADE, related_name="research_listing", verbose_name=_("interview")
    )
    reference = models.CharField(_("public reference"), max_length=64, unique=True)
    card = models.JSONField()
    beyond = ChoiceListField(_("beyond the public"), choice_class=Part)
    digest = models.CharField(max_length=64)
    is_held = models.BooleanField(
        default=False, help_text="Not shown because a name that is withheld stands in its words."
    )
    left_out = models.JSONField(
        default=list, blank=True, help_text="Kind and slug of what is left out for researchers alone."
    )
    valid_until = models.DateTimeField(null=True, blank=True, db_index=True)

    objects = ResearchListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing for researchers")
        verbose_name_plural = _("listings for researchers")
        default_permissions = []

    def __str__(self):
        return self.reference

    @property
    def beyond_in_words(self) -> list[str]:
        return [str(self.Part(code).label) for code in self.beyond]


class ResearchFile(models.Model):
    """A derivative that researchers may be given; it is kept as long as this or the edition names it."""

    public_text = set()
    private_text = {"digest"}

    listing = models.ForeignKey(ResearchListing, models.CASCADE, related_name="files")
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        verbose_name = _("file for researchers")
        verbose_name_plural = _("files for researchers")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["listing", "digest"], name="research_file_once_a_listing")]

    def __str__(self):
        return self.digest[:12]
