"""Make a narrowed document ready for the edition: only approved authorities, only files that are ready."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from msgspec import UNSET

from archive.catalogue.models import Collection, Interview, Master
from archive.consent.dossier import Dossier
from archive.document import canonical
from archive.document import document as shown
from archive.document.document import Document
from archive.edition.models import FacetValue
from archive.jobs.queue import digest
from archive.vault import derivatives
from archive.vault.recipes import wanted

from .authorities import Cards, approved_cards
from .beside import Beside
from .collection_words import card_to_show
from .figures import public_figures
from .naming import Key, Names, names_of
from .people import Somebody
from .sightings import sightings

PUBLISH = "publishing.publish"


@dataclass
class Settled:
    """``people`` are those of the interview by the names that are looked for; ``names`` finds what the words of the
    document name, ``sought`` is the digest of whom nothing beside it may name; ``beside`` finds whom the words of its
    records and its collection name, ``left_out`` are the records that are not named for that reason; ``is_complete`` is
    false while a file that may be shown is still being made."""

    document: Document
    people: Sequence[Somebody]
    cards: Cards
    names: Names
    sought: str
    beside: Beside | None = None
    left_out: frozenset[Key] = frozenset()
    is_named_by_its_collection: bool = False
    is_complete: bool = True

    @property
    def naming(self) -> str:
        """The digest of the rules by which names are found in the words of the document."""
        return canonical.digest([self.names.rules.digest, self.sought])


def settle(
    document: Document, dossier: Dossier, interview: Interview, people: Sequence[Somebody], *, on, ask: bool = True
) -> Settled:
    """Drop what no approved authority stands behind, or one whose words name whom this testimony withholds, and put in
    the files that are ready.

    ``people`` are those of the interview, by the names that are looked for. With ``ask`` the missing files are asked for,
    and the interview is published again when they are there.
    """
    wanted = [*_references(document), *(("person", m.person) for m in document.mentions)]
    figures = public_figures(dossier, on)
    document, cards = agreed(document, approved_cards(wanted), figures)
    beside = Beside(interview, document, people)
    left_out = frozenset(beside.closed(cards))
    if left_out:
        kept = {key: card for key, card in cards.items() if key not in left_out}
        document = replace(document, places=tuple(_giving_way(document.places, cards, kept)))
        document, cards = agreed(document, kept, figures)
    names = names_of(document, dossier, cards.keys(), left_out)
    beside.keep_apart(names)
    is_named = beside.is_named_by(card_to_show(interview.collection))
    settled = Settled(document, people, cards, names, beside.digest, beside, left_out, is_named)
    _put_files(settled, dossier, interview, ask)
    return settled


def stands_open(settled: Settled, interview: Interview, dossier: Dossier) -> bool:
    """Whether in its words, or those of its collection, stands a withheld name or place that no moderator has let stand."""
    found = sightings(interview, dossier, settled.document, settled.people, settled.left_out)
    return settled.is_named_by_its_collection or any(sighting.is_open for sighting in found)


def _giving_way(places: Sequence[shown.PlaceReference], cards: Cards, kept: Cards) -> Iterable[shown.PlaceReference]:
    """The places that may be named, and the nearest around those that may not; each once."""
    stated = {(p.place, p.relation) for p in places}
    for reference in places:
        place = next((slug for slug in _from(reference.place, cards) if ("place", slug) in kept), "")
        if place == reference.place:
            yield reference
        elif place and (place, reference.relation) not in stated:
            stated.add((place, reference.relation))
            yield replace(reference, place=place, is_area=True)


def _from(place: str, cards: Cards) -> Iterable[str]:
    """A place and all around it, nearest first; a circle of parents is walked once."""
    walked: dict[str, None] = {}
    while place not in walked and (card := cards.get(("place", place))):
        walked[place] = None
        place = card.parent
    return walked


def agreed(document: Document, cards: Cards, figures: set[str]) -> tuple[Document, Cards]:
    """The document with what these approved cards stand behind, and the cards it needs; of people only ``figures`` and
    those linked."""
    cards = {
        key: card for key, card in cards.items() if key[0] != "person" or key[1] in figures or _is_linked(key, document)
    }
    document = replace(
        document,
        places=tuple(p for p in document.places if ("place", p.place) in cards),
        topics=_known("topic", document.topics, cards),
        events=_known("event", document.events, cards),
        people=tuple(slug for slug in _known("person", document.people, cards) if slug in figures),
        mentions=tuple(m for m in document.mentions if ("person", m.person) in cards and m.person in figures),
        speakers=tuple(s if ("person", s.identity) in cards else replace(s, identity="") for s in document.speakers),
        claims=_related(_answering(_dated(document.claims, cards), cards)),
        sittings=tuple(_with_known_topics(sitting, cards) for sitting in document.sittings),
    )
    return document, with_ancestors(set(_references(document)), cards)


def _references(document: Document):
    yield from (("place", p.place) for p in document.places)
    yield from (("topic", slug) for slug in document.topics)
    yield from (("topic", slug) for r in document.recordings for point in r.index for slug in point.topics)
    yield from (("event", slug) for slug in document.events)
    yield from (("question", claim.answers) for claim in document.claims if claim.answers)
    yield from (("person", slug) for slug in document.people)
    yield from (("person", s.identity) for s in document.speakers if s.identity)


def _is_linked(key, document: Document) -> bool:
    return any(s.identity == key[1] for s in document.speakers)


def _known(kind: str, slugs, cards: Cards) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if (kind, slug) in cards)


def _with_known_topics(sitting: shown.Sitting, cards: Cards) -> shown.Sitting:
    return replace(
        sitting,
        recordings=tuple(
            replace(r, index=tuple(replace(p, topics=_known("topic", p.topics, cards)) for p in r.index))
            for r in sitting.recordings
        ),
    )


def with_ancestors(used: set[tuple[str, str]], cards: Cards) -> Cards:
    """Those of the cards that are used, and what they are part of."""
    kept: Cards = {}
    while used:
        fresh = {key: cards[key] for key in used if key in cards and key not in kept}
        kept |= fresh
        used = {(c.kind, c.parent) for c in fresh.values() if c.parent}
    return kept


def _dated(claims: tuple[shown.Claim, ...], cards: Cards) -> tuple[shown.Claim, ...]:
    """Claims without the events that no approved card stands behind."""
    return tuple(c if not c.event or ("event", c.event) in cards else replace(c, event=UNSET) for c in claims)


def _answering(claims: tuple[shown.Claim, ...], cards: Cards) -> tuple[shown.Claim, ...]:
    """Claims under their questions, each in the words last approved of it; without those that nobody has approved."""

    def under(claim: shown.Claim) -> shown.Claim:
        card = cards.get(("question", claim.answers))
        return replace(claim, question=card.name) if card else replace(claim, answers=UNSET)

    return tuple(under(claim) if claim.answers else claim for claim in claims)


def _related(claims: tuple[shown.Claim, ...]) -> tuple[shown.Claim, ...]:
    """Claims with relations to claims that are public themselves, here or in another interview."""
    own = {claim.key for claim in claims}
    elsewhere = {r.claim for claim in claims for r in claim.relations} - own
    public = own | set(
        FacetValue.objects.filter(facet=FacetValue.Facet.CLAIM, value__in=elsewhere).values_list("value", flat=True)
    )
    return tuple(replace(c, relations=tuple(r for r in c.relations if r.claim in public)) for c in claims)


def _put_files(settled: Settled, dossier: Dossier, interview: Interview, ask: bool) -> None:
    masters = {m.sha256: m for m in Master.objects.filter(sha256__in=set(dossier.masters.values()))}
    mark = Collection.objects.values_list("demonstration_mark_en", flat=True).get(slug=dossier.collection) or ""

    def files(key: str, **what) -> tuple[shown.File, ...]:
        master = masters.get(dossier.masters.get(key, ""))
        recipes = wanted(master.kind, **what) if master else []
        if not recipes:
            return ()
        ready = derivatives.ready(master, recipes)
        if ready is None:
            settled.is_complete = False
            if ask:
                follow = {"interview": interview.key}
                derivatives.request(master, recipes, interview=interview, then=(PUBLISH, digest(follow), follow))
            return ()
        return tuple(_file(ready[role]) for role in sorted(ready))

    def recording(r: shown.Recording) -> shown.Recording:
        if not r.has_sound:
            return r
        return replace(r, files=files(r.key, silenced=r.silenced, picture=r.has_film, mark=mark))

    document = settled.document
    settled.document = replace(
        document,
        sittings=tuple(replace(s, recordings=tuple(map(recording, s.recordings))) for s in document.sittings),
        papers=tuple(
            replace(p, pages=tuple(replace(page, files=files(page.key)) for page in p.pages)) for p in document.papers
        ),
    )


def _file(derivative) -> shown.File:
    return shown.File(
        role=derivative.role,
        digest=derivative.file,
        suffix=derivative.suffix,
        media_type=derivative.media_type,
        size=derivative.size,
        width=derivative.width,
        height=derivative.height,
        duration_ms=derivative.duration_ms,
    )
