"""Because of whom words of the archive's own are not said, for those who can word them otherwise."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from archive.catalogue.models import Interview, UnsaidWords
from archive.publishing.own_words import Words


def objecting(words: Words) -> str:
    """The codes of the testimonies because of which these words are not said."""
    return codes_of(
        UnsaidWords.objects.filter(digest__in=words.digests).values_list("interview_key", flat=True).distinct()
    )


def codes_of(keys: Iterable[str]) -> str:
    """The codes of the testimonies with these keys, and a word for those that were erased."""
    keys = list(keys)
    codes = list(Interview.objects.filter(key__in=keys).order_by("code").values_list("code", flat=True))
    return ", ".join([*codes, *([_("a testimony that was erased")] if len(codes) < len(keys) else [])])
