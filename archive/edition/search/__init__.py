"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from collections import Counter

from django.db.models import QuerySet
from pyroaring import BitMap

from ..among import among
from ..models import Edition, PublishedInterview, SearchEntry
from . import engine
from .answer import Answer, Hit, hit
from .excerpts import Piece
from .questions import Question

__all__ = ["Answer", "Hit", "Piece", "hits", "search"]

MOST_HITS = 200
MOST_SCORED = 4_000


def search(q: str, *, language: str, interviews: QuerySet | None = None) -> Answer:
    """The interviews in force that answer ``q``, out of ``interviews`` (default: all); no text makes it raise.

    All words have to stand in one interview, the words of a phrase in one text of it. ``language`` is the reader's.
    Best matches come first, but the newest where scores mean little (words that more than ``MOST_SCORED`` interviews
    hold) or must not be used: while something that ran out is not purged, its words still weigh in the scores of others.
    """
    question = Question(q)
    if not question.wanted:
        return Answer(question, [], is_scored=False, reader=language)
    may_score = not Edition.objects.current().has_expired_rows
    holding = engine.members(question.atoms)
    scores = _scores(question, holding) if may_score else Counter()
    live = PublishedInterview.objects.all() if interviews is None else interviews
    newest = live.filter(among(question.answered_by(holding))).order_by(*PublishedInterview._meta.ordering)
    ranked = sorted(newest.values_list("pk", flat=True), key=lambda number: -scores.get(number, 0.0))
    return Answer(question, ranked, is_scored=may_score, reader=language)


def hits(interview: PublishedInterview, q: str, language: str) -> list[Hit]:
    """Where one interview holds the words of ``q``, in the order of its texts, at most ``MOST_HITS``; none if the
    interview as a whole does not answer it."""
    answer = search(q, language=language, interviews=PublishedInterview.objects.filter(pk=interview.pk))
    found = engine.places(answer.question.wanted, answer.ranked).get(interview.pk, {})
    entries = SearchEntry.objects.filter(among(found)).order_by("number")
    return [hit(entry, answer.question) for entry in entries[:MOST_HITS]]


def _scores(question: Question, holding: dict[object, BitMap]) -> dict[int, float]:
    """The scores by the rarer words: a word that very many interviews hold tells little about any of them."""
    return engine.scores([atom for atom in question.wanted if len(holding[atom]) <= MOST_SCORED])
