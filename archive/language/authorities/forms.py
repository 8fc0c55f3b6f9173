"""All the forms in which an authority may be named, made when it is saved and kept with it."""

from functools import lru_cache

from archive.language.authorities.labels import (
    ADJECTIVE,
    EVENT,
    PERSON,
    PLACE,
    PREFERRED,
    TOPIC,
    Authority,
    Form,
    Label,
)
from archive.language.declension import Paradigm, agreeing, cyrillic, oblasts, polish
from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.languages import CYRILLIC, LATIN
from archive.language.lemmas import common, morphology
from archive.language.letters import HYPHENS, is_cyrillic
from archive.language.name_families import in_polish
from archive.language.streams import word_streams
from archive.language.tokens import clean, tokenise

LONGEST = 6


def forms_of(authority: Authority) -> list[Form]:
    """Every form of every label, each once, with whether it needs its capital to be this name."""
    found: dict[tuple[str, tuple[str, ...]], Form] = {}
    for label in (*authority.labels, *_oblast_labels(authority), *_polish_labels(authority)):
        for words in forms(label, authority.kind):
            needed = authority.needs_capital
            if needed is None:
                needed = label.role != ADJECTIVE and _is_of_common_words(words, label)
            needed = needed and authority.kind not in (TOPIC, EVENT)
            language = _language(label)
            form = Form(authority.id, authority.kind, language, words, label.role, needed)
            found.setdefault((language if authority.kind in (TOPIC, EVENT) else "", words), form)
    return list(found.values())


def forms(label: Label, kind: str) -> frozenset[tuple[str, ...]]:
    """The sequences of folded words that the label may stand as; of a topic or event, sequences of folded lemmas.

    A person's label of one word gives none: a lone surname tells nobody.
    """
    words = [clean(token.text) for token in tokenise(label.text)]
    if not words or len(words) > LONGEST or (kind == PERSON and len(words) < 2):
        return frozenset()
    language = _language(label)
    if kind in (TOPIC, EVENT):
        return _lemmas(words, language)
    if label.role == ADJECTIVE and len(words) == 1:
        found = _adjective(words[0], language)
    elif kind == PERSON:
        found = _person(words, language)
    else:
        found = _place(words, language)
        if _is_hyphenated(label.text):
            found |= {(*words[:-1], *last) for last in _place(words[-1:], language)}
    folded = (tuple(map(fold, form)) for form in {*found, tuple(words)})
    return frozenset(form for form in folded if all(form) and not FUNCTION_WORDS.issuperset(form))


def _lemmas(words: list[str], language: str) -> frozenset[tuple[str, ...]]:
    """The label as lemmas, by the best and by the second lemma of its words."""
    entries = [word_streams(word, language) for word in words]
    return frozenset({tuple(entry.l for entry in entries), tuple(fold(word) for word in words)})


def _is_hyphenated(text: str) -> bool:
    """Whether the name is one word with hyphens, of which the last part may decline alone: «у Нью-Йорку»."""
    return " " not in text.strip() and any(hyphen in text for hyphen in HYPHENS)


def _place(words: list[str], language: str) -> set[tuple[str, ...]]:
    if language in CYRILLIC and morphology.available(language):
        return cyrillic.place(words, language)
    return polish.place(words) if language == "pl" else {tuple(words)}


def _adjective(word: str, language: str) -> set[tuple[str, ...]]:
    if language in CYRILLIC and morphology.available(language):
        return cyrillic.adjective(word, language)
    return polish.adjective(word) if word.endswith(("ski", "cki", "dzki")) else {(word,)}


def _person(words: list[str], language: str) -> set[tuple[str, ...]]:
    """Given name, perhaps a patronymic, and surname agreeing, the surname last or first."""
    if language in CYRILLIC and morphology.available(language):
        paradigms = _cyrillic_person(words, language)
    elif language == "pl":
        given, surname = polish.person(words[:-1], words[-1])
        paradigms = [*given, surname]
    else:
        return {tuple(words), (words[-1], *words[:-1])}
    last_first = [paradigms[-1], *paradigms[:-1]]
    found = agreeing(paradigms) | agreeing(last_first)
    if len(paradigms) == 3 and cyrillic.is_patronymic(words[1]):
        found |= agreeing([paradigms[0], paradigms[2]]) | agreeing([paradigms[2], paradigms[0]])
    return found


def _cyrillic_person(words: list[str], language: str) -> list[Paradigm]:
    """The paradigms of the words, the surname last, even where the label has it first."""
    if not cyrillic.is_given(words[0], language) and cyrillic.is_given(words[1], language):
        words = [*words[1:], words[0]]
    patronymic = next((word for word in words[1:-1] if cyrillic.is_patronymic(word)), None)
    gender = cyrillic.gender_of(words[0], patronymic, language)
    return [
        *(cyrillic.personal(word, language, gender) for word in words[:-1]),
        cyrillic.surname(words[-1], language, gender),
    ]


def _oblast_labels(authority: Authority) -> list[Label]:
    """The shorter names of an oblast."""
    if authority.kind != PLACE:
        return []
    return [Label(name, label.language) for label in authority.labels for name in oblasts.other_names(label.text)]


def _polish_labels(authority: Authority) -> list[Label]:
    """The Ukrainian name as Polish would write it, so that its Polish forms are heard, where no Polish label is given."""
    if authority.kind in (TOPIC, EVENT) or any(label.language == "pl" for label in authority.labels):
        return []
    names = [label for label in authority.labels if label.role == PREFERRED and _language(label) == "uk"]
    return [Label(in_polish(clean(label.text)), "pl", label.role) for label in names]


def _language(label: Label) -> str:
    """The label's language, unless it is written in another script."""
    scripts = CYRILLIC if any(map(is_cyrillic, label.text)) else LATIN
    return label.language if label.language in scripts else "uk" if scripts is CYRILLIC else "en"


def _is_of_common_words(words: tuple[str, ...], label: Label) -> bool:
    languages = CYRILLIC if _language(label) in CYRILLIC else LATIN
    return all(_is_common(word, languages) for word in words)


@lru_cache(maxsize=1 << 14)
def _is_common(word: str, languages: frozenset[str]) -> bool:
    return any(common(word, language) for language in languages)
