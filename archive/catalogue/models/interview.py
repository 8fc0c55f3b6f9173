from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..fields import ChoiceListField, UncertainDateField, any_language, bound
from ..keys import new_key
from ..vocabulary import ContentWarning, Language, Precision, SpokenLanguage
from .collection import AccessionCounter


class InterviewQuerySet(models.QuerySet):
    def awaiting_review(self):
        return self.filter(state=Interview.State.SUBMITTED)

    def approved(self):
        return self.filter(state=Interview.State.APPROVED)

    def with_unapproved_edits(self):
        from .approval import ApprovedVersion, Edit

        return self.filter(
            Exists(Edit.objects.filter(interview=OuterRef("pk"))),
            Exists(ApprovedVersion.objects.filter(interview=OuterRef("pk"))),
        )

    def of_person(self, person):
        return self.filter(participations__person=person).distinct()

    def approved_once(self):
        """Interviews of which some version has been approved, whatever has become of them since."""
        return self.filter(approved_versions__isnull=False).distinct()

    def mentioning(self, authority):
        """Interviews whose record refers to an authority, in any way."""
        return self.mentioning_any([authority.pk])

    def mentioning_any(self, authorities):
        """Interviews whose record refers to any of the authorities with these primary keys."""
        from .mention import Mention

        named = Mention.objects.of_people().filter(authority__in=authorities)
        return self.filter(
            Q(place_mentions__place__in=authorities)
            | Q(topics__in=authorities)
            | Q(events__in=authorities)
            | Q(claims__answers__in=authorities)
            | Q(person_mentions__person__in=authorities)
            | Q(participations__person__in=authorities)
            | Q(recordings__index_points__topics__in=authorities)
            | Q(pk__in=named.values("interview"))
        ).distinct()


class Interview(models.Model):
    """One testimony as an archival unit. Its texts may become public; its code never does."""

    class Kind(models.TextChoices):
        RECORDED = "recorded", _("recorded interview")
        WRITTEN = "written", _("written testimony")
        LETTER = "letter", _("letter or document")
        NEWS_REPORT = "news-report", _("news report")

    class Basis(models.TextChoices):
        AGREEMENT = "agreement", _("agreement of the narrators")
        PUBLISHED_SOURCE = "published-source", _("published source")
        OTHER_LEGAL_BASIS = "other-legal-basis", _("other legal basis")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        SUBMITTED = "submitted", _("in review")
        RETURNED = "returned", _("returned")
        APPROVED = "approved", _("approved")

    public_text = {
        *("title", "abstract", "by_machine", "machine_checked", "notice", "kind", "basis", "languages", "warnings"),
        *("recorded", "told"),
    }
    private_text = {"code", "key", "state", "basis_note", "private_note", "return_reason", "preservation_note"}

    collection = models.ForeignKey(
        "catalogue.Collection", models.PROTECT, related_name="interviews", verbose_name=_("collection")
    )
    code = models.CharField(_("accession code"), max_length=24, unique=True, editable=False)
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.RECORDED)
    basis = models.CharField(
        _("basis"),
        max_length=20,
        choices=Basis,
        default=Basis.AGREEMENT,
        help_text=_("Why the archive may hold and show this testimony."),
    )
    basis_note = models.TextField(_("note on the basis"), blank=True)
    basis_signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("basis signed by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    abstract = models.TextField(_("summary"), blank=True)
    by_machine = ChoiceListField(
        _("made by machine and not checked"),
        choice_class=Language,
        help_text=_("The languages in which a machine wrote or translated the summary. Readers are told so."),
    )
    machine_checked = ChoiceListField(_("made by machine, checked by hand"), choice_class=Language)
    notice = models.TextField(
        _("content notice"), blank=True, help_text=_("What a reader should know before reading or listening.")
    )
    warnings = ChoiceListField(_("warnings"), choice_class=ContentWarning)
    languages = ChoiceListField(_("languages spoken"), choice_class=SpokenLanguage)
    recorded = UncertainDateField(_("recorded"), blank=True, help_text=_("When the testimony was given."))
    recorded_earliest = bound()
    recorded_latest = bound()
    told = UncertainDateField(_("period told about"), blank=True)
    told_earliest = bound()
    told_latest = bound()
    topics = models.ManyToManyField("catalogue.Topic", blank=True, related_name="interviews", verbose_name=_("topics"))
    events = models.ManyToManyField("catalogue.Event", blank=True, related_name="interviews", verbose_name=_("events"))
    private_note = models.TextField(_("note for staff"), blank=True)
    is_preserved = models.BooleanField(
        _("legal preservation"), default=False, help_text=_("Forbids destruction. It never widens access.")
    )
    preservation_note = models.TextField(_("note on preservation"), blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("submitted by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    return_reason = models.TextField(_("reason for return"), blank=True, editable=False)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")
        ordering = ["code"]
        constraints = [
            any_language("title", model="interview"),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(submitted_by__isnull=False), name="interview_submitted_by_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(return_reason=""), name="interview_returned_with_a_reason"
            ),
        ]
        permissions = [
            ("submit_interview", "Can submit an interview for review"),
            ("approve_interview", "Can approve or return an interview"),
            ("stop_interview", "Can stop the display of an interview"),
            ("release_interview", "Can release a stop"),
            ("open_master", "Can open masters and consent papers"),
            ("propose_erasure", "Can propose to destroy an interview"),
            ("confirm_erasure", "Can confirm that an interview is destroyed"),
        ]

    def __str__(self):
        return self.code

    def save(self, *args, **kwargs):
        with transaction.atomic():
            if not self.code:
                self.code = self._next_code()
            if self.basis_signed_by_id and self._basis_differs():
                self.basis_signed_by = None
            super().save(*args, **kwargs)

    def _basis_differs(self) -> bool:
        """Whether this save would change what a moderator signed: the basis or the note on it."""
        same = Interview.objects.filter(pk=self.pk, basis=self.basis, basis_note=self.basis_note)
        return self.pk is not None and not same.exists()

    def _next_code(self) -> str:
        year = timezone.localdate().year
        AccessionCounter.objects.get_or_create(collection=self.collection, year=year)
        counter = AccessionCounter.objects.select_for_update().get(collection=self.collection, year=year)
        counter.last += 1
        counter.save(update_fields=["last"])
        return f"{self.collection.code}-{year}-{counter.last:04d}"

    def touched_interviews(self):
        return [self.pk]


class PlaceMention(models.Model):
    """A place this testimony is about or was given in, and how closely it may be named."""

    class Relation(models.TextChoices):
        ABOUT = "about", _("told about")
        RECORDED_AT = "recorded-at", _("recorded at")

    public_text = {"relation", "precision"}
    private_text = set()

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="place_mentions", verbose_name=_("interview"))
    place = models.ForeignKey("catalogue.Place", models.PROTECT, related_name="mentions", verbose_name=_("place"))
    relation = models.CharField(_("relation"), max_length=12, choices=Relation, default=Relation.ABOUT)
    precision = models.CharField(_("shown as"), max_length=12, choices=Precision, default=Precision.RAION)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "place", "relation"], name="place_mention_once"),
        ]

    def __str__(self):
        return f"{self.interview} {self.pk}"

    def touched_interviews(self):
        return [self.interview_id]


class PersonMention(models.Model):
    """A person spoken of. Public only when confirmed, approved and a public figure."""

    public_text = set()
    private_text = set()

    interview = models.ForeignKey(
        Interview, models.CASCADE, related_name="person_mentions", verbose_name=_("interview")
    )
    person = models.ForeignKey("catalogue.Person", models.PROTECT, related_name="mentions", verbose_name=_("person"))
    is_confirmed = models.BooleanField(_("confirmed"), default=False)

    class Meta:
        verbose_name = _("person spoken of")
        verbose_name_plural = _("persons spoken of")
        constraints = [models.UniqueConstraint(fields=["interview", "person"], name="person_mention_once")]

    def __str__(self):
        return f"{self.interview} {self.pk}"

    def touched_interviews(self):
        return [self.interview_id]
