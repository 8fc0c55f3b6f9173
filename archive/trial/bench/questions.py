"""What is asked: chosen from what the edition holds, so that any corpus can be measured."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import Length

from archive.edition.models import FacetValue, PublishedInterview, SearchEntry, VocabularyWord
from archive.edition.paging import PAGE_SIZE
from archive.language.tokens import tokenise

LETTERS = 4
SAMPLE = 3_000


@dataclass(frozen=True)
class Chosen:
    """The queries of each kind of search, and the addresses of what is asked besides."""

    searches: dict[str, list[str]]
    filters: list[str]
    deepest: int
    pages: dict[str, str]
    beginnings: list[str]


def chosen() -> Chosen:
    total = PublishedInterview.objects.count()
    common, mid, rare = _words(total, 0.5), _words(total, 0.02), _exactly(2)
    pairs = [f"{a} {b}" for a, b in zip(_words(total, 0.1), reversed(_words(total, 0.1)), strict=True) if a != b]
    return Chosen(
        searches={
            "search, rare word": rare,
            "search, mid word": mid,
            "search, common word": common,
            "search, two words": pairs[:5] or common,
            "search, phrase": [f'"{phrase}"' for phrase in _phrases()],
        },
        filters=_filters(),
        deepest=max(1, -(-total // PAGE_SIZE)),
        pages={"interview, 50 segments": _of_length(50), "interview, 2,000 segments": _of_length(2000)},
        beginnings=[word[:3] for word in common],
    )


def _words(total: int, share: float) -> list[str]:
    """Five words that about this share of the interviews hold, or as near to it as any does."""
    below = _long().filter(interviews__lte=max(3, total * share)).order_by("-interviews", "word")
    return list(below.values_list("word", flat=True)[:5])


def _exactly(interviews: int) -> list[str]:
    words = _long().filter(interviews=interviews)
    return list(words.order_by("word").values_list("word", flat=True)[:5])


def _long():
    return VocabularyWord.objects.annotate(letters=Length("word")).filter(generation="", letters__gte=LETTERS)


def _phrases() -> list[str]:
    """The pairs of words that stand side by side most often in a sample."""
    pairs = Counter()
    for text in SearchEntry.objects.filter(kind="passage").values_list("text", flat=True)[:SAMPLE]:
        words = [token.text for token in tokenise(text)]
        pairs.update((a, b) for a, b in zip(words, words[1:], strict=False) if min(len(a), len(b)) >= LETTERS)
    return [" ".join(pair) for pair, _number in pairs.most_common(5)]


def _filters() -> list[str]:
    """The most frequent place with the most frequent topic beside it and its language."""
    place = _most("place", PublishedInterview.objects.all())
    beside = PublishedInterview.objects.filter(facet_values__facet="place", facet_values__value=place)
    return [f"place={place}&topic={_most('topic', beside)}&language={_most('language', beside)}"]


def _most(facet: str, interviews) -> str:
    values = FacetValue.objects.filter(facet=facet, interview__in=interviews.values("pk"))
    return values.values_list("value").annotate(number=Count("pk")).order_by("-number", "value")[0][0]


def _of_length(segments: int) -> str:
    """The reference of the interview whose number of passages is nearest to this."""
    passages = SearchEntry.objects.filter(kind="passage").values("interview").annotate(number=Count("pk"))
    lengths = {row["interview"]: row["number"] for row in passages}
    nearest = min(lengths, key=lambda pk: (abs(lengths[pk] - segments), pk))
    return PublishedInterview.objects.values_list("reference", flat=True).get(pk=nearest)
