"""Ukrainian lemmas by pymorphy3."""

import re

from archive.language.lemmas import morphology

_SHORTENED = re.compile("[вй](?=[бвгґджзклмнпрстфхцчшщ])")
_FULL = {"в": "у", "й": "і"}
# Where у and в tell words apart: «вправа» is an exercise, «управа» an office (Український правопис 2019, § 23).
_TOLD_APART = re.compile("в(?:прав|клад|ступ|дач|род|ник|раж|плив|ряд)")
_COMPARED = re.compile("(?:най)?(.+)іший")


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


def headword(lemma: str) -> str:
    """The lemma without what the sound of a sentence or a comparison made of it: «вчитель» is «учитель», «йти» «іти»,
    and «найстрашніший» «страшний»."""
    if _SHORTENED.match(lemma) and not _TOLD_APART.match(lemma):
        return _if_same(_FULL[lemma[0]] + lemma[1:], lemma)
    if compared := _COMPARED.fullmatch(lemma):
        return _if_same(compared[1] + "ий", lemma)
    return lemma


def _if_same(other: str, lemma: str) -> str:
    """The other word, if the dictionary has it as the same part of speech."""
    return other if morphology.speech(other, "uk") & morphology.speech(lemma, "uk") else lemma
