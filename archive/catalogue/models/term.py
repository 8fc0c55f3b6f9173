from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import any_language


class Term(models.Model):
    """A word that a reader from elsewhere may not know, explained in the glossary."""

    public_text = {"slug", "name", "variants", "explanation"}
    private_text = set()

    slug = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        help_text=_("Its place on the page of the glossary, in Latin letters; it stays."),
    )
    name = models.CharField(_("word"), max_length=120, blank=True, help_text=_("In its dictionary form."))
    variants = models.TextField(
        _("other words for it"),
        blank=True,
        help_text=_("One a line. Testimonies in which any of them is said, in whatever form, lead to the explanation."),
    )
    explanation = models.TextField(_("explanation"), blank=True)
    is_public = models.BooleanField(_("public"), default=False, help_text=_("Readers see it as it is saved."))

    class Meta:
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")
        ordering = ["slug"]
        constraints = [any_language("name", model="term"), any_language("explanation", model="term")]

    def __str__(self):
        return self.slug
