"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from typing import NamedTuple

from pyroaring import BitMap

from archive.language.authorities import Gazetteer
from archive.language.queries import Atom

from ..models import PublishedInterview
from ..snapshot import Current, current
from . import engine, names, vocabulary
from .answer import Answer
from .excerpts import Piece
from .hits import Found, Held, Hit, hit, read
from .questions import MEANT, SAID, SOME, Question, Tier

__all__ = ["MEANT", "SAID", "SOME", "Answer", "Found", "Hit", "Inside", "Piece", "inside", "search"]

MOST_HITS = 200
MOST_SCORED = 4_000


def search(q: str, *, language: str, within: BitMap | None = None, now: Current | None = None) -> Answer:
    """The interviews in force that answer ``q``, out of those numbered ``within`` (default: all); no text makes it raise.

    All words have to stand in one interview, the words of a phrase in one text of it. ``language`` is the reader's,
    ``now`` the edition as it may be seen. What says it comes before what means it in other languages; where nothing
    does, what holds some of the words.
    """
    now = now or current()
    lemmas = vocabulary.lemmas_of if now.is_whole else vocabulary.nothing
    question = Question(q, names.gazetteer(now), lemmas)
    visible = now.everything if within is None else now.everything & within
    holding = engine.members(question.atoms)
    found, taken = [], BitMap()
    for tier in question.tiers:
        members = (tier.answered_by(holding) & visible) - taken
        found.append((tier, members))
        taken |= members
    if question.loose and not taken:
        found.append((question.loose, question.loose.answered_by(holding) & visible))
    scores = _scores(found, holding) if now.is_whole else {}
    return Answer(question, found, scores, reader=language)


class Inside(NamedTuple):
    """What a search inside one interview found: its hits in the order of time, at most ``MOST_HITS`` of ``count``, what
    to mark them by, and the code of the tier that found them ("" for nothing)."""

    hits: list[Hit]
    count: int
    tier: str
    atoms: list[Atom]
    gazetteer: Gazetteer


def inside(interview: PublishedInterview, q: str, language: str) -> Inside:
    """Where one interview holds what ``q`` asks for; some of the words if not all."""
    number = interview.pk
    answer = search(q, language=language, within=BitMap([number]))
    atoms, gazetteer = answer.wanted_of(number), answer.question.gazetteer
    which = engine.places(atoms, [number])[number] if atoms else {}
    found = read([(number, Held(atoms, which))], most=len(which))[number].in_time(language)
    hits = [hit(entry, atoms, gazetteer) for entry in found[:MOST_HITS]]
    return Inside(hits, len(found), answer.tier_of(number), atoms, gazetteer)


def _scores(found: list[tuple[Tier, BitMap]], holding: dict) -> dict[int, float]:
    """The scores by the rarer words: one that more than ``MOST_SCORED`` interviews hold tells little about any."""
    atoms = dict.fromkeys(atom for tier, members in found if members for atom in tier.wanted)
    return engine.scores([atom for atom in atoms if len(holding[atom]) <= MOST_SCORED])
