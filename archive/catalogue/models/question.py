from django.db import models
from django.utils.translation import gettext_lazy as _

from archive.document.text import LANGUAGES

from .authority import Authority


class Question(Authority):
    """Something that several accounts answer, each in its own way. It is public while a public claim answers it."""

    public_text = {"introduction"}
    private_text = set()

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_(
            "What a reader should know before the accounts: what is asked and what is not. No answer, no verdict."
        ),
    )
    about = models.ForeignKey(
        "catalogue.Event",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("event it asks about"),
        help_text=_("The page of this event leads to the question."),
    )

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def save(self, *args, **kwargs):
        self.kind = self.Kind.QUESTION
        super().save(*args, **kwargs)

    def asks_the_same(self, other: "Question") -> bool:
        """Whether both records have the same words in every language, so that what was signed of the one holds of the
        other."""
        return self._words() == other._words()

    def _words(self) -> list[str]:
        return [" ".join((getattr(self, f"name_{language}") or "").split()) for language in LANGUAGES]
