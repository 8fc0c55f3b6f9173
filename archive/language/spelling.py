"""Corrections of words that the corpus does not have, and completions of words being typed."""

from heapq import nlargest
from math import log10
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from archive.language.fold import fold
from archive.language.function_words import FUNCTION_WORDS
from archive.language.keyboards import swapped
from archive.language.soundkey import SHORTEST, sound
from archive.language.tokens import tokenise
from archive.language.vocabulary import Vocabulary

MOST = 3
MOST_COMPLETIONS = 8
MOST_CONSIDERED = 100
LONGEST = 40
_CANDIDATES = 40
_SOUND_BONUS = 0.2
_FIRST_LETTER_BONUS = 0.04
_FREQUENCY_BONUS = 0.03
_KEYBOARD = 1.5


class Suggestion(NamedTuple):
    """A word of the corpus that may have been meant; a higher `score` is likelier."""

    word: str
    score: float


def suggestions(word: str, vocabulary: Vocabulary, most: int = MOST) -> list[Suggestion]:
    """The words of the corpus that may have been meant, best first; none for a word that the corpus has."""
    if len(word) > LONGEST or not fold(word) or vocabulary.place(word) is not None:
        return []
    scores: dict[int, float] = {}
    for other in swapped(word):
        place = vocabulary.place(other)
        if place is not None:
            scores[place] = _KEYBOARD + _frequency(vocabulary, place)
    for place, score in _alike(fold(word), vocabulary):
        scores[place] = max(score, scores.get(place, 0))
    best = nlargest(most, scores, key=lambda place: (scores[place], -place))
    return [Suggestion(vocabulary.displays[place], scores[place]) for place in best]


def corrected(query: str, vocabulary: Vocabulary, most: int = MOST) -> list[str]:
    """The query with the words that the corpus lacks replaced by what may have been meant, best first.

    Where several words are unknown, each is replaced by its best; everything else stays as it was typed.
    """
    options = [(chunk, _replacements(chunk, vocabulary, most)) for chunk in query.split()]
    unknown = [place for place, (_, found) in enumerate(options) if found]
    if not unknown:
        return []
    best = [found[0] if found else chunk for chunk, found in options]
    if len(unknown) > 1:
        return [" ".join(best)]
    place = unknown[0]
    return [" ".join([*best[:place], option, *best[place + 1 :]]) for option in options[place][1]]


def complete(prefix: str, vocabulary: Vocabulary, most: int = MOST_COMPLETIONS) -> list[str]:
    """Words of the corpus that begin so, frequent ones first; then those that begin so by sound or on the other keyboard."""
    found = _completing(prefix, vocabulary, most)
    return [vocabulary.displays[place] for place in list(dict.fromkeys(found))[:most]]


def _completing(prefix: str, vocabulary: Vocabulary, most: int) -> list[int]:
    folded = fold(prefix)
    if not folded:
        return []
    found = _frequent(vocabulary, vocabulary.beginning(folded), most)
    if len(folded) >= SHORTEST - 1:
        if heard := sound(folded):
            found += _frequent(vocabulary, vocabulary.sounding(heard, begin=True), most)
        for other in filter(None, map(fold, swapped(prefix))):
            found += _frequent(vocabulary, vocabulary.beginning(other), most)
    return found


def asked_for(query: str) -> set[str]:
    """The folds of the words of a query, and of what they would be on the other keyboard."""
    words = {word for chunk in query.split() for word in (chunk, *(token.text for token in tokenise(chunk)))}
    return {folded for word in words for other in (word, *swapped(word)) if (folded := fold(other)).isalnum()}


def near(word: str, vocabulary: Vocabulary, most: int = MOST_CONSIDERED) -> set[str]:
    """The folds of the vocabulary that the word may be a misspelling of, the likeliest."""
    folded = fold(word)
    found = _alike(folded, vocabulary) if folded and len(word) <= LONGEST else ()
    return {vocabulary.folds[place] for place, _score in nlargest(most, found, key=itemgetter(1))}


def beginning(prefix: str, vocabulary: Vocabulary, most: int = MOST_CONSIDERED) -> set[str]:
    """The folds of the vocabulary that `complete` may offer, the most frequent of each kind."""
    return {vocabulary.folds[place] for place in _completing(prefix, vocabulary, most)}


def _replacements(chunk: str, vocabulary: Vocabulary, most: int) -> list[str]:
    """What a part of a query between spaces may have been meant as; none if it is known, a prefix or a number."""
    tokens = tokenise(chunk)
    if chunk.endswith("*"):
        return []
    whole = [vocabulary.place(other) for other in swapped(chunk)]
    if any(place is not None for place in whole) and not any(_is_known(token.text, vocabulary) for token in tokens):
        return [vocabulary.displays[place] for place in whole if place is not None][:most]
    unknown = [token for token in tokens if not _is_known(token.text, vocabulary)]
    if len(unknown) != 1:
        return []
    token = unknown[0]
    found = suggestions(token.text, vocabulary, most)
    return [chunk[: token.start] + suggestion.word + chunk[token.end :] for suggestion in found]


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    folded = fold(word)
    return vocabulary.place(word) is not None or folded in FUNCTION_WORDS or folded.isdigit()


def _alike(folded: str, vocabulary: Vocabulary):
    """Places of words with few letters added, left out, changed or swapped, or of the same sound, with their scores."""
    cutoff = 1 if len(folded) < SHORTEST else 2 if len(folded) < 2 * SHORTEST else 3
    heard = sound(folded)
    found = {
        vocabulary.place_of(word)
        for words in vocabulary.near(folded, cutoff)
        for word, _, _ in process.extract(folded, words, scorer=OSA.distance, score_cutoff=cutoff, limit=_CANDIDATES)
    }
    for spelling in {heard, sound(folded.replace("ch", "h"))}:
        if len(spelling) >= SHORTEST:
            found |= set(vocabulary.sounding(spelling))
    for place in found:
        word = vocabulary.folds[place]
        score = OSA.normalized_similarity(folded, word) + _frequency(vocabulary, place)
        score += _SOUND_BONUS * OSA.normalized_similarity(heard, vocabulary.keys[place])
        yield place, score + _FIRST_LETTER_BONUS * (folded[0] == word[0])


def _frequency(vocabulary: Vocabulary, place: int) -> float:
    return _FREQUENCY_BONUS * log10(1 + vocabulary.counts[place])


def _frequent(vocabulary: Vocabulary, places, most: int) -> list[int]:
    return nlargest(most, places, key=vocabulary.counts.__getitem__)
