"""The search judged by queries of which is known what answers them."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import NamedTuple

import msgspec

from archive.edition.models import PublishedInterview
from archive.edition.search import search
from archive.edition.search.suggest import did_you_mean

from .measures import NOT_MONOLINGUAL, TOP, is_suggested, precision, recall

ALL = "ALL-mono"
TYPO = "typo"


class Query(msgspec.Struct):
    """A query of a type, with the references that answer it, those that may stand beside them, and for a misspelt word
    the suggestion that is wanted."""

    id: str
    q: str
    type: str
    lang: str = ""
    relevant: list[str] = []
    also_ok: list[str] = []
    suggest: str = ""


class Judged(NamedTuple):
    """One query with its two measures; for a misspelt word both say whether the suggestion was there."""

    query: Query
    recall: float
    precision: float
    answer: list[str]


class Line(NamedTuple):
    """The means over the queries of a type."""

    type: str
    queries: int
    recall: float
    precision: float


def judge(queries: Iterable[Query]) -> Iterator[Judged]:
    """Ask every query as a reader would; readers are Ukrainian where a query has no language."""
    for query in queries:
        language = query.lang or "uk"
        if query.type == TYPO:
            suggestions = suggested(query.q, language)
            found = float(is_suggested(suggestions, query.suggest))
            yield Judged(query, found, found, suggestions)
        else:
            answer = references(query.q, language)
            yield Judged(
                query,
                recall(answer, query.relevant),
                precision(answer, query.relevant, query.also_ok),
                answer,
            )


def references(q: str, language: str) -> list[str]:
    """The public references of the first ten answers, best first."""
    numbers = search(q, language=language).ranked[:TOP].tolist()
    known = dict(PublishedInterview.objects.filter(pk__in=numbers).values_list("pk", "reference"))
    return [known[number] for number in numbers if number in known]


def suggested(q: str, language: str) -> list[str]:
    """What a reader would be asked to have meant, likeliest first."""
    return list(did_you_mean(q, language))


def lines(judged: Sequence[Judged]) -> Iterator[Line]:
    """A line for each type in the order they come, then one over all monolingual types."""
    types = dict.fromkeys(each.query.type for each in judged)
    for name in types:
        yield _line(name, [each for each in judged if each.query.type == name])
    monolingual = [each for each in judged if each.query.type not in NOT_MONOLINGUAL]
    if monolingual:
        yield _line(ALL, monolingual)


def _line(name: str, judged: Sequence[Judged]) -> Line:
    return Line(name, len(judged), fmean(j.recall for j in judged), fmean(j.precision for j in judged))
