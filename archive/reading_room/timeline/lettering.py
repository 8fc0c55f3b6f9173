"""How much room words take in a drawing, which cannot be asked of a browser beforehand."""

NARROW, WIDE = frozenset("fijlrtIJ .,:;!|()[]-'’ʼіїІЇ"), frozenset("mwMWжмшщюфыЖМШЩЮФЫ@–—…")
ADVANCES = {"narrow": 0.34, "wide": 0.88, "capital": 0.7, "other": 0.58}
"""Widths in parts of the height of the letters: those of Source Sans and a little more, for other fonts are wider."""


def room(text: str, size: float) -> float:
    """What a line of text takes at most, in the unit of ``size``."""
    return size * sum(ADVANCES[_kind(letter)] for letter in text)


def lines(text: str, size: float, width: float, most: int) -> list[str]:
    """The text in at most so many lines that fit the width; what does not is cut, and says so by an ellipsis."""
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and room(longer, size) > width:
            found.append(word)
        else:
            found[-1] = longer
    if len(found) > most:
        found = [*found[: most - 1], " ".join(found[most - 1 :])]
    return [_cut(line, size, width) for line in found]


def _cut(line: str, size: float, width: float) -> str:
    if room(line, size) <= width:
        return line
    while line and room(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def _kind(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    return "capital" if letter.isupper() else "other"
