"""What the archive itself says of testimonies: the words of paths, of their stops, and the introductions of questions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from django.db.models import QuerySet

from archive.catalogue.models import FormerAuthority, Interview, Path, PathStop, Question, UnsaidWords
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.text import Text
from archive.language import names

from .assemble import text


class Words(NamedTuple):
    """``said`` are texts by language; ``tells_of`` which testimony they are about, as one of them sees it."""

    about: str
    said: tuple[Text, ...]
    tells_of: Literal["it", "another", "all"] = "all"

    @property
    def digest(self) -> str:
        return canonical.digest(self.said)

    def name(self, forms: list[str]) -> bool:
        """Whether any of these names stands in them, in any form."""
        said = [each for content in self.said for each in content.items()]
        return any(names.sightings(content, language, forms) for language, content in said)


def of_path(path: Path) -> Words:
    return Words(f"path:{path.slug}", (text(path, "title"), text(path, "introduction")))


def of_stop(stop: PathStop) -> Words:
    return Words(f"stop:{stop.key}", (text(stop, "sentence"),))


def of_question(slug: str, introduction: Text) -> Words:
    return Words(f"question:{slug}", (introduction,))


def is_unsaid(words: Words) -> bool:
    """Whether any testimony has found in exactly these words what must not be named."""
    return UnsaidWords.objects.filter(about=words.about, digest=words.digest).exists()


def keepers(words: Words) -> QuerySet:
    """The keys of the interviews that keep these words, or what once stood in their place, unsaid."""
    keeping = UnsaidWords.objects.filter(about=words.about).values("interview_key")
    return Interview.objects.filter(key__in=keeping).values_list("pk", flat=True)


def beside(interview: Interview) -> Iterator[Words]:
    """All that stands beside a testimony: words of its paths, of all their stops, and of the questions it answers."""
    for path in Path.objects.filter(stops__interview=interview).distinct().prefetch_related("stops"):
        yield of_path(path)
        for stop in path.stops.all():
            yield of_stop(stop)._replace(tells_of="it" if stop.interview_id == interview.pk else "another")
    answered = Question.objects.filter(claims__interview=interview).distinct()
    for rows in (answered, FormerAuthority.objects.filter(kept__in=answered)):
        yield from _approved(rows)


def everywhere() -> Iterator[Words]:
    """All words of the archive's own."""
    yield from map(of_path, Path.objects.all())
    yield from map(of_stop, PathStop.objects.all())
    for rows in (Question.objects.all(), FormerAuthority.objects.filter(kept__in=Question.objects.all())):
        yield from _approved(rows)


def _approved(questions) -> Iterator[Words]:
    """The introductions of questions as they were approved."""
    for slug, snapshot in questions.exclude(snapshot="").values_list("slug", "snapshot"):
        yield of_question(slug, canonical.load(snapshot, AuthorityCard).introduction or {})


def said(card: AuthorityCard) -> AuthorityCard:
    """A card without an introduction that must not be said."""
    is_silent = card.introduction and is_unsaid(of_question(card.slug, card.introduction))
    return replace(card, introduction={}) if is_silent else card
