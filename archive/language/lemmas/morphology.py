"""The pymorphy3 dictionaries of Ukrainian and Russian: ranked lemmas and all forms of a word."""

from functools import cache, lru_cache
from importlib.util import find_spec

from archive.language.letters import is_cyrillic

# The Ukrainian dictionary has no frequencies: without these, surnames and archaic words come before common words.
# Of «батьки» it knows that they are parents, but also that each is a «батько».
_DEMOTIONS = {"Fixd": -0.5, "Surn": -0.35, "Arch": -0.3, "Dist": -0.3, "voct": -0.2, "Pltm": -0.2}
_PER_READING = 0.02
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "Init"})
_NOMINAL = frozenset({"NOUN", "ADJF", "ADJS", "NPRO", "NUMR", "PRTF"})


@cache
def available(language: str) -> bool:
    """Whether pymorphy3 and its dictionary of the language ("uk" or "ru") are installed."""
    return find_spec("pymorphy3") is not None and find_spec(f"pymorphy3_dicts_{language}") is not None


@cache
def analyser(language: str):
    """The loaded pymorphy3.MorphAnalyzer, one for each language."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=1 << 8)
def readings(word: str, language: str) -> list:
    """The dictionary's readings; none for a word of other than Cyrillic letters (pymorphy3 fails on unnamed characters)."""
    letters = word.replace("'", "")
    return analyser(language).parse(word) if letters and all(map(is_cyrillic, letters)) else []


def known(word: str, language: str) -> bool:
    """Whether the dictionary lists the word."""
    return analyser(language).word_is_known(word)


def lemmas(word: str, language: str) -> tuple[str, ...]:
    """The word's lemmas, best first: by the dictionary's score, demoted readings later, the more readings the earlier."""
    scores: dict[str, float] = {}
    for reading in readings(word, language):
        score = reading.score + _demotion(reading.tag.grammemes)
        lemma = reading.normal_form
        scores[lemma] = max(score, scores[lemma]) + _PER_READING if lemma in scores else score
    return tuple(sorted(scores, key=scores.get, reverse=True))


@cache
def _demotion(grammemes: frozenset[str]) -> float:
    return sum(_DEMOTIONS.get(grammeme, 0) for grammeme in grammemes)


def surname(word: str, language: str) -> str:
    """The surname that the word is a form of and that is no other word; "" if there is none."""
    named = (reading.normal_form for reading in readings(word, language) if "Surn" in reading.tag and reading.is_known)
    return next((name for name in named if not common(name, language)), "")


def speech(lemma: str, language: str) -> frozenset[str]:
    """The parts of speech that the dictionary lists the lemma as, other than as a name."""
    own = (reading for reading in readings(lemma, language) if reading.is_known and reading.normal_form == lemma)
    return frozenset(reading.tag.POS for reading in own if not reading.tag.grammemes & _PROPER)


def common(word: str, language: str) -> bool:
    """Whether the dictionary lists the word as another thing than a name.

    The Ukrainian dictionary does not mark place names, but gives them no plural.
    """
    if not known(word, language):
        return False
    return any(_is_common(reading, language) for reading in readings(word, language) if reading.is_known)


def _is_common(reading, language: str) -> bool:
    tag = reading.tag
    if tag.grammemes & _PROPER:
        return False
    if language == "ru" or tag.POS != "NOUN":
        return True
    return len({"plur" in form.tag for form in reading.lexeme}) == 2


def forms(word: str, language: str) -> frozenset[str]:
    """Every form of every word that `word` may be a form of: its nominal readings, or all readings if there is none."""
    found = readings(word, language)
    nominal = [reading for reading in found if reading.tag.POS in _NOMINAL]
    return frozenset(form.word for reading in nominal or found for form in reading.lexeme)


def grammemes(word: str, language: str) -> frozenset[str]:
    """The grammemes of all readings of the word, such as Name, Surn, Patr, Geox."""
    return frozenset().union(*(reading.tag.grammemes for reading in readings(word, language)))
