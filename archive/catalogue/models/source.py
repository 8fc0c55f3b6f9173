from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..fields import UncertainDateField, bound
from ..keys import new_key


class Source(models.Model):
    """A reference to a report or publication, in the terms of the Citation Style Language 1.0.2."""

    class Type(models.TextChoices):
        ARTICLE_NEWSPAPER = "article-newspaper", _("newspaper article")
        BROADCAST = "broadcast", _("broadcast")
        MOTION_PICTURE = "motion_picture", pgettext_lazy("kind of source", "film")
        WEBPAGE = "webpage", _("web page")
        REPORT = "report", _("report")
        BOOK = "book", _("book")

    public_text = {"type", "title", "author", "publisher", "issued", "url", "note"}
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="sources", verbose_name=_("interview")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    type = models.CharField(_("type"), max_length=20, choices=Type)
    title = models.CharField(_("title as published"), max_length=300)
    author = models.CharField(_("author"), max_length=200, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    issued = UncertainDateField(_("issued"), blank=True)
    issued_earliest = bound()
    issued_latest = bound()
    url = models.URLField(_("address"), blank=True, max_length=500)
    note = models.TextField(_("note"), blank=True)
    private_note = models.TextField(_("note for staff"), blank=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.interview}/{self.key}"

    def touched_interviews(self):
        return [self.interview_id]
