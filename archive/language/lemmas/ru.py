"""Russian lemmas by pymorphy3."""

from archive.language.lemmas import morphology


def available() -> bool:
    """Whether the dictionary is installed."""
    return morphology.available("ru")


def known(word: str) -> bool:
    """Whether the dictionary lists the word."""
    return morphology.known(word, "ru")


def lemmas(word: str) -> tuple[str, ...]:
    """The word's lemmas, best first."""
    return morphology.lemmas(word, "ru")


def common(word: str) -> bool:
    """Whether the dictionary lists the word as another thing than a name."""
    return morphology.common(word, "ru")


def headword(lemma: str) -> str:
    """The lemma: Russian spells it in one way."""
    return lemma
