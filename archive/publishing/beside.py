"""Words of the archive's own that come with what a testimony refers to, and with its collection: beside it they say nobody
whom it withholds, nor who tells it.

A narrator's own name counts too: what a record is called outlives the testimony. Towns, and words
like names, stand there as a matter of course: no withheld place and no doubtful word is looked for.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db.models import QuerySet

from archive.catalogue.models import Interview
from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document
from archive.edition.models import FacetValue, PublishedAuthority
from archive.language import given_names, names

from .authorities import Cards
from .collection_words import card_to_show, texts
from .naming import Key
from .sightings import Sighting, narrators_names, seen, waivers_of, withheld_people

RECORD, COLLECTION = "record", "collection"
LOOKED_AT = ("place", "topic", "event")
"""Whether a person is shown is decided for each; a question is worded by rules of its own (``own_words``)."""


class Said(NamedTuple):
    """A text of a record or collection. ``key`` is its kind and address; ``is_name`` says whether it is what a record is
    called."""

    where: str
    key: Key
    language: str
    text: str
    is_name: bool = False


def sightings_beside(
    interview: Interview, document: Document, cards: Cards, collection: CollectionCard | None = None
) -> list[Sighting]:
    """Whom the words beside a settled document name that must not be named there, waived or not.

    The words of the ``collection`` are by default those that readers may have now.
    """
    said = [*_of_cards(cards.values()), *_of_collection(collection or card_to_show(interview.collection))]
    withheld = _looked_for(interview, document)
    forms = [form for each in withheld.values() for form in each]
    found = [
        (code, one, sighting)
        for one in _suspected(said, forms)
        for code, each in withheld.items()
        for sighting in _named(one, each)
    ]
    waivers = waivers_of(interview) if found else {}
    return [
        seen(code, (one.where, "/".join(one.key), one.language), one.text, s, waivers, is_whole=True)
        for code, one, s in found
    ]


def nameable(cards: Cards, found: Iterable[Sighting]) -> Cards:
    """The cards without those whose words say what nobody has let stand, and without all that is part of them."""
    closed = {tuple(s.passage.split("/", 1)) for s in found if s.is_open and s.where == RECORD}
    while below := {key for key, card in cards.items() if (card.kind, card.parent) in closed} - closed:
        closed |= below
    return {key: card for key, card in cards.items() if key not in closed}


def beside_whom(forms: Iterable[str], interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews that the public sees beside a record whose words say one of these names."""
    forms = [form for form in forms if form]
    references = interviews.values("publication__reference")
    shown = FacetValue.everything.filter(facet__in=LOOKED_AT, interview__reference__in=references)
    cards = PublishedAuthority.everything.filter(kind__in=LOOKED_AT, slug__in=shown.values("value")) if forms else ()
    said = list(_of_cards(row.content for row in cards))
    keys = {one.key for one in _suspected(said, forms) if _named(one, forms)}
    naming = shown.filter(value__in={slug for _kind, slug in keys}).values("interview__reference")
    return interviews.filter(publication__reference__in=naming) if keys else interviews.none()


def _of_cards(cards: Iterable[AuthorityCard]) -> Iterator[Said]:
    for card in cards:
        if card.kind in LOOKED_AT:
            key, variants = (
                (card.kind, card.slug),
                [(code, one) for code, each in card.variants.items() for one in each],
            )
            for one in (card.scope_note, card.attribution):
                yield from (Said(RECORD, key, *content) for content in one.items())
            for content in (*card.name.items(), *variants):
                yield Said(RECORD, key, *content, is_name=True)


def _of_collection(card: CollectionCard) -> Iterator[Said]:
    for language, content in texts(card):
        yield Said(COLLECTION, (COLLECTION, card.slug), language, content)


def _looked_for(interview: Interview, document: Document) -> dict[str, list[str]]:
    """By the code of a person the names looked for, but for a given name alone or with an initial: in the name of a topic
    «Надія» is hope."""
    sought = {**withheld_people(interview, document)}
    for code, forms in narrators_names(interview, document).items():
        sought[code] = [*sought.get(code, ()), *forms]
    return {code: [form for form in forms if not _is_common(form)] for code, forms in sought.items()}


def _is_common(form: str) -> bool:
    """Whether nothing of a name but initials stands beside a common given name."""
    telling = [word for word in form.split() if len(word.strip(".")) > 1]
    return len(telling) == 1 and bool(given_names.equivalents(telling[0]))


def _suspected(said: list[Said], forms: list[str]) -> list[Said]:
    """Those of the texts that are worth reading closely: mostly none."""
    suspects = names.suspects((one.text for one in said), forms)
    return [one for one in said if one.text in suspects]


def _named(said: Said, forms: list[str]) -> list[names.Sighting]:
    """Where one of the names stands without doubt."""
    return [s for s in names.sightings(said.text, said.language, forms) if _is_meant(said, s)]


def _is_meant(said: Said, sighting: names.Sighting) -> bool:
    """People are called like towns, and like bread or winter: the name of a place says somebody only by a full name, and
    that of a topic not by being a surname."""
    kind, is_whole = said.key[0], (sighting.start, sighting.end) == (0, len(said.text))
    if sighting.certainty == names.POSSIBLE:
        return False
    is_full = sighting.certainty == names.CERTAIN and " " in sighting.name
    return is_full or not said.is_name or kind not in ("place", "topic") or (kind == "topic" and not is_whole)
