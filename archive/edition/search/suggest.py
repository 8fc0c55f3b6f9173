"""What a reader may have meant or may be about to write: names and words that stand in the edition, and nothing else."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from django.db.models.functions import MD5

from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.document.text import read
from archive.language import spelling
from archive.language.fold import fold
from archive.language.keyboards import swapped
from archive.language.soundkey import SHORTEST, sound
from archive.language.tokens import tokenise, visible

from ..models import PublishedAuthority
from ..snapshot import current
from . import lexicon

LONGEST = 80
WORD = "word"


class Suggestion(NamedTuple):
    """``text`` in the given language is offered; ``kind`` is that of an authority, then ``value`` is its slug, or
    "word", then ``value`` is what to ask for. ``is_invented`` for a place that stands for another."""

    text: str
    kind: str
    language: str
    value: str
    is_invented: bool = False


class Known(NamedTuple):
    """A public name of an authority by its folded words and their sound."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    card: AuthorityCard


def suggest(q: str, language: str, limit: int = 8) -> list[Suggestion]:
    """Names and words that begin as ``q`` does, at most ``limit``: names first, by spelling, sound or keyboard.

    Empty while something that ran out waits to be purged.
    """
    now = current()
    if len(q) > LONGEST or not q.strip() or not now.is_whole:
        return []
    known = now.kept("names", _names)
    names = [_named(card, language) for card in _cards_beginning(q, known)][: max(1, limit // 2 + 1)]
    before, last = q[: _last_word(q)], q[_last_word(q) :]
    completions = spelling.complete(last, lexicon.vocabulary(), limit) if last else []
    there = lexicon.still_there(set(completions)) | now.kept(
        "name words", lambda: lexicon.name_words(name.card for name in known)
    )
    words = [Suggestion(before + word, WORD, "", before + word) for word in completions if word in there]
    taken = {fold(name.text) for name in names}
    return [*names, *(word for word in words if fold(word.text) not in taken)][:limit]


def did_you_mean(q: str, language: str, limit: int = spelling.MOST) -> list[str]:
    """The query with its unknown words corrected, likeliest first; nothing if all its words stand in the edition."""
    now = current()
    if not now.is_whole:
        return []
    found = spelling.corrected(q[: 4 * LONGEST], lexicon.vocabulary(), limit)
    written = _words(q)
    new = {offered: _words(offered) - written for offered in found}
    there = lexicon.still_there(set().union(*new.values()))
    known = now.kept("names", _names)
    there |= now.kept("name words", lambda: lexicon.name_words(name.card for name in known))
    return [offered for offered, words in new.items() if words <= there]


def _words(text: str) -> set[str]:
    return {visible(token.text) for token in tokenise(text)}


def _cards_beginning(q: str, names: Iterable[Known]) -> list[AuthorityCard]:
    """The authorities one of whose names, or a word in it, begins so; a card once, whole names first."""
    asked = [tuple(fold(token.text) for token in tokenise(text)) for text in (q, *swapped(q))]
    heard = tuple(sound(word) for word in asked[0]) if asked else ()
    found: dict[int, tuple[int, AuthorityCard]] = {}
    for known in names:
        ranks = [rank for words in asked if (rank := _begins(known.words, words)) is not None]
        if not ranks and heard and len(heard[-1]) >= SHORTEST - 1:
            ranks = [2 + rank for rank in [_begins(known.sounds, heard)] if rank is not None]
        if ranks and (id(known.card) not in found or min(ranks) < found[id(known.card)][0]):
            found[id(known.card)] = min(ranks), known.card
    return [card for _, card in sorted(found.values(), key=lambda pair: (pair[0], pair[1].kind, pair[1].slug))]


def _begins(words: tuple[str, ...], asked: tuple[str, ...]) -> int | None:
    """0 if the words begin as asked, 1 if they do from a later word on, None if nowhere; the last word asked for may
    be unfinished."""
    for start in range(len(words) - len(asked) + 1 if asked else 0):
        end = start + len(asked) - 1
        if words[start:end] == asked[:-1] and words[end].startswith(asked[-1]):
            return min(start, 1)
    return None


def _named(card: AuthorityCard, language: str) -> Suggestion:
    reading = read(card.name, language)
    return Suggestion(reading.text, card.kind, reading.language, card.slug, card.is_invented)


def _names() -> Iterable[Known]:
    return _known(tuple(PublishedAuthority.objects.order_by("pk").values_list("pk", MD5("card"))))


@lru_cache(maxsize=2)
def _known(state: tuple[tuple[int, str], ...]) -> list[Known]:
    return [known for row in PublishedAuthority.objects.order_by("pk") for known in _each(row.content)]


def _each(card: AuthorityCard) -> Iterable[Known]:
    for name in every_name(card):
        words = tuple(fold(token.text) for token in tokenise(name))
        if words:
            yield Known(words, tuple(map(sound, words)), card)


def _last_word(q: str) -> int:
    """Where the word being written begins; the end of the text if it ends in none."""
    tokens = tokenise(q)
    return tokens[-1].start if tokens and tokens[-1].end == len(q) else len(q)
