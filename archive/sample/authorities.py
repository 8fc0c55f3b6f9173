"""Places, topics, events, questions and persons of the sample: entered by the archivist, approved by the moderator."""

from dataclasses import dataclass

from archive import publishing
from archive.catalogue.keys import new_key
from archive.catalogue.models import (
    Authority,
    Event,
    Label,
    Person,
    PersonIdentity,
    PersonStatus,
    Place,
    Question,
    Topic,
)

from . import files
from .reading import columns

PUBLIC_FIGURE = PersonStatus.Kind.PUBLIC_FIGURE


@dataclass(frozen=True)
class Authorities:
    """The records by their keys in the content files."""

    places: dict[str, Place]
    topics: dict[str, Topic]
    events: dict[str, Event]
    persons: dict[str, Person]
    questions: dict[str, Question]


def enter() -> Authorities:
    """Enter every authority record of the sample, under the current actor."""
    places, topics = {}, {}
    for key, content in files.read("places").items():
        places[key] = _place(key, content, places)
    for key, content in files.read("topics").items():
        topics[key] = _topic(key, content, topics)
    events = {key: _event(key, content, places) for key, content in files.read("events").items()}
    persons = {key: _person(key, content) for key, content in files.read("persons").items()}
    questions = {key: _question(key, content, events) for key, content in files.read("questions").items()}
    return Authorities(places, topics, events, persons, questions)


def approve(authorities: Authorities, *, by) -> None:
    """Approve places, topics, events and the public figures; nobody else has a page."""
    figures = [p for p in authorities.persons.values() if p.statuses.filter(kind=PUBLIC_FIGURE).exists()]
    records = (authorities.places, authorities.topics, authorities.events, authorities.questions)
    for record in [*(record for known in records for record in known.values()), *figures]:
        publishing.approve_authority(record, by=by)


def _place(key: str, content: dict, places: dict[str, Place]) -> Place:
    plain = ("level", "katottg", "geonames_id", "latitude", "longitude", "is_invented", "private_note")
    place = Place(slug=key, **columns(content, "name"), **{name: content[name] for name in plain if name in content})
    place.parent = places.get(content.get("parent"))
    return _saved(place, content)


def _topic(key: str, content: dict, topics: dict[str, Topic]) -> Topic:
    topic = Topic(slug=key, **columns(content, "name", "scope_note"), broader=topics.get(content.get("broader")))
    return _saved(topic, content)


def _event(key: str, content: dict, places: dict[str, Place]) -> Event:
    texts = columns(content, "name", "attribution")
    event = Event(slug=key, happened=content["happened"], location=places.get(content.get("place")), **texts)
    return _saved(event, content)


def _question(key: str, content: dict, events: dict[str, Event]) -> Question:
    texts = columns(content, "name", "introduction")
    return _saved(Question(slug=key, about=events.get(content.get("about")), **texts), content)


def _person(key: str, content: dict) -> Person:
    """A person; only a public figure's address says who it is."""
    is_figure = any(status["kind"] == PUBLIC_FIGURE for status in content["statuses"])
    slug = key if is_figure else new_key()
    person = _saved(Person(slug=slug, born=content.get("born", ""), **columns(content, "name")), content)
    if "identity" in content:
        PersonIdentity.objects.create(person=person, **content["identity"])
    for status in content["statuses"]:
        PersonStatus.objects.create(person=person, **status)
    return person


def _saved(record: Authority, content: dict) -> Authority:
    record.save()
    for language, variants in content.get("variants", {}).items():
        for variant in variants:
            Label.objects.create(authority=record, language=language, text=variant, is_public=True)
    return record
