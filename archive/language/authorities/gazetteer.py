"""The finder of authorities: one look-up for each word of a text or query, whatever their number."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from archive.language.authorities.forms import LONGEST, forms_of
from archive.language.authorities.labels import Authority, Form
from archive.language.authorities.mentions import Mention, mention_stream
from archive.language.authorities.reading import Hit, Reading
from archive.language.authorities.table import Referent, Tables
from archive.language.fold import fold
from archive.language.languages import sisters
from archive.language.lemmas import common, headwords, known
from archive.language.letters import is_cyrillic
from archive.language.name_families import heard
from archive.language.streams import Word, word_streams
from archive.language.tokens import Tokens, clean, tokenise


class Gazetteer:
    """Finds the given authorities. Building it from ready forms is quick, making the forms is not: keep them."""

    def __init__(self, authorities: Iterable[Authority] = ()):
        self._tables = Tables(form for authority in authorities for form in forms_of(authority))

    @classmethod
    def from_forms(cls, forms: Iterable[Form]) -> "Gazetteer":
        """A finder of forms that `forms_of` made before."""
        gazetteer = cls()
        gazetteer._tables = Tables(forms)
        return gazetteer

    def find(self, text: str, language: str) -> list[Mention]:
        """The mentions in a text whose segment is in `language`, ordered by place."""
        tokens = tokenise(text)
        return self.mentions(text, tokens, [word_streams(word, language) for word in tokens.written])

    def mentions(self, text: str, tokens: Tokens, words: Sequence[Word]) -> list[Mention]:
        """The mentions among tokens whose stream entries are made already."""
        return Reading(self._tables, text, tokens, words).mentions()

    def entries(self, text: str, tokens: Tokens, words: Sequence[Word]) -> tuple[str, ...]:
        """The e stream of tokens whose other entries are made already."""
        return mention_stream(len(tokens), self.mentions(text, tokens, words))

    def in_query(self, written: Sequence[str]) -> list[Hit]:
        """The places and persons that adjacent words of a query name, longest first; capitals may be missing there."""
        cleaned = [clean(word) for word in written]
        folds = [fold(word) for word in cleaned]
        return list(_walk(len(folds), lambda place: self._asked(cleaned, folds, place)))

    def meant_in_query(self, written: Sequence[str]) -> list[Hit]:
        """The topics and events that adjacent words of a query mean, in any language of their script."""
        cleaned = [clean(word) for word in written]
        return list(_walk(len(cleaned), lambda place: self._meant(cleaned, place)))

    def _asked(self, cleaned: list[str], folds: list[str], place: int) -> Hit | None:
        folds = folds[place : place + LONGEST]
        for table in (self._tables.names, self._tables.shortened):
            for length, named in table.longest([(word,) for word in folds]):
                return Hit(place, place + length - 1, named, False)
        sounds = [heard(word) for word in folds]
        for length, named in self._tables.sounds.longest(sounds):
            if length > 1 or not any(common(cleaned[place], language) for language in _languages(cleaned[place])):
                return Hit(place, place + length - 1, named, True)
        for length, named in self._tables.adjectives.longest(sounds):
            return Hit(place, place + length - 1, named, True)
        return None

    def _meant(self, cleaned: list[str], place: int) -> Hit | None:
        """The longest concept; as long ones in two languages are meant both."""
        asked = cleaned[place : place + LONGEST]
        lengths: dict[int, set[tuple[str, str]]] = {}
        for language in _languages(asked[0]):
            if language in self._tables.concepts:
                options = [_lemmas_of(word, language) for word in asked]
                for length, named in self._tables.concepts[language].longest(options):
                    lengths.setdefault(length, set()).update(named.authorities)
        if not lengths:
            return None
        length = max(lengths)
        return Hit(place, place + length - 1, Referent(tuple(sorted(lengths[length])), False), False)


def _walk(length: int, at: Callable[[int], Hit | None]) -> Iterator[Hit]:
    """The hits that `at` gives from the beginning on, none within another."""
    place = 0
    while place < length:
        hit = at(place)
        if hit:
            yield hit
        place = hit.last + 1 if hit else place + 1


def _languages(word: str) -> list[str]:
    """The languages of the word's script that know it, or else all of them."""
    languages = sisters("uk" if any(map(is_cyrillic, word)) else "en")
    return [language for language in languages if known(word, language)] or list(languages)


def _lemmas_of(word: str, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(fold(lemma) for lemma in headwords(word, language)[:2]), fold(word)]))
