"""How names decline: each module gives the forms of a name by case, so that the words of a name agree."""

from itertools import product

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")

Paradigm = dict[str, frozenset[str]]


def fixed(word: str) -> Paradigm:
    """A word that stays as it is in every case."""
    return dict.fromkeys(CASES, frozenset({word}))


def merged(*paradigms: Paradigm) -> Paradigm:
    """The forms of all the paradigms, case by case."""
    return {case: frozenset().union(*(paradigm.get(case, ()) for paradigm in paradigms)) for case in CASES}


def agreeing(paradigms: list[Paradigm]) -> set[tuple[str, ...]]:
    """The words of a name in all sequences in which they stand in one case."""
    return {words for case in CASES for words in product(*(paradigm.get(case, ()) for paradigm in paradigms))}
