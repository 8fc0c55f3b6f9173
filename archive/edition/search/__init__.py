"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from collections import Counter, defaultdict

from django.db.models import QuerySet

from archive.language.queries import Atom

from ..among import among
from ..models import Edition, PublishedInterview, SearchEntry
from . import engine
from .answer import Answer, Hit, hit
from .excerpts import Piece
from .questions import Question

__all__ = ["Answer", "Hit", "Piece", "hits", "search"]

MOST_HITS = 200
MOST_SCORED = 20_000


def search(q: str, *, language: str, interviews: QuerySet | None = None) -> Answer:
    """The interviews in force that answer ``q``, out of ``interviews`` (default: all); no text makes it raise.

    All words have to stand in one interview, the words of a phrase in one text of it. ``language`` is the reader's.
    Best matches come first, but the newest where scores mean little (more than ``MOST_SCORED`` entries) or must not
    be used: while something that ran out is not purged, its words still weigh in the scores of others.
    """
    question = Question(q)
    if not question.wanted:
        return Answer(question, [], is_scored=False, reader=language)
    may_score = not Edition.objects.current().has_expired_rows
    holding, scores = _look_up(question, may_score=may_score)
    live = PublishedInterview.objects.all() if interviews is None else interviews
    newest = live.filter(among(question.answered_by(holding))).order_by(*PublishedInterview._meta.ordering)
    ranked = sorted(newest.values_list("pk", flat=True), key=lambda number: -scores[number])
    return Answer(question, ranked, is_scored=may_score, reader=language)


def hits(interview: PublishedInterview, q: str, language: str) -> list[Hit]:
    """Where one interview holds the words of ``q``, in the order of its texts, at most ``MOST_HITS``; none if the
    interview as a whole does not answer it."""
    answer = search(q, language=language, interviews=PublishedInterview.objects.filter(pk=interview.pk))
    found = engine.top(answer.question.wanted, answer.ranked, most=MOST_HITS, is_scored=False)
    entries = SearchEntry.objects.filter(among({row.entry for row in found})).order_by("number")
    return [hit(entry, answer.question) for entry in entries[:MOST_HITS]]


def _look_up(question: Question, *, may_score: bool) -> tuple[dict[Atom, set[int]], Counter]:
    """The interviews that hold each atom, and the score of each interview: all zero where none is to be used."""
    rows = engine.holding(question.atoms, is_scored=False)
    if may_score and sum(row.entries for row in rows) <= MOST_SCORED:
        rows = engine.holding(question.atoms, is_scored=True)
    holding, scores = defaultdict(set), Counter()
    for row in rows:
        holding[question.atoms[row.atom]].add(row.interview)
        scores[row.interview] += row.score if row.atom < len(question.wanted) else 0
    return holding, scores
