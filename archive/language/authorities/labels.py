"""What an authority is called, and the records made of it for finding it."""

from hashlib import blake2b
from typing import NamedTuple

PLACE, TOPIC, EVENT, PERSON = "place", "topic", "event", "person"
PREFERRED, VARIANT, HISTORICAL, FORMER = "preferred", "variant", "historical", "former"
ADJECTIVE, DIMINUTIVE, SURZHYK = "adjective", "diminutive", "surzhyk"


class Label(NamedTuple):
    """A name of an authority in a content language; `role` is one of the words above."""

    text: str
    language: str
    role: str = PREFERRED


class Authority(NamedTuple):
    """An authority and its labels. `needs_capital` tells that its name is also a common word; None leaves that to the
    dictionaries."""

    id: str
    kind: str
    labels: tuple[Label, ...]
    needs_capital: bool | None = None


class Form(NamedTuple):
    """One sequence of folded words that names an authority; of a topic or event, of folded lemmas of `language`."""

    id: str
    kind: str
    language: str
    words: tuple[str, ...]
    role: str
    needs_capital: bool


def authority_token(kind: str, id: str) -> str:
    """The token of an authority in the e stream: letters and digits only, whatever its id is made of."""
    return "e" + blake2b(f"{kind}\0{id}".encode(), digest_size=8).hexdigest()
