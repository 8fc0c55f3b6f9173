"""How well a search answers: recall and precision among the first ten."""

from collections.abc import Collection, Sequence

TOP = 10
SUGGESTIONS = 3
NOT_MONOLINGUAL = frozenset({"xling", "sem", "typo"})
"""Types of queries that ask for more than the words of one language."""


def recall(answer: Sequence[str], relevant: Collection[str]) -> float:
    """|first ten ∩ relevant| / min(10, |relevant|). Where nothing is relevant, nothing can be missed: 1."""
    if not relevant:
        return 1.0
    return len(set(answer[:TOP]) & set(relevant)) / min(TOP, len(set(relevant)))


def precision(answer: Sequence[str], relevant: Collection[str], also_ok: Collection[str]) -> float:
    """|first ten ∩ relevant| / |first ten without also_ok|. What is relevant is judged, even where it is in ``also_ok`` too.

    An empty answer counts 0, and so does one of nothing but what is also right: without that it is empty. Where
    nothing is relevant, that is the right answer and counts 1.
    """
    judged = set(answer[:TOP]) - (set(also_ok) - set(relevant))
    if not relevant:
        return float(not judged)
    return len(judged & set(relevant)) / len(judged) if judged else 0.0


def is_suggested(suggestions: Sequence[str], wanted: str) -> bool:
    """Whether the wanted suggestion stands among the first three, whatever its capitals."""
    return wanted.casefold() in [each.casefold() for each in suggestions[:SUGGESTIONS]]
