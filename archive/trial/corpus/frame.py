"""What all interviews of a corpus share: a collection with its policy, places, topics and the interviewer."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from archive import publishing
from archive.catalogue.models import Authority, Collection, CollectionPolicy, Person, Place, Topic
from archive.catalogue.vocabulary import AudienceChoice, Scope
from archive.custody import acting
from archive.publishing.authorities import Cards, approved_cards

from ..accounts import Accounts, ensure

SLUG, CODE = "corpus", "CORP"
POLICY = {Scope.AI_USE: AudienceChoice.NOBODY, Scope.LEGAL_USE: AudienceChoice.STAFF}
TO_AN_OBLAST, TO_A_BROADER_TOPIC = 25, 20
INTERVIEWER = "Interviewer of the corpus"


@dataclass
class Frame:
    """The shared records by what the file calls them, with what the public knows of the authorities."""

    accounts: Accounts
    collection: Collection
    interviewer: Person
    places: dict[int, Place] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    cards: Cards = field(default_factory=dict)
    revisions: dict[tuple[str, str], int | None] = field(default_factory=dict)


def ensure_frame(places: Iterable[int], topics: Iterable[int]) -> Frame:
    """The frame for a corpus with these places and topics; what is missing is entered and approved."""
    frame = _found()
    for numbers, known, enter, kind in (
        (places, frame.places, _place, Place),
        (topics, frame.topics, _topic, Topic),
    ):
        known |= {_number(record.slug): record for record in kind.objects.filter(slug__startswith=f"{SLUG}-")}
        with transaction.atomic():
            for number in sorted(set(numbers) - known.keys()):
                known[number] = enter(number, frame.accounts)
    records = [*frame.places.values(), *frame.topics.values()]
    frame.cards = approved_cards((record.kind, record.slug) for record in records)
    approved = Authority.objects.filter(kind__in=("place", "topic"))
    frame.revisions = {(kind, slug): r for kind, slug, r in approved.values_list("kind", "slug", "approved_revision")}
    return frame


@transaction.atomic
def _found() -> Frame:
    people = ensure()
    collection, is_new = Collection.objects.get_or_create(
        slug=SLUG, defaults={"code": CODE, "name_en": "A corpus", "name_uk": "Корпус", "name_pl": "Korpus"}
    )
    if is_new:
        for scope, widest in POLICY.items():
            CollectionPolicy.objects.create(collection=collection, scope=scope, widest=widest)
    interviewer = Person.objects.filter(slug=f"{SLUG}-interviewer").first()
    if interviewer is None:
        with acting(people.archivist):
            interviewer = Person.objects.create(slug=f"{SLUG}-interviewer", name_en=INTERVIEWER)
    return Frame(people, collection, interviewer)


def _place(number: int, people: Accounts) -> Place:
    oblast = _approved(Place, people, f"{SLUG}-oblast-{number // TO_AN_OBLAST}", _oblast(number), level="oblast")
    names = {"uk": f"Місце {number}", "en": f"Place {number}", "pl": f"Miejsce {number}"}
    return _approved(Place, people, f"{SLUG}-place-{number}", names, level="settlement", parent=oblast)


def _oblast(number: int) -> dict[str, str]:
    oblast = number // TO_AN_OBLAST + 1
    return {"uk": f"Область {oblast}", "en": f"Oblast {oblast}", "pl": f"Obwód {oblast}"}


def _topic(number: int, people: Accounts) -> Topic:
    group = number // TO_A_BROADER_TOPIC
    names = {"uk": f"Галузь {group + 1}", "en": f"Field {group + 1}", "pl": f"Dziedzina {group + 1}"}
    broader = _approved(Topic, people, f"{SLUG}-field-{group}", names)
    names = {"uk": f"Тема {number}", "en": f"Topic {number}", "pl": f"Temat {number}"}
    return _approved(Topic, people, f"{SLUG}-topic-{number}", names, broader=broader)


@transaction.atomic
def _approved(model: type[Authority], people: Accounts, slug: str, names: dict[str, str], **fields) -> Authority:
    found = model.objects.filter(slug=slug).first()
    if found:
        return found
    with acting(people.archivist):
        made = model.objects.create(slug=slug, **{f"name_{code}": name for code, name in names.items()}, **fields)
    publishing.approve_authority(made, by=people.moderator)
    return made


def _number(slug: str) -> int:
    """The number in the file; 0 for the records above them, which the file does not know."""
    _corpus, kind, number = slug.split("-")
    return int(number) if kind in ("place", "topic") else 0
