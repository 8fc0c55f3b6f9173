"""A query cut into signs: words, quoted phrases, brackets and operators."""

import re
from collections.abc import Iterator
from typing import NamedTuple

QUOTES = '"«»„“”‟＂❝❞'
_OPERATORS = {
    **dict.fromkeys(("OR", "АБО", "ИЛИ", "LUB"), "or"),
    **dict.fromkeys(("AND", "ТА", "ORAZ", "&", "&&"), "and"),
    "NOT": "not",
}
# A straight quotation mark between these letters is how a keyboard without an apostrophe writes one: «Куп"янськ».
_TYPED_APOSTROPHE = re.compile(r"(?<=[бпвмфгґкхжчшрдтзсн])\"(?=[яюєї])", re.IGNORECASE)
_SIGN = re.compile(
    rf"""
      [{QUOTES}](?P<phrase>[^{QUOTES}]*)(?P<closed>[{QUOTES}])?
    | (?P<open>\()
    | (?P<close>\))
    | (?P<or>\|+)
    | (?<![^\s(|])(?P<not>[-−])(?=[^\s)])
    | (?P<word>[^\s()|{QUOTES}]+)
    """,
    re.VERBOSE,
)


class Sign(NamedTuple):
    """One sign of a query: `kind` is word, phrase, open, close, and, or, not; `is_closed` tells of a quote that ends."""

    kind: str
    text: str
    is_closed: bool = True


def signs(text: str) -> Iterator[Sign]:
    """The signs of a query in order."""
    for match in _SIGN.finditer(_TYPED_APOSTROPHE.sub("'", text)):
        kind = match.lastgroup
        if match["phrase"] is not None:
            yield Sign("phrase", match["phrase"], match["closed"] is not None)
        elif kind == "word" and match["word"] in _OPERATORS:
            yield Sign(_OPERATORS[match["word"]], match["word"])
        else:
            yield Sign(kind, match[0])
