"""Sequences of words and what they name, looked up by their first word."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from archive.language.authorities.labels import ADJECTIVE, EVENT, TOPIC, Form
from archive.language.function_words import FUNCTION_WORDS
from archive.language.name_families import heard
from archive.language.soundkey import SHORTEST


class Referent(NamedTuple):
    """What a sequence of words names: authorities as (kind, id), in order; whether it needs its capital for that."""

    authorities: tuple[tuple[str, str], ...]
    needs_capital: bool


class Table:
    """`lengths` tells how long the sequences are that begin with a word, longest first; `named` what each names."""

    def __init__(self):
        self.named: dict[tuple[str, ...], Referent] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}

    def add(self, words: tuple[str, ...], form: Form) -> None:
        """Let the words name the form's authority, beside those they name already."""
        own = (form.kind, form.id)
        before = self.named.get(words)
        if before is None:
            self.named[words] = Referent((own,), form.needs_capital)
            lengths = self.lengths.get(words[0], ())
            if len(words) not in lengths:
                self.lengths[words[0]] = tuple(sorted((*lengths, len(words)), reverse=True))
        elif own not in before.authorities:
            together = tuple(sorted((*before.authorities, own)))
            self.named[words] = Referent(together, before.needs_capital or form.needs_capital)

    def longest(self, options: Sequence[Sequence[str]]) -> Iterator[tuple[int, Referent]]:
        """The sequences that begin the options, longest first, as (length, what they name).

        An option holds what may stand at one place.
        """
        lengths = {length for word in options[0] for length in self.lengths.get(word, ())}
        for length in sorted(lengths, reverse=True):
            if length <= len(options):
                for words in product(*options[:length]):
                    if words in self.named:
                        yield length, self.named[words]


class Tables:
    """The forms of authorities: `names` by their words, `shortened` without function words as queries have them,
    `sounds` by sound, `adjectives` those of adjectives alone; `concepts` by lemma for each language, with `concept_starts`, the words that begin one."""

    def __init__(self, forms: Iterable[Form]):
        self.names, self.shortened, self.sounds, self.adjectives = Table(), Table(), Table(), Table()
        self.concepts: dict[str, Table] = {}
        for form in forms:
            if form.kind in (TOPIC, EVENT):
                self.concepts.setdefault(form.language, Table()).add(form.words, form)
            else:
                self._add_name(form)
        self.concept_starts = frozenset().union(*(table.lengths for table in self.concepts.values()))

    def _add_name(self, form: Form) -> None:
        self.names.add(form.words, form)
        telling = tuple(word for word in form.words if word not in FUNCTION_WORDS)
        if telling and telling != form.words:
            self.shortened.add(telling, form)
        spoken = [heard(word)[-1:] if form.language == "pl" else heard(word)[:1] for word in form.words]
        keys = tuple(sound for sounds in spoken for sound in sounds)
        if all(spoken) and (len(keys) > 1 or len(keys[0]) >= SHORTEST):
            self.sounds.add(keys, form)
            if form.role == ADJECTIVE:
                self.adjectives.add(keys, form)
