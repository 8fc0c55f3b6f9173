"""The forms of an authority's names as they are kept: made once on approval, for making them takes long."""

from collections.abc import Iterable
from itertools import chain

import msgspec

from archive.language.authorities import Authority, Form, Label, forms_of

from .authority import AuthorityCard

_DECODER = msgspec.json.Decoder(list[Form])


def every_name(card: AuthorityCard) -> list[str]:
    """All public names of a card in all languages, each once."""
    return list(dict.fromkeys((*card.name.values(), *chain.from_iterable(card.variants.values()))))


def labels(card: AuthorityCard) -> Authority:
    """The public names of a card, with what each is."""
    preferred = [Label(text, language) for language, text in sorted(card.name.items())]
    others = [
        Label(text, language, card.roles.get(text, "variant"))
        for language, texts in sorted(card.variants.items())
        for text in texts
    ]
    return Authority(card.slug, card.kind, (*preferred, *others))


def dump(card: AuthorityCard) -> str:
    """Every form of a card's names, as text to keep. No words name a question."""
    if card.kind == "question":
        return "[]"
    return msgspec.json.encode(sorted(set(forms_of(labels(card))))).decode()


def load(kept: Iterable[str]) -> Iterable[Form]:
    """The forms in texts that ``dump`` made."""
    for text in kept:
        yield from _DECODER.decode(text)
