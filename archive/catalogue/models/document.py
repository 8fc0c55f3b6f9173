from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import UncertainDateField, any_language, bound
from ..keys import new_key


class Document(models.Model):
    """A letter, photograph or other paper that belongs to a testimony, shown or only described."""

    class Kind(models.TextChoices):
        LETTER = "letter", _("letter")
        PHOTOGRAPH = "photograph", _("photograph")
        DRAWING = "drawing", _("drawing")
        NOTEBOOK = "notebook", _("notebook")
        OTHER = "other", _("other document")

    public_text = {"kind", "title", "description", "author", "recipient", "dated", "transcription", "custody", "rights"}
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
    transcription = models.TextField(_("transcription"), blank=True)
    custody = models.TextField(_("what is known of its custody"), blank=True)
    rights = models.TextField(_("rights"), blank=True)
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

    public_text = {"alternative"}
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

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="document_page_once")]

    def __str__(self):
        return f"{self.document}/{self.number}"

    def touched_interviews(self):
        return [self.document.interview_id]
