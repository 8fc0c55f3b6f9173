"""What the oblasts of Ukraine are called beside their official names: «Харківська область» is «Харківщина», «Харківська обл.»."""

import re
from collections.abc import Iterator

_FULL = re.compile(r"(?P<stem>\w+)(?P<ending>цька|ська|цкая|ская) область", re.IGNORECASE)
_IN_ONE_WORD = {"цька": "ччина", "ська": "щина", "цкая": "ччина", "ская": "щина"}


def other_names(name: str) -> Iterator[str]:
    """The abbreviation of an oblast's name and the name in one word; nothing for another name."""
    if full := _FULL.fullmatch(name.strip()):
        yield f"{full['stem']}{full['ending']} обл"
        yield full["stem"] + _IN_ONE_WORD[full["ending"].lower()]
