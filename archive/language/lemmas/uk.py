"""Ukrainian lemmas by pymorphy3."""

from archive.language.lemmas import morphology


def available() -> bool:
    """Whether the dictionary is installed."""
    return morphology.available("uk")


def known(word: str) -> bool:
    """Whether the dictionary lists the word."""
    return morphology.known(word, "uk")


def lemmas(word: str) -> tuple[str, ...]:
    """The word's lemmas, best first."""
    return morphology.lemmas(word, "uk")


def common(word: str) -> bool:
    """Whether the dictionary lists the word as another thing than a name."""
    return morphology.common(word, "uk")
