"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from typing import NamedTuple

from pyroaring import BitMap

from archive.language.authorities import Gazetteer
from archive.language.queries import Atom

from ..among import among
from ..models import Edition, PublishedInterview, SearchEntry
from . import engine, names, vocabulary
from .answer import Answer, Hit, hit
from .excerpts import Piece
from .questions import MEANT, SAID, SOME, Question, Tier

__all__ = ["MEANT", "SAID", "SOME", "Answer", "Hit", "Inside", "Piece", "inside", "search"]

MOST_HITS = 200
MOST_SCORED = 4_000


def search(q: str, *, language: str, within: BitMap | None = None) -> Answer:
    """The interviews in force that answer ``q``, out of those numbered ``within`` (default: all); no text makes it raise.

    All words have to stand in one interview, the words of a phrase in one text of it. ``language`` is the reader's.
    What says it comes before what means it in other languages; where nothing does, what holds some of the words.
    """
    edition = Edition.objects.current()
    lemmas = vocabulary.nothing if edition.has_expired_rows else vocabulary.lemmas_of
    question = Question(q, names.gazetteer(), lemmas)
    holding = engine.members(question.atoms)
    found, taken = [], BitMap()
    for tier in question.tiers:
        members = _in_force(tier.answered_by(holding), edition, within) - taken
        found.append((tier, members))
        taken |= members
    if question.loose and not taken:
        found.append((question.loose, _in_force(question.loose.answered_by(holding), edition, within)))
    scores = {} if edition.has_expired_rows else _scores(found, holding)
    return Answer(question, found, scores, reader=language)


class Inside(NamedTuple):
    """What a search inside one interview found: its hits in the order of its texts, and what to mark them by."""

    hits: list[Hit]
    atoms: list[Atom]
    gazetteer: Gazetteer


def inside(interview: PublishedInterview, q: str, language: str) -> Inside:
    """Where one interview holds what ``q`` asks for, at most ``MOST_HITS`` times; some of the words if not all."""
    answer = search(q, language=language, within=BitMap([interview.pk]))
    atoms, gazetteer = answer.wanted_of(interview.pk), answer.question.gazetteer
    found = engine.places(atoms, [interview.pk])[interview.pk] if atoms else {}
    entries = SearchEntry.objects.filter(among(found)).order_by("number")
    return Inside([hit(entry, atoms, gazetteer) for entry in entries[:MOST_HITS]], atoms, gazetteer)


def _in_force(members: BitMap, edition: Edition, within: BitMap | None) -> BitMap:
    """The members that may be seen now: only while something waits to be purged does that need a look."""
    members = members if within is None else members & within
    if edition.has_expired_rows and members:
        return BitMap(PublishedInterview.objects.filter(among(members)).values_list("pk", flat=True))
    return members


def _scores(found: list[tuple[Tier, BitMap]], holding: dict) -> dict[int, float]:
    """The scores by the rarer words: one that more than ``MOST_SCORED`` interviews hold tells little about any."""
    atoms = dict.fromkeys(atom for tier, members in found if members for atom in tier.wanted)
    return engine.scores([atom for atom in atoms if len(holding[atom]) <= MOST_SCORED])
