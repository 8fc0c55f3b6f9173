"""Polish names in all cases by the dictionary and by their endings, for the many that no dictionary lists: "Izium"."""

from archive.language.declension import CASES, Paradigm, agreeing, fixed, merged
from archive.language.lemmas import pl

_CASES = dict(zip(("nom", "gen", "dat", "acc", "inst", "loc", "voc"), CASES, strict=True))
_SOFT = {"ń": "ni", "ś": "si", "ć": "ci", "ź": "zi"}
_HARDENED = ("cz", "sz", "rz", "dz", "ż", "c", "l", "j")
# The locative: how the last consonant of a stem softens before it.
_SOFTENED = {
    "st": "ście", "zd": "ździe", "sł": "śle", "t": "cie", "d": "dzie", "r": "rze", "ł": "le", "b": "bie", "f": "fie",
    "m": "mie", "n": "nie", "p": "pie", "s": "sie", "w": "wie", "z": "zie",
}  # fmt: skip
_DATIVE = {**_SOFTENED, "k": "ce", "g": "dze", "ch": "sze", "h": "ze"}
_MASCULINE_ADJECTIVE = {
    "gent": ("ego",),
    "datv": ("emu",),
    "accs": ("ego", ""),
    "ablt": ("m",),
    "loct": ("m",),
    "voct": ("",),
}
_FEMININE_ADJECTIVE = {"gent": "ej", "datv": "ej", "accs": "ą", "ablt": "ą", "loct": "ej", "voct": "a"}


def place(words: list[str]) -> set[tuple[str, ...]]:
    """All forms of a place name, its words in one case."""
    return agreeing([declined(word) for word in words])


def adjective(word: str) -> set[tuple[str, ...]]:
    """All forms of an adjective in -i or -y; another word stays as it is."""
    if word[-1] not in "iy":
        return {(word,)}
    stem = word[:-1] if word[-1] == "y" else word
    endings = ("ego", "emu", "ej", "e") if word[-1] == "y" else ("ego", "emu", "ej", "e")
    short = word[:-1]
    forms = {
        word,
        word + "m",
        word + "ch",
        word + "mi",
        short + "a",
        short + "ą",
        *(stem + ending for ending in endings),
    }
    return {(form,) for form in forms | {word.removesuffix("ki") + "cy"} if form}


def person(given: list[str], surname: str) -> tuple[list[Paradigm], Paradigm]:
    """The given names and the surname in all cases; a woman's surname declines only in -a."""
    is_woman = given[0].endswith("a") and not given[0].endswith(("koła", "kola", "kyta", "uka", "lja", "lia", "kita"))
    names = [declined(name) for name in given]
    if is_woman and not surname.endswith("a"):
        return names, fixed(surname)
    return names, merged(fixed(surname), declined(surname))


def declined(word: str) -> Paradigm:
    """One noun or adjective in all cases, guessed by its ending beside what the dictionary has."""
    last = word[-1]
    if last == "a":
        found = _in_a(word[:-1])
    elif last == "o":
        found = _in_o(word)
    elif word.endswith(("ski", "cki", "dzki", "ny", "wy", "ły", "ty", "ki")):
        found = merged(_masculine(word), _plural(word[:-1]))
    elif last in "iy":
        found = _plural(word[:-1])
    elif last == "e":
        neuter = _forms(word[:-1], gent=("a",), datv=("u",), ablt=("em",), loct=("u", "em"))
        found = merged(_plural(word[:-1]), _masculine(word[:-1]), _masculine(word[:-1] + "y"), neuter)
    else:
        found = _in_consonant(word)
    return merged({"nomn": frozenset({word})}, found, _listed(word))


def _listed(word: str) -> Paradigm:
    """The forms that the dictionary has of a noun, "Cerkiew" "Cerkwi"; none without a dictionary."""
    forms = pl.noun_forms(word) if pl.available() else {}
    return {_CASES[case]: found for case, found in forms.items()}


def _forms(stem: str, **endings: tuple[str, ...]) -> Paradigm:
    return {case: frozenset(stem + ending for ending in own) for case, own in endings.items()}


def _in_consonant(word: str) -> Paradigm:
    if word.endswith(("ów", "iw")):
        return _hard(word[:-2] + "ow")
    if word.endswith("iec") and len(word) > 4:
        before = word[:-3]
        return _soft((before[:-1] + "ń" if before[-1] == "n" else before) + "c")
    if word.endswith("ec") and len(word) > 4:
        return _soft(word[:-2] + "c")
    if word[-1] in _SOFT:
        return _soft(word[:-1] + _SOFT[word[-1]])
    if word.endswith(_HARDENED):
        return _soft(word)
    return _hard(word)


def _soft(stem: str) -> Paradigm:
    return _forms(stem, gent=("a", "u"), datv=("owi", "u"), accs=("a", ""), ablt=("em",), loct=("u",), voct=("u",))


def _hard(stem: str) -> Paradigm:
    velar = stem[-1] in "kg"
    found = _forms(
        stem, gent=("a", "u"), datv=("owi", "u"), accs=("a",), ablt=("iem",) if velar else ("em",), loct=("u",)
    )
    softened = _soften(stem, _SOFTENED)
    return merged(found, {"accs": frozenset({stem}), "loct": softened, "voct": softened})


def _soften(stem: str, table: dict[str, str]) -> frozenset[str]:
    for length in (2, 1):
        if stem[-length:] in table:
            return frozenset({stem[:-length] + table[stem[-length:]]})
    return frozenset()


def _in_a(stem: str) -> Paradigm:
    last = stem[-1:]
    softened = _soften(stem, _DATIVE)
    if last in "kg" and last:
        genitive = {stem + "i"}
    elif last in "jil" and last:
        bare = stem[:-1] if last in "ji" else stem
        genitive = {stem + "i", bare + "i"}
    else:
        genitive = {stem + "y"}
    adjective = {case: frozenset({stem + ending}) for case, ending in _FEMININE_ADJECTIVE.items()}
    if last in "kg" and last:
        adjective |= {case: frozenset({stem + "iej"}) for case in ("gent", "datv", "loct")}
    dative = softened or frozenset(genitive)
    noun = {"gent": frozenset(genitive), "datv": dative, "loct": dative}
    noun |= _forms(stem, accs=("ę",), ablt=("ą",), voct=("o",))
    return merged(noun, adjective)


def _in_o(word: str) -> Paradigm:
    stem = word[:-1]
    if word.endswith("ko"):
        return merged(_in_a(stem), _hard(stem), fixed(word))
    softened = _soften(stem, _SOFTENED)
    neuter = _forms(stem, gent=("a",), datv=("u",), accs=("o",), ablt=("em",), loct=("u",))
    return merged(neuter, {"loct": softened}, fixed(word))


def _masculine(word: str) -> Paradigm:
    stem = word[:-1] if word.endswith("y") else word
    return {
        case: frozenset((stem if ending.startswith("e") else word) + ending for ending in endings)
        for case, endings in _MASCULINE_ADJECTIVE.items()
    }


def _plural(stem: str) -> Paradigm:
    return _forms(
        stem,
        gent=("", "ów", "iw", "i"),
        datv=("om", "iom"),
        accs=("y", "i", "e"),
        ablt=("ami", "iami"),
        loct=("ach", "iach"),
    )
