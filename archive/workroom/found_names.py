"""Names found in passages as the catalogue has them now: each with its words in every language and what was decided."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from archive.catalogue.models import Authority, Event, Interview, Mention, Person, PersonStatus, Place, Segment, Topic
from archive.language.authorities import CERTAIN, LIKELY, POSSIBLE
from archive.language.streams import word_streams
from archive.language.tokens import tokenise
from archive.publishing.naming import approved_names, folded

from .labels import label, may_know_persons

CONTEXT = 90
"""Characters shown on either side of the words."""
DOUBTFUL_FIRST = (POSSIBLE, LIKELY, CERTAIN)
NOUNS = {"person": Person, "place": Place, "topic": Topic, "event": Event}


@dataclass(frozen=True, kw_only=True)
class Excerpt:
    language: str
    before: str
    found: str
    after: str


@dataclass(kw_only=True)
class Found:
    """That words of a passage seem to name an authority. ``decision`` holds for the passage, ``throughout`` for the
    whole interview; ``certainty`` is the surest of its languages."""

    interview: Interview
    passage: str
    start_ms: int
    kind: str
    slug: str
    words: str
    certainty: str
    excerpts: list[Excerpt] = field(default_factory=list)
    authority: int = 0
    label: str = ""
    decision: Mention | None = None
    throughout: Mention | None = None

    @property
    def value(self) -> str:
        """How a form calls it."""
        return value_of(self.interview.pk, self.authority, self.passage)

    @property
    def is_decided(self) -> bool:
        return bool(self.decision or self.throughout)


def value_of(interview: int, authority: int, passage: str) -> str:
    return f"{interview}:{authority}:{passage}"


def found_in(segments: Iterable[Segment]) -> list[Found]:
    """What segments (with their transcript and interview) name, each authority once a passage."""
    found: dict[tuple, Found] = {}
    for segment, mention, words in _read(segments):
        interview = segment.transcript.interview
        key = interview.pk, segment.alignment, mention.kind, mention.id
        row = found.setdefault(
            key,
            Found(
                interview=interview,
                passage=segment.alignment,
                start_ms=segment.start_ms,
                kind=mention.kind,
                slug=mention.id,
                words=words,
                certainty=mention.certainty,
            ),
        )
        row.certainty = max(row.certainty, mention.certainty, key=DOUBTFUL_FIRST.index)
        row.excerpts.append(_excerpt(segment, mention))
    return list(found.values())


def _read(segments: Iterable[Segment]) -> Iterator[tuple]:
    gazetteer = approved_names()
    for segment in segments:
        tokens = tokenise(segment.text)
        words = [word_streams(token.text, segment.transcript.language) for token in tokens]
        for mention in gazetteer.mentions(segment.text, tokens, words):
            yield segment, mention, folded(mention, words)


def _excerpt(segment, mention) -> Excerpt:
    """The words between whole words of their surroundings."""
    text, first, last = segment.text, mention.start - CONTEXT, mention.end + CONTEXT
    before, after = text[max(0, first) : mention.start], text[mention.end : last]
    return Excerpt(
        language=segment.transcript.language,
        before=f"…{before.partition(' ')[2]}" if first > 0 else before,
        found=text[mention.start : mention.end],
        after=f"{after.rpartition(' ')[0]}…" if last < len(text) else after,
    )


def with_decisions(found: list[Found], user) -> list[Found]:
    """The same with authorities, their labels for this user, and decisions; what is no authority any more is left out.

    The same few queries whatever their number.
    """
    known = records({(row.kind, row.slug) for row in found})
    words = labels(known.values(), user)
    decided = decisions({row.interview.pk for row in found})
    for row in found:
        record = known.get((row.kind, row.slug))
        if record is not None:
            row.authority, row.label = record.pk, words[record.pk]
            row.decision = decided.get((row.interview.pk, record.pk, row.passage))
            row.throughout = decided.get((row.interview.pk, record.pk, ""))
    return [row for row in found if row.authority]


def records(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Authority]:
    """Records of places, topics, events and persons by kind and slug."""
    slugs: dict[str, set[str]] = {}
    for kind, slug in keys:
        slugs.setdefault(kind, set()).add(slug)
    return {(r.kind, r.slug): r for kind, wanted in slugs.items() for r in _of_kind(kind)(slug__in=wanted)}


def _of_kind(kind: str) -> Callable:
    rows = NOUNS[kind].objects.all()
    return (rows.select_related("parent") if kind == "place" else rows).filter


def labels(known: Iterable[Authority], user) -> dict[int, str]:
    """How each record is called to this user: a private person by a code, unless the user may know the name."""
    known = list(known)
    people = {record.pk for record in known if record.kind == "person"}
    figures = PersonStatus.objects.filter(person__in=people, kind=PersonStatus.Kind.PUBLIC_FIGURE)
    public = set() if may_know_persons(user) else set(figures.values_list("person", flat=True))
    return {r.pk: f"{r} · {r.name}" if r.pk in public and r.name else label(r, user) for r in known}


def decisions(interviews: Iterable[int]) -> dict[tuple[int, int, str], Mention]:
    """What was decided in interviews, by interview, authority and passage."""
    rows = Mention.objects.filter(interview__in=interviews).select_related("decided_by")
    return {(row.interview_id, row.authority_id, row.passage): row for row in rows}
