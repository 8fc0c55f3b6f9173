"""Names planted in text: every form the dictionaries know, Latin spellings of them, and the noise of typing and scanning."""

from hypothesis import strategies as st

from archive.language.lemmas import morphology

FILLERS = {
    "uk": "ми тоді сиділи в підвалі і слухали дощ".split(),
    "ru": "мы тогда стояли под дождём и ждали хлеба".split(),
    "pl": "wtedy padał deszcz i piliśmy herbatę przy oknie".split(),
    "en": "we sat there with our bread and listened to rain".split(),
}

# Romanisation of Ukrainian by the Cabinet of Ministers' resolution no. 55 of 27 January 2010, and a Polish spelling.
_ENGLISH = {
    **dict(zip("абвгґдезиіклмнопрстуф", "a b v h g d e z y i k l m n o p r s t u f".split(), strict=True)),
    "є": "ie", "ж": "zh", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
    "ь": "", "'": "", "ы": "y", "э": "e", "ё": "io", "ъ": "",
}  # fmt: skip
_POLISH = _ENGLISH | {
    "в": "w",
    "х": "ch",
    "ц": "c",
    "ч": "cz",
    "ш": "sz",
    "щ": "szcz",
    "ж": "ż",
    "й": "j",
    "ю": "ju",
    "я": "ja",
    "є": "je",
}
_TWINS = str.maketrans("асеіорху", "aceiopxy")
_INVISIBLE = ["\u00ad", "\u200b", "\u200d", "\ufeff", "\u0301"]
_VOWELS = "аеєиіїоуюяыэё"


def noun_forms(word: str, language: str, gender: str | None = None) -> list[str]:
    """The forms of the word's nominal readings, cased like a name."""
    readings = [r for r in morphology.analyser(language).parse(word) if r.normal_form == word]
    found = {
        form.word
        for reading in readings
        if reading.tag.POS in {"NOUN", "ADJF"} and (gender is None or gender in reading.tag.grammemes)
        for form in reading.lexeme
    }
    return sorted(form.capitalize() for form in found or {word})


def english(word: str) -> str:
    return "".join(_ENGLISH.get(letter, letter) for letter in word.lower()).capitalize()


def polish(word: str) -> str:
    return "".join(_POLISH.get(letter, letter) for letter in word.lower()).capitalize()


@st.composite
def noisy(draw, word: str) -> str:
    """The word as a scan, a keyboard or a linguist may have left it."""
    kind = draw(st.sampled_from(["plain", "invisible", "twins", "upper", "lower", "line", "hyphen", "stress"]))
    place = draw(st.integers(min_value=2, max_value=max(2, len(word) - 2)))
    if kind == "invisible":
        return word[:place] + draw(st.sampled_from(_INVISIBLE)) + word[place:]
    if kind == "twins":
        return word[:place].translate(_TWINS) + word[place:]
    if kind == "line" and len(word) > 4 and word[place - 1].isalpha() and word[place].isalpha():
        return word[:place] + "-\n" + word[place:]
    if kind == "hyphen" and len(word) > 6:
        return word[:place] + draw(st.sampled_from(["-", "\u2011", " - ", "- "])) + word[place:]
    if kind == "stress":
        return "".join(letter + "\u0301" * (letter.lower() in _VOWELS) for letter in word)
    return {"upper": word.upper(), "lower": word.lower()}.get(kind, word)


@st.composite
def planted(draw, words: list[str]) -> tuple[str, int, int]:
    """A text with the words in it, and where they begin and end; clean words without noise around."""
    language = draw(st.sampled_from(sorted(FILLERS)))
    before = " ".join(draw(st.lists(st.sampled_from(FILLERS[language]), max_size=4)))
    after = " ".join(draw(st.lists(st.sampled_from(FILLERS[language]), max_size=4)))
    left = before + draw(st.sampled_from([" ", " «", " (", ", ", "\n", "! "])) if before else ""
    middle = " ".join(words)
    return left + middle + draw(st.sampled_from([" ", ". ", "», ", "\n"])) + after, len(left), len(left) + len(middle)
