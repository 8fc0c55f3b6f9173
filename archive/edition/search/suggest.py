"""What a reader may have meant or may be about to write: names and words that stand in the edition, and nothing else."""

from collections.abc import Iterable
from typing import NamedTuple

from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.document.text import read
from archive.language import spelling
from archive.language.fold import fold
from archive.language.keyboards import swapped
from archive.language.soundkey import SHORTEST, sound
from archive.language.tokens import tokenise
from archive.language.vocabulary import Vocabulary

from ..models.authority import read_card
from ..snapshot import Current, current
from . import lexicon
from .remembered import Remembered

LONGEST = 80
MOST_UNKNOWN = 6
"""Words of a question that others are compared with."""
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
    known = now.kept("names", _names.now)
    names = [_named(card, language) for card in _cards_beginning(q, known)][: max(1, limit // 2 + 1)]
    before, last = q[: _last_word(q)], q[_last_word(q) :]
    words = _standing(spelling.beginning(last, lexicon.vocabulary()), now)
    completions = [before + word for word in spelling.complete(last, words, limit)]
    taken = {fold(name.text) for name in names}
    offered = [Suggestion(words, WORD, "", words) for words in completions if fold(words) not in taken]
    return [*names, *offered][:limit]


def did_you_mean(q: str, language: str, limit: int = spelling.MOST) -> list[str]:
    """The query with its unknown words corrected, likeliest first; nothing if all its words stand in the edition."""
    now, q = current(), q[: 4 * LONGEST]
    if not now.is_whole:
        return []
    asked = spelling.asked_for(q)
    there = _standing(asked, now)
    unknown = [word for word in dict.fromkeys(token.text for token in tokenise(q)) if there.place(word) is None]
    near = [spelling.near(word, lexicon.vocabulary()) for word in unknown[:MOST_UNKNOWN]]
    return spelling.corrected(q, _standing(asked.union(*near), now), limit)


def _standing(folds: set[str], now: Current) -> Vocabulary:
    names = now.kept("name words", lambda: _name_words(now))
    return lexicon.standing(folds, names)


def _name_words(now: Current) -> dict[str, list[lexicon.Row]]:
    rows: dict[str, list[lexicon.Row]] = {}
    for row in lexicon.name_rows(known.card for known in now.kept("names", _names.now)):
        rows.setdefault(row[0], []).append(row)
    return rows


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


def _each(card: AuthorityCard) -> Iterable[Known]:
    for name in every_name(card):
        words = tuple(fold(token.text) for token in tokenise(name))
        if words:
            yield Known(words, tuple(map(sound, words)), card)


_names = Remembered("card", lambda kept: [known for card in kept for known in _each(read_card(card))])


def _last_word(q: str) -> int:
    """Where the word being written begins; the end of the text if it ends in none."""
    tokens = tokenise(q)
    return tokens[-1].start if tokens and tokens[-1].end == len(q) else len(q)
