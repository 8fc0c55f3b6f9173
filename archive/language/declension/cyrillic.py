"""Ukrainian and Russian names in all cases, by the pymorphy3 dictionaries and their guesses at unknown words."""

import re
from functools import lru_cache

from archive.language.declension import Paradigm, agreeing, fixed, merged
from archive.language.given_names import equivalents
from archive.language.lemmas import morphology

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_GENDERS = ("masc", "femn", "neut")
_PATRONYMIC = re.compile(r".+(?:ович|евич|євич|ьович|ич|івна|ївна|овна|евна|ична|инична)")
_MASCULINE_A = re.compile(r".+(?:ла|лля|лья|ита|ика|ука|ава|зьма|ома)")
_HARD = {"gent": "ау", "datv": ("у", "ові"), "accs": "а", "ablt": ("ом",), "loct": ("і", "е", "у", "ові"), "voct": "еу"}
_CONSONANTS = "бвгґджзклмнпрстфхцчшщ"


def place(words: list[str], language: str) -> set[tuple[str, ...]]:
    """All forms of a place name: adjectives before its noun agree with it, what follows the noun stays."""
    readings = [_nominative(word, language) for word in words]
    head = next((n for n, found in enumerate(readings) if not _of(found, "ADJF")), len(words))
    if head == len(words) or not _of(readings[head], "NOUN"):
        head = max(0, head - 1)
    forms = {tuple(words)}
    for reading in _heads(readings[head]):
        gender, plural = reading.tag.gender, "plur" in reading.tag
        before = [_adjective(word, language, gender, plural) for word in words[:head]]
        own = _paradigm(reading, gender if reading.tag.POS == "ADJF" else None, plural)
        after = [_beside(word, language, gender, plural) for word in words[head + 1 :]]
        forms |= agreeing([*before, merged(own, _with_hard_endings(words[head], reading)), *after])
    return forms


def adjective(word: str, language: str) -> set[tuple[str, ...]]:
    """Every form of an adjective."""
    readings = _of(_nominative(word, language), "ADJF")
    return {(form.word,) for reading in readings[:2] for form in reading.lexeme if form.tag.POS == "ADJF"} | {(word,)}


def gender_of(given: str, patronymic: str | None, language: str) -> str | None:
    """ "masc" or "femn" by the patronymic or the given name."""
    if patronymic:
        return "femn" if patronymic.endswith("а") else "masc"
    readings = morphology.readings(given, language)
    named = [r.tag.gender for r in readings if "Name" in r.tag and r.tag.case == "nomn" and r.tag.gender in _GENDERS]
    if named:
        return named[0]
    return "masc" if given[-1] not in "ая" or _MASCULINE_A.fullmatch(given) else "femn"


def is_given(word: str, language: str) -> bool:
    """Whether the word, in the nominative, is a given name."""
    return any("Name" in reading.tag for reading in _nominative(word, language)) or bool(equivalents(word))


def is_patronymic(word: str) -> bool:
    """Whether the word ends like a patronymic in the nominative."""
    return bool(_PATRONYMIC.fullmatch(word))


def personal(word: str, language: str, gender: str | None) -> Paradigm:
    """A given name or patronymic in all cases."""
    readings = [r for r in _nominative(word, language) if r.tag.POS == "NOUN" and "plur" not in r.tag]
    named = [r for r in readings if r.tag.grammemes & {"Name", "Patr"} and r.tag.gender in (gender, None)]
    living = [r for r in readings if "anim" in r.tag and r.tag.gender in (gender, None)]
    chosen = named or living or readings[:2]
    return merged(*(_paradigm(reading, None, False) for reading in chosen), {"nomn": frozenset({word})})


def surname(word: str, language: str, gender: str | None) -> Paradigm:
    """A surname in all cases; one that stays as it is counts too, since speakers differ."""
    readings = [r for r in _nominative(word, language) if "plur" not in r.tag and r.tag.gender in (gender, None)]
    named = [r for r in readings if "Surn" in r.tag]
    chosen = named or _of(readings, "ADJF") or [r for r in readings if "anim" in r.tag]
    paradigms = [_paradigm(r, gender if r.tag.POS == "ADJF" else None, False) for r in chosen]
    if gender != "femn" and (word[-1] in _CONSONANTS or word.endswith("ко")):
        paradigms.append(_with_endings(word.removesuffix("о")))
    return merged(fixed(word), *paradigms)


def _with_hard_endings(word: str, reading) -> Paradigm:
    """The endings that dictionaries leave out of names: both «Ізюма» and «Ізюму» are said, «Савинцев» and «Савинец»."""
    if "plur" in reading.tag and word[-1] in "иіы":
        stem = word[:-1]
        fleeting = {stem[:-1] + "ец", stem[:-1] + "ець"} if word.endswith(("нці", "нцы")) else set()
        return {"gent": frozenset({stem, stem + "ів", stem + "ов", stem + "ев"} | fleeting)}
    return _with_endings(word) if word[-1] in _CONSONANTS and reading.normal_form == word and _keeps(reading) else {}


def _keeps(reading) -> bool:
    """Whether the stem stays the same in all cases, unlike «Харків», «Харкова»."""
    return reading.tag.gender == "masc" and all(form.word.startswith(reading.word) for form in reading.lexeme)


def _with_endings(stem: str) -> Paradigm:
    return {case: frozenset(stem + ending for ending in endings) for case, endings in _HARD.items()}


def _heads(readings: list) -> list:
    """The readings of a place name's main word: things before people, nouns before adjectives."""
    nouns = _of(readings, "NOUN")
    things = [reading for reading in nouns if "anim" not in reading.tag]
    return (things or nouns or _of(readings, "ADJF"))[:4]


def _of(readings: list, speech: str) -> list:
    return [reading for reading in readings if speech == reading.tag.POS]


@lru_cache(maxsize=4096)
def _nominative(word: str, language: str) -> list:
    return [r for r in morphology.readings(word, language) if r.tag.case == "nomn" and r.tag.POS in ("NOUN", "ADJF")]


def _adjective(word: str, language: str, gender: str | None, plural: bool) -> Paradigm:
    readings = _of(_nominative(word, language), "ADJF")
    return merged(*(_paradigm(reading, gender, plural) for reading in readings[:2])) if readings else fixed(word)


def _beside(word: str, language: str, gender: str | None, plural: bool) -> Paradigm:
    """A word behind the noun: an adjective of its gender agrees with it, «Каменець-Подільський»; another stays."""
    agrees = any(
        r.tag.gender == gender or ("plur" in r.tag and plural) for r in _of(_nominative(word, language), "ADJF")
    )
    return _adjective(word, language, gender, plural) if agrees else fixed(word)


def _paradigm(reading, gender: str | None, plural: bool) -> Paradigm:
    """The forms of a reading by case, of one number and, for an adjective, of one gender."""
    found: dict[str, set[str]] = {}
    for form in reading.lexeme:
        tag = form.tag
        if tag.POS != reading.tag.POS or ("plur" in tag) != plural or (gender and not plural and tag.gender != gender):
            continue
        found.setdefault(_CASES.get(tag.case, tag.case), set()).add(form.word)
    return {case: frozenset(words) for case, words in found.items()}
