"""The words a withheld name is made of, and how much each tells alone."""

from dataclasses import dataclass
from functools import lru_cache

from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS, KINDS
from archive.language.given_names import equivalents
from archive.language.lemmas import morphology
from archive.language.name_forms import Shapes, shapes
from archive.language.tokens import clean, tokenise


@dataclass(frozen=True)
class Part:
    """A word of a withheld name.

    A `weak` part (a common given name beside a surname, a word such as "street") is nothing alone; an `is_kind` part
    is a word such as "street"; an `is_personal` one is a given name or patronymic beside others.
    """

    word: str
    shapes: Shapes
    weak: bool
    is_kind: bool
    is_personal: bool


@lru_cache(maxsize=4096)
def parts(name: str) -> tuple[Part, ...]:
    """The telling words of a name, each once; initials and numbers are left out unless there is nothing else."""
    words = list(dict.fromkeys(clean(token.text) for token in tokenise(name)))
    telling = [word for word in words if len(word) > 1 and not word.isdigit()] or words
    kinds = {word for word in telling if fold(word) in KINDS | FUNCTION_WORDS}
    kinds = kinds if len(kinds) < len(telling) else set()
    named = [word for word in telling if word not in kinds]
    common = {word for word in named if equivalents(word)}
    if all(word in common or is_personal(word) for word in named):
        common = set()
    return tuple(
        Part(word, shapes(word), word in common or word in kinds, word in kinds, len(named) > 1 and is_personal(word))
        for word in telling
    )


def is_personal(word: str) -> bool:
    """Whether the word is a given name or a patronymic, which alone tells less than a surname."""
    return bool(equivalents(word)) or any(
        morphology.available(language) and morphology.grammemes(word, language) & {"Name", "Patr"}
        for language in ("uk", "ru")
    )
