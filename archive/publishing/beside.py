"""Words of the archive's own that come with what a testimony refers to, and with its collection: beside it they say nobody
whom it withholds, nor who tells it.

A narrator's own name counts too: what a record is called outlives the testimony. Towns, and words
like names, stand there as a matter of course: no withheld place and no doubtful word is looked for.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from django.db.models import QuerySet

from archive.catalogue.models import Interview, Waiver
from archive.document import canonical
from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document
from archive.edition.models import NAMED, FacetValue
from archive.language import given_names, names

from .authorities import approved_cards, with_what_they_lead_to
from .collection_words import texts
from .naming import Cards, Key, Names, leads_to
from .people import Somebody
from .sightings import Sighting, narrators_names, seen, waivers_of, withheld_people

RECORD, COLLECTION = "record", "collection"
LOOKED_AT = ("place", "topic", "event")
"""Whether a person is shown is decided for each; a question is worded by rules of its own (``own_words``)."""
FACETS = [prefix + kind for prefix in ("", NAMED) for kind in (*LOOKED_AT, "question")]


class Said(NamedTuple):
    """A text of a record or collection. ``key`` is its kind and address; ``is_name`` says whether it is what a record is
    called."""

    where: str
    key: Key
    language: str
    text: str
    is_name: bool = False


class Beside:
    """The words that stand beside one settled testimony, and whom they name that must not be named there.

    ``people`` are those of the interview by the names that are looked for; ``found`` is all that was found, waived or not.
    """

    def __init__(self, interview: Interview, document: Document, people: Iterable[Somebody]):
        self._interview = interview
        self._withheld = _looked_for(people, document)
        self._forms = [form for each in self._withheld.values() for form in each]
        self.found: list[Sighting] = []

    @cached_property
    def _waivers(self) -> dict[str, Waiver]:
        return waivers_of(self._interview)

    @property
    def digest(self) -> str:
        """What stands for all that is looked for, so that a name entered later is looked for too."""
        return sought(self._forms)

    def is_named_by(self, card: CollectionCard) -> bool:
        """Whether the words of a collection name somebody and nobody has let them stand."""
        return any(sighting.is_open for sighting in self._look(_of_collection(card)))

    def closed(self, cards: Cards) -> set[Key]:
        """Those of the cards whose words say what nobody has let stand, and all that leads to one of them."""
        reached = with_what_they_lead_to(cards)
        closed = {_key(sighting.passage) for sighting in self._look(_of_cards(reached.values())) if sighting.is_open}
        return with_what_leads_there(closed, reached) & cards.keys()

    def keep_apart(self, names: Names) -> None:
        """Let no words of the testimony lead to a record that would be left out if it were referred to."""

        def further(named: Cards) -> set[Key]:
            return self.closed({key: card for key, card in named.items() if key not in names.own})

        names.must_not_stand_beside = further

    def _look(self, said: Iterable[Said]) -> list[Sighting]:
        fresh = [
            seen(code, (one.where, "/".join(one.key), one.language), one.text, sighting, self._waivers, is_whole=True)
            for one in _suspected(list(said), self._forms)
            for code, each in self._withheld.items()
            for sighting in _named(one, each)
        ]
        self.found += fresh
        return fresh


def with_what_leads_there(keys: set[Key], cards: Cards) -> set[Key]:
    """These, and those of the cards whose pages lead to one of them, at however many steps."""
    found = set(keys)
    while leading := {key for key, card in cards.items() if not found.isdisjoint(leads_to(card))} - found:
        found |= leading
    return found


def _key(passage: str) -> Key:
    kind, slug = passage.split("/", 1)
    return kind, slug


def beside_whom(forms: Iterable[str], interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews that the public sees beside a record whose words say one of these names, or that leads to
    such a one."""
    forms = [form for form in forms if form]
    references = interviews.values("publication__reference")
    shown = FacetValue.everything.filter(facet__in=FACETS, interview__reference__in=references)
    keys = {(facet.removeprefix(NAMED), value) for facet, value in shown.values_list("facet", "value")} if forms else ()
    reached = with_what_they_lead_to(approved_cards(keys)) if keys else {}
    named = {one.key for one in _suspected(list(_of_cards(reached.values())), forms) if _named(one, forms)}
    slugs = {slug for _kind, slug in with_what_leads_there(named, reached)}
    naming = shown.filter(value__in=slugs).values("interview__reference")
    return interviews.filter(publication__reference__in=naming) if named else interviews.none()


def sought(forms: Iterable[str]) -> str:
    """The digest of the names that are looked for."""
    return canonical.digest(sorted(set(forms)))


def telling(forms: Iterable[str]) -> list[str]:
    """The names without those that say nobody by themselves: a given name alone or with an initial."""
    return [form for form in forms if not _is_common(form)]


def says_more(card: AuthorityCard, former: AuthorityCard | None) -> bool:
    """Whether a card has words that it had not before."""
    before = {one._replace(key=()) for one in _of_cards([former])} if former else set()
    return any(one._replace(key=()) not in before for one in _of_cards([card]))


def _of_cards(cards: Iterable[AuthorityCard]) -> Iterator[Said]:
    for card in cards:
        if card.kind in LOOKED_AT:
            key, variants = (
                (card.kind, card.slug),
                [(code, one) for code, each in card.variants.items() for one in each],
            )
            for one in (card.scope_note, card.attribution):
                yield from (Said(RECORD, key, *content) for content in one.items())
            address = "en", card.slug.replace("-", " ")
            for content in (*card.name.items(), *variants, address):
                yield Said(RECORD, key, *content, is_name=True)


def _of_collection(card: CollectionCard) -> Iterator[Said]:
    for language, content in texts(card):
        yield Said(COLLECTION, (COLLECTION, card.slug), language, content)


def _looked_for(people: Iterable[Somebody], document: Document) -> dict[str, list[str]]:
    """By the code of a person the names looked for, but for a given name alone or with an initial: in the name of a topic
    «Надія» is hope."""
    known = {**withheld_people(people, document)}
    for code, forms in narrators_names(people, document).items():
        known[code] = [*known.get(code, ()), *forms]
    return {code: telling(forms) for code, forms in known.items()}


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
