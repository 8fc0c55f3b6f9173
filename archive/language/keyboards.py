"""Words typed on the wrong keyboard: «підвал» comes out as "gsldfk" on an English layout."""

_ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_LAYOUTS = (
    "йцукенгшщзхїфівапролджєячсмитьбю'",
    "йцукенгшщзхъфывапролджэячсмитьбюё",
)
_TO_CYRILLIC = [str.maketrans(_ENGLISH, layout) for layout in _LAYOUTS]
_TO_LATIN = [str.maketrans(layout, _ENGLISH) for layout in _LAYOUTS]


def swapped(word: str) -> list[str]:
    """What the same keys give in the other layouts: Ukrainian and Russian for Latin letters, Latin for Cyrillic ones.

    Polish is typed on the English layout.
    """
    lower = word.lower()
    return [
        found for found in dict.fromkeys(lower.translate(keys) for keys in _TO_CYRILLIC + _TO_LATIN) if found != lower
    ]
