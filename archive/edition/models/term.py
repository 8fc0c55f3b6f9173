from django.db import models

from archive.document import canonical
from archive.document.guides import TermCard


class PublishedTerm(models.Model):
    """A word of the glossary; ``card`` is canonical JSON. Which interviews say it, ``FacetValue`` holds under ``term``."""

    slug = models.CharField(max_length=60, unique=True)
    card = models.TextField()

    def __str__(self):
        return self.slug

    @property
    def content(self) -> TermCard:
        return canonical.load(self.card, TermCard)
