"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from typing import NamedTuple

from pyroaring import BitMap

from archive.document.reference import read_reference
from archive.language.highlight import Marker

from ..models import PublishedInterview
from ..snapshot import Current, current
from . import names, vocabulary
from .answer import Answer
from .excerpts import Piece
from .hits import Found, Held, Hit, Showing, read
from .holding import Holding
from .questions import MEANT, SAID, SOME, Question, Tier

__all__ = ["MEANT", "SAID", "SOME", "Answer", "Found", "Hit", "Inside", "Piece", "inside", "search"]


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
    holding = Holding(question.atoms)
    taken = _referred(q) & visible
    found = [(Tier(SAID, None), taken)]
    for tier in question.tiers:
        members = (tier.answered_by(holding.interviews) & visible) - taken
        found.append((tier, members))
        taken = taken | members
    if question.loose and not taken:
        found.append((question.loose, question.loose.answered_by(holding.interviews) & visible))
    wanted = dict.fromkeys(atom for tier, members in found if members for atom in tier.wanted)
    scores = holding.scores(list(wanted), now.everything)
    return Answer(question, found, holding, scores, reader=language)


def _referred(q: str) -> BitMap:
    """The interview whose public reference the question is: whole, for parts of one are words of no language."""
    reference = read_reference(q)
    rows = PublishedInterview.objects.filter(reference=reference).values_list("pk", flat=True) if reference else ()
    return BitMap(rows)


class Inside(NamedTuple):
    """What a search inside one interview found: its ``hits`` in the order of time, what marks the words in it, and
    the code of the tier that found them ("" for nothing)."""

    hits: list[Hit]
    tier: str
    marker: Marker


def inside(interview: PublishedInterview, q: str, language: str) -> Inside:
    """Where one interview holds what ``q`` asks for; some of the words if not all."""
    number = interview.pk
    answer = search(q, language=language, within=BitMap([number]))
    atoms = answer.wanted_of(number)
    showing = Showing(atoms, answer.question.gazetteer)
    which = answer.holding.places(atoms, [number])[number]
    found = read([(number, Held(atoms, which))], most=len(which))[number].in_time(language)
    return Inside([showing.hit(entry) for entry in found], answer.tier_of(number), showing.marker)
