"""What the archive itself says of testimonies: the words of paths, of their stops, and the introductions of questions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal, NamedTuple

from django.db.models import Q, QuerySet

from archive.catalogue.models import FormerAuthority, Interview, Path, PathStop, Publication, Question, UnsaidWords
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.text import Text
from archive.edition.models import FacetValue
from archive.language import names

from .assemble import text


class Words(NamedTuple):
    """Some texts by language, and whose words they are: ``kind`` with the address or key of the record. ``tells_of`` says
    which testimony they are about, as the one sees it that they stand beside."""

    kind: Literal["path", "stop", "question", "wording"]
    key: str
    said: tuple[Text, ...]
    tells_of: Literal["it", "another", "all", "none"] = "all"

    @property
    def digests(self) -> list[str]:
        """One for each text in each language; the same words have the same, wherever they stand."""
        return [canonical.digest(content) for one in self.said for content in one.values()]

    def naming(self, withheld: list[str], telling: list[str] = ()) -> Iterator[str]:
        """The digests of the texts in which one of the withheld names stands in any form, or one of those who tell is named
        without doubt: nobody can let a doubtful word stand here."""
        for one in self.said:
            for language, content in one.items():
                if names.sightings(content, language, withheld) or any(
                    sighting.certainty != names.POSSIBLE for sighting in names.sightings(content, language, telling)
                ):
                    yield canonical.digest(content)


def of_path(path: Path) -> Words:
    return Words("path", path.slug, (text(path, "title"), text(path, "introduction")))


def of_stop(stop: PathStop) -> Words:
    return Words("stop", stop.key, (text(stop, "sentence"),))


def of_introduction(card: AuthorityCard) -> Words:
    return Words("question", card.slug, (card.introduction or {},))


def of_wording(card: AuthorityCard) -> Words:
    """A question itself. A moderator has to be able to approve one, so a doubtful word is no name there."""
    return Words("wording", card.slug, (card.name,), "none")


def is_unsaid(words: Words) -> bool:
    """Whether any testimony has found in exactly one of these texts what must not be named."""
    return UnsaidWords.objects.filter(digest__in=words.digests).exists()


def said(card: AuthorityCard) -> AuthorityCard:
    """A card without an introduction that must not be said."""
    return replace(card, introduction={}) if card.introduction and is_unsaid(of_introduction(card)) else card


def beside(interviews: QuerySet[Interview]) -> Iterator[Words]:
    """All that stands beside these testimonies: words of their paths, of all stops there, and of the questions they answer,
    in the catalogue or as the public reads them."""
    pks = set(interviews.values_list("pk", flat=True))
    for path in Path.objects.filter(stops__interview__in=pks).distinct().prefetch_related("stops"):
        yield of_path(path)
        for stop in path.stops.all():
            yield of_stop(stop)._replace(tells_of="it" if stop.interview_id in pks else "another")
    for snapshot in _approved(pks):
        card = canonical.load(snapshot, AuthorityCard)
        yield of_introduction(card)
        yield of_wording(card)


def _approved(pks: set[int]) -> Iterator[str]:
    """The cards, as they were approved, of the questions that these interviews answer."""
    references = Publication.objects.filter(interview__in=pks).values("reference")
    shown = FacetValue.everything.filter(facet="question", interview__reference__in=references).values("value")
    answered = Question.objects.filter(Q(claims__interview__in=pks) | Q(slug__in=shown)).distinct()
    for rows in (answered, FormerAuthority.objects.filter(kept__in=answered)):
        yield from rows.exclude(snapshot="").values_list("snapshot", flat=True)
