"""Search over the edition: interviews that answer a question, best first, and the passages that say why."""

from collections import Counter, defaultdict

from django.db.models import QuerySet

from ..among import among
from ..models import Edition, PublishedInterview, SearchEntry
from . import engine
from .answer import Answer, Hit, hit
from .excerpts import Piece
from .questions import Question

__all__ = ["Answer", "Hit", "Piece", "hits", "search"]

MOST_HITS = 200


def search(q: str, *, language: str, interviews: QuerySet | None = None) -> Answer:
    """The interviews in force that answer ``q``, out of ``interviews`` (default: all); no text makes it raise.

    All words have to stand in one interview, the words of a phrase in one text of it. ``language`` is the reader's.
    Best matches come first. While something that ran out is not purged, its words still weigh in the scores of
    others: then the newest come first.
    """
    question = Question(q)
    if not question.wanted:
        return Answer(question, [], is_scored=False, reader=language)
    is_scored = not Edition.objects.current().has_expired_rows
    holding, scores = defaultdict(set), Counter()
    for number, interview, score in engine.best(question.atoms, is_scored=is_scored):
        holding[question.atoms[number]].add(interview)
        scores[interview] += score if number < len(question.wanted) else 0
    live = PublishedInterview.objects.all() if interviews is None else interviews
    newest = live.filter(among(question.answered_by(holding))).order_by(*PublishedInterview._meta.ordering)
    ranked = sorted(newest.values_list("pk", flat=True), key=lambda number: -scores[number])
    return Answer(question, ranked, is_scored=is_scored, reader=language)


def hits(interview: PublishedInterview, q: str, language: str) -> list[Hit]:
    """Where one interview holds the words of ``q``, in the order of its texts, at most ``MOST_HITS``; none if the
    interview as a whole does not answer it."""
    answer = search(q, language=language, interviews=PublishedInterview.objects.filter(pk=interview.pk))
    found = engine.top(answer.question.wanted, answer.ranked, most=MOST_HITS, is_scored=False)
    entries = SearchEntry.objects.filter(among({row.entry for row in found})).order_by("number")
    return [hit(entry, answer.question) for entry in entries[:MOST_HITS]]
