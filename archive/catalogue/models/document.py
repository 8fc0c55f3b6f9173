from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import ChoiceListField, UncertainDateField, any_language, bound
from ..keys import new_key
from ..vocabulary import Language


class Document(models.Model):
    """A letter, photograph or other paper that belongs to a testimony, shown or only described."""

    class Kind(models.TextChoices):
        LETTER = "letter", _("letter")
        PHOTOGRAPH = "photograph", _("photograph")
        DRAWING = "drawing", _("drawing")
        NOTEBOOK = "notebook", _("notebook")
        OTHER = "other", _("other document")

    class Licence(models.TextChoices):
        """Statements of Creative Commons 4.0 (https://creativecommons.org/licenses/) and of https://rightsstatements.org/."""

        PUBLIC_DOMAIN = "public-domain", _("free: no rights are known")
        CC_BY = "cc-by", _("Creative Commons: name who made it")
        CC_BY_SA = "cc-by-sa", _("Creative Commons: name who made it, share alike")
        CC_BY_NC = "cc-by-nc", _("Creative Commons: name who made it, not for profit")
        IN_COPYRIGHT = "in-copyright", _("in copyright: ask before use")
        UNDETERMINED = "undetermined", _("rights not established")

    class Absence(models.TextChoices):
        """Why a paper is described and not shown, said to everyone. It says nothing of anybody's agreement."""

        NO_COPY = "no-copy", _("the archive has no copy")
        WHEREABOUTS = "whereabouts", _("nobody knows where it is now")
        RIGHTS = "rights", _("others hold the rights")
        PROTECTION = "protection", _("to protect people")

    public_text = {
        "kind",
        "title",
        "description",
        "author",
        "recipient",
        "dated",
        "language",
        "transcription",
        "by_machine",
        "machine_checked",
        "custody",
        "holder",
        "licence",
        "rights",
        "absence",
    }
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="documents", verbose_name=_("interview")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LETTER)
    title = models.CharField(_("title"), max_length=200, blank=True)
    description = models.TextField(_("description"), blank=True)
    author = models.CharField(_("author, as it may be shown"), max_length=200, blank=True)
    recipient = models.CharField(_("recipient, as it may be shown"), max_length=200, blank=True)
    dated = UncertainDateField(_("dated"), blank=True)
    dated_earliest = bound()
    dated_latest = bound()
    language = models.CharField(
        _("language it is written in"),
        max_length=2,
        choices=Language,
        blank=True,
        help_text=_("The text in this language is the transcription, the others are translations of it."),
    )
    transcription = models.TextField(
        _("transcription"), blank=True, help_text=_("Of the whole. What single sheets say stands on their own pages.")
    )
    by_machine = ChoiceListField(
        _("made by machine and not checked"),
        choice_class=Language,
        help_text=_("The languages in which a machine wrote the transcription or translation."),
    )
    machine_checked = ChoiceListField(_("made by machine, checked by hand"), choice_class=Language)
    custody = models.TextField(_("what is known of its custody"), blank=True)
    source = models.ForeignKey(
        "catalogue.Source",
        models.SET_NULL,
        related_name="documents",
        null=True,
        blank=True,
        verbose_name=_("source it is known from"),
    )
    holder = models.CharField(_("who holds the rights, as it may be shown"), max_length=200, blank=True)
    licence = models.CharField(_("how it may be used"), max_length=16, choices=Licence, blank=True)
    rights = models.TextField(_("rights, in words"), blank=True)
    absence = models.CharField(
        _("why it is not shown"),
        max_length=12,
        choices=Absence,
        blank=True,
        help_text=_("For a paper that is only described. Readers see this reason."),
    )
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["position", "pk"]
        constraints = [any_language("title", model="document")]

    def __str__(self):
        return f"{self.interview}/{self.get_kind_display()} {self.position + 1}"

    def touched_interviews(self):
        return [self.interview_id]


class DocumentPage(models.Model):
    """One picture of a document."""

    public_text = {"alternative", "transcription"}
    private_text = {"key"}

    document = models.ForeignKey(Document, models.CASCADE, related_name="pages", verbose_name=_("document"))
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    master = models.ForeignKey(
        "catalogue.Master", models.PROTECT, related_name="document_pages", verbose_name=_("master")
    )
    alternative = models.CharField(
        _("what is to be seen"),
        max_length=300,
        blank=True,
        help_text=_("Read aloud to people who cannot see the picture."),
    )
    transcription = models.TextField(_("what this sheet says"), blank=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_page_once")]

    def __str__(self):
        return f"{self.document}/{self.number}"

    def touched_interviews(self):
        return [self.document.interview_id]


class DocumentRegion(models.Model):
    """A rectangle on a picture with a note on what is seen there, in ten-thousandths of the picture's width and height."""

    WHOLE = 10_000

    public_text = {"note"}
    private_text = {"key"}

    page = models.ForeignKey(DocumentPage, models.CASCADE, related_name="regions", verbose_name=_("page"))
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    left = models.PositiveSmallIntegerField(_("from the left"))
    top = models.PositiveSmallIntegerField(_("from the top"))
    width = models.PositiveSmallIntegerField(_("width"))
    height = models.PositiveSmallIntegerField(_("height"))
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("note on a part of the picture")
        verbose_name_plural = _("notes on parts of the picture")
        ordering = ["number", "pk"]
        constraints = [
            any_language("note", model="document_region"),
            models.UniqueConstraint(fields=["page", "number"], name="document_region_once"),
            models.CheckConstraint(
                condition=models.Q(left__gte=0, top__gte=0, width__gt=0, height__gt=0)
                & models.Q(width__lte=10_000 - models.F("left"), height__lte=10_000 - models.F("top")),
                name="document_region_inside_the_picture",
                violation_error_message=_("The rectangle has to lie inside the picture."),
            ),
        ]

    def __str__(self):
        return f"{self.page}.{self.number}"

    def touched_interviews(self):
        return [self.page.document.interview_id]
