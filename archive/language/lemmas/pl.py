"""Polish lemmas by Morfeusz 2; words it does not know are stemmed by Snowball, so that their forms still meet."""

from functools import cache, lru_cache
from importlib.util import find_spec

_DEMOTIONS = {"arch.": -0.3, "daw.": -0.3, "rzad.": -0.3, "przest.": -0.3, "gwar.": -0.2}
_DEMOTED_TAGS = {"voc": -0.2, "depr": -0.2, "ger": -0.15, "ncol": -0.1}
_BEING = {"była": "być", "było": "być", "były": "być", "być": "być", "są": "być", "mam": "mieć", "ma": "mieć"}
_NAMES = {"imię", "nazwisko", "patronimicum", "nazwa_geograficzna"}
_PER_READING = 0.02


@cache
def available() -> bool:
    """Whether Morfeusz 2 and Snowball are installed."""
    return find_spec("morfeusz2") is not None and find_spec("snowballstemmer") is not None


@cache
def _analyser():
    import morfeusz2

    return morfeusz2.Morfeusz(praet="composite")


@cache
def _stemmer():
    import snowballstemmer

    return snowballstemmer.stemmer("polish")


def known(word: str) -> bool:
    """Whether the dictionary lists the word, as it stands or with a capital."""
    return any(tag != "ign" for _, _, (_, _, tag, _, _) in _readings(word))


def common(word: str) -> bool:
    """Whether the dictionary lists the word, in lower case, as another thing than a name."""
    readings = (reading for _, _, reading in _analysed(word))
    return any(tag != "ign" and not _NAMES & {*kinds} for _, _, tag, kinds, _ in readings)


def lemmas(word: str) -> tuple[str, ...]:
    """The word's lemmas in lower case, best first; for an unknown word its stem."""
    if word in _BEING:
        return (_BEING[word],)
    scores: dict[str, float] = {}
    for start, _, (_, lemma, tag, kinds, styles) in _readings(word):
        if start or tag == "ign" or tag.startswith("brev"):
            continue
        lemma, _, homonym = lemma.partition(":")
        score = (
            sum(_DEMOTIONS.get(style, 0) for style in styles)
            - 0.35 * bool(_NAMES & {*kinds})
            - 0.3 * lemma[:1].isupper()
        )
        score += min((_DEMOTED_TAGS.get(part, 0) for part in tag.split(":")), default=0)
        lemma = lemma.lower()
        scores[lemma] = max(score, scores[lemma]) + _PER_READING if lemma in scores else score
    return tuple(sorted(scores, key=scores.get, reverse=True)) or (_stemmer().stemWord(word),)


def noun_forms(lemma: str) -> dict[str, frozenset[str]]:
    """The forms in lower case of the nouns with this lemma, in the singular or, where they have none, in the plural, by
    the case as Morfeusz calls it; none for a word that the dictionary does not list."""
    found: dict[str, set[str]] = {}
    for form, _, tag, _, _ in (*_analyser().generate(lemma), *_analyser().generate(lemma.capitalize())):
        speech, number, *rest = [*tag.split(":"), ""]
        if speech == "subst" and ("sg" in number or "pt" in rest):
            for case in rest[0].split("."):
                found.setdefault(case, set()).add(form.lower())
    return {case: frozenset(forms) for case, forms in found.items()}


def headword(lemma: str) -> str:
    """The lemma: Polish spells it in one way."""
    return lemma


def _readings(word: str) -> list:
    readings = _analysed(word)
    if all(reading[2][2] == "ign" for reading in readings):
        readings = _analysed(word.capitalize())
    return readings


@lru_cache(maxsize=1 << 8)
def _analysed(word: str) -> list:
    return _analyser().analyse(word)
