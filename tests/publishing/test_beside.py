"""A testimony is not shown with a record whose words name whom it withholds or who tells it, unless a moderator lets them."""

import pytest

from archive import publishing
from archive.catalogue.models import (
    Event,
    Interview,
    Label,
    PersonIdentity,
    PersonMention,
    PlaceMention,
    Publication,
    Topic,
)
from archive.custody import acting
from archive.edition.models import FacetValue, PublishedAuthority, PublishedInterview
from archive.jobs.worker import drain
from archive.publishing import collecting
from archive.publishing.rebuilding import rebuild
from archive.publishing.reindexing import reindex
from tests import cast

from .test_unsaid import told_by

pytestmark = pytest.mark.django_db

OF_HER = {"name_uk": "Загибель Марії Бондар", "name_en": "A death"}


def event(slug: str = "death", **fields) -> Event:
    with acting(cast.archivist()):
        made = Event.objects.create(slug=slug, **({"name_uk": "Обстріл", "name_en": "The shelling"} | fields))
    publishing.approve_authority(made, by=cast.moderator())
    return made


def telling_of(told: Event, made: Interview) -> Interview:
    with acting(cast.archivist()):
        made.events.add(told)
    return cast.approve(made)


def mariia() -> Interview:
    return told_by("Марія Бондар", slug="mariia")


def renamed(made: Interview, name: str = "Ганна Сірко") -> None:
    """Nobody has approved that name yet."""
    with acting(cast.archivist()):
        part = made.participations.get()
        part.name_full_uk = name
        part.name_given_initial_uk = name.split()[0]
        part.save()
        part.person.name_uk = name
        part.person.save()


def shown(interview: Interview) -> PublishedInterview:
    return PublishedInterview.objects.get(reference=Publication.objects.get(interview=interview).reference)


def events_of(interview: Interview) -> tuple[str, ...]:
    return shown(interview).content.events


def open_sightings(interview: Interview):
    return [sighting for sighting in publishing.look(interview).sightings if sighting.is_open]


def let_stand(interview: Interview) -> None:
    for sighting in open_sightings(interview):
        publishing.waive(interview, by=cast.moderator(), sighting=sighting.id, reason="Somebody else is meant.")


def test_it_is_not_approved_while_an_event_that_it_tells_of_names_its_narrator():
    told = event(**OF_HER)
    with pytest.raises(publishing.Refused, match="Withheld names"):
        telling_of(told, mariia())


def test_an_event_that_is_renamed_after_a_narrator_is_not_shown_with_her_testimony_but_with_others():
    told = event()
    hers, anothers = telling_of(told, mariia()), telling_of(told, cast.interview(slug="olena"))
    cast.reword(told, **OF_HER)
    assert events_of(hers) == () and events_of(anothers) == ("death",)
    assert Publication.objects.get(interview=hers).left_out == [["event", "death"]]
    assert Publication.objects.get(interview=anothers).left_out == []


def test_a_record_that_nothing_else_tells_of_is_gone():
    told = event()
    telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    assert not PublishedAuthority.objects.filter(kind="event").exists()


def test_worded_otherwise_it_is_shown_again():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    cast.reword(told, name_uk="Обстріл Ізюма")
    assert events_of(hers) == ("death",)
    assert Publication.objects.get(interview=hers).left_out == []


def test_a_moderator_who_lets_the_words_stand_brings_it_back():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    assert {(sighting.where, sighting.passage) for sighting in open_sightings(hers)} == {("record", "event/death")}
    let_stand(hers)
    assert events_of(hers) == ("death",)


def test_the_source_of_an_event_s_date_is_looked_at_too():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, attribution_uk="Так розповіла Марія Бондар.")
    assert events_of(hers) == ()


def test_another_name_of_a_record_is_looked_at_too():
    told = event()
    hers = telling_of(told, mariia())
    with acting(cast.archivist()):
        Label.objects.create(authority=told, language="uk", text="День Марії Бондар", is_public=True)
    cast.reword(told)
    assert events_of(hers) == ()


def test_a_topic_is_left_out_with_the_broader_one_that_names_somebody():
    family = cast.topic("family", name_uk="Родина", name_en="Family")
    letters = cast.topic("letters", name_uk="Листи", name_en="Letters", broader=family)
    hers = mariia()
    with acting(cast.archivist()):
        hers.topics.add(letters)
    cast.approve(hers)
    cast.reword(family, scope_note_uk="Родина Марії Бондар.")
    assert shown(hers).content.topics == ()


def test_words_of_the_testimony_do_not_lead_to_what_is_left_out():
    notebook = cast.topic("notebook", name_uk="Підвал", name_en="Cellar")
    hers = mariia()
    with acting(cast.archivist()):
        hers.topics.add(notebook)
    cast.approve(hers)
    assert _facets(hers) & {("topic", "notebook"), ("named-topic", "notebook")}
    cast.reword(notebook, scope_note_uk="У Марії Бондар.")
    assert not _facets(hers) & {("topic", "notebook"), ("named-topic", "notebook")}


def _facets(interview: Interview) -> set[tuple[str, str]]:
    return {*FacetValue.everything.filter(interview=shown(interview)).values_list("facet", "value")}


def test_somebody_spoken_of_who_is_not_shown_is_looked_for():
    told, somebody = event(), cast.person("ivan", name_uk="Іван Сірко")
    hers = mariia()
    with acting(cast.archivist()):
        PersonMention.objects.create(interview=hers, person=somebody)
    telling_of(told, hers)
    cast.reword(told, name_uk="Похорон Івана Сірка")
    assert events_of(hers) == ()


def test_a_name_that_is_entered_later_is_looked_for_at_once():
    told = event(name_uk="День Ластівки Сірої")
    hers = telling_of(told, mariia())
    assert events_of(hers) == ("death",)
    with acting(cast.archivist()):
        Label.objects.create(
            authority=hers.participations.get().person, language="uk", text="Ластівка Сіра", is_public=False
        )
    assert events_of(hers) == ()


def test_a_topic_called_like_a_given_name_is_shown():
    hers = told_by("Надія Бондар", slug="nadiia")
    with acting(cast.archivist()):
        hers.topics.add(cast.topic("hope", name_uk="Надія", name_en="Hope"))
    cast.approve(hers)
    assert shown(hers).content.topics == ("hope",)


def telling_of_place(surname: str, place: str) -> Interview:
    town = cast.place("town", "settlement", name_uk=place, name_en="Town")
    hers = told_by(f"Марія {surname}", slug="mariia")
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=hers, place=town, precision="exact")
    return hers


@pytest.mark.parametrize(
    ("surname", "place"), [("Лиман", "Лиман"), ("Донець", "Сіверський Донець"), ("Ізюмська", "Ізюмський район")]
)
def test_a_place_called_like_a_surname_is_shown(surname, place):
    hers = cast.approve(telling_of_place(surname, place))
    assert [p.place for p in shown(hers).content.places] == ["town"]


@pytest.mark.parametrize(("surname", "topic"), [("Голод", "Голод"), ("Вовк", "Вовки")])
def test_a_topic_called_like_a_surname_is_shown(surname, topic):
    hers = told_by(f"Ганна {surname}", slug="hanna")
    with acting(cast.archivist()):
        hers.topics.add(cast.topic("like-a-name", name_uk=topic, name_en="Thing"))
    assert shown(cast.approve(hers)).content.topics == ("like-a-name",)


def test_a_place_that_is_called_after_her_takes_nothing_else_of_her_testimony():
    hers = telling_of_place("Бондар", "Липи")
    with acting(cast.archivist()):
        hers.title_uk = "Зима в Липах"
        hers.save()
    cast.approve(hers)
    town = hers.place_mentions.get().place
    with acting(cast.archivist()):
        Label.objects.create(authority=town, language="uk", text="хутір Марії Бондар", is_public=True)
    cast.reword(town)
    assert shown(hers).content.places == () and shown(hers).content.title["uk"] == "Зима в Липах"
    assert {sighting.where for sighting in open_sightings(hers)} == {"record"}


@pytest.mark.parametrize("legal_name", ["Бондар Марія Іванівна", "Марія Іванівна Бондар"])
@pytest.mark.parametrize("words", ["Родина Бондар", "Обшук у Бондарів"])
def test_a_surname_is_looked_for_in_whatever_order_a_name_was_entered(legal_name, words):
    told, hers = event(), mariia()
    with acting(cast.archivist()):
        PersonIdentity.objects.create(person=hers.participations.get().person, legal_name=legal_name)
    telling_of(told, hers)
    cast.reword(told, name_uk=words)
    assert events_of(hers) == ()


def test_words_do_not_lead_to_a_part_of_what_is_left_out():
    family = cast.topic("family", name_uk="Родина", name_en="Family")
    with acting(cast.archivist()):
        Topic.objects.create(slug="cellar", name_uk="Підвал", name_en="Cellar", broader=family)
    publishing.approve_authority(Topic.objects.get(slug="cellar"), by=cast.moderator())
    hers = mariia()
    with acting(cast.archivist()):
        hers.topics.add(family)
        hers.title_uk = "Наш підвал"
        hers.save()
    cast.approve(hers)
    led = FacetValue.everything.filter(facet="named-topic").values_list("value", flat=True)
    assert {*led} == {"cellar", "family"}
    cast.reword(family, scope_note_uk="Родина Марії Бондар.")
    drain()
    assert not led.all() and not PublishedAuthority.objects.filter(kind="topic").exists()
    reindex()
    assert not led.all()


def test_what_a_moderator_let_stand_stands_in_that_text_alone():
    told, hers = event(name_uk="Ювілей співачки Марії Бондар"), mariia()
    with acting(cast.archivist()):
        hers.events.add(told)
    let_stand(hers)
    cast.approve(hers)
    assert events_of(hers) == ("death",)
    cast.reword(told, name_uk="Ювілей Марії Бондар, яка тут розповідає")
    assert events_of(hers) == ()


def test_a_collection_that_names_a_narrator_lets_nothing_of_hers_be_approved():
    hers = mariia()
    describe(hers.collection, "Папери родини Марії Бондар.")
    with pytest.raises(publishing.Refused, match="Withheld names"):
        cast.approve(hers)
    let_stand(hers)
    publishing.approve(hers, by=cast.moderator(), seen=(look := publishing.look(hers)).digest, checklist=_all(look))
    assert shown(hers)


def _all(look) -> set[str]:
    return {code for code, _words in look.checklist}


def test_a_rebuilding_leaves_out_what_was_left_out():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    rebuild()
    assert events_of(hers) == ()


def test_a_heading_of_the_contents_does_not_lead_to_what_is_left_out():
    topic = cast.topic("bread", name_uk="Хліб", name_en="Bread")
    hers = mariia()
    with acting(cast.archivist()):
        point = hers.recordings.get().index_points.create(at_ms=0, title_en="Of bread")
        point.topics.add(Topic.objects.get(pk=topic.pk))
    cast.approve(hers)
    cast.reword(topic, scope_note_uk="Хліб, який пекла Марія Бондар.")
    assert [p.topics for r in shown(hers).content.recordings for p in r.index] == [()]


def test_another_name_of_a_topic_publishes_nothing_that_merely_refers_to_it(monkeypatch):
    bread, hers = cast.topic("bread", name_uk="Хліб Ганни Сірко", name_en="Bread"), mariia()
    with acting(cast.archivist()):
        hers.topics.add(bread)
    cast.approve(hers)
    published = []
    monkeypatch.setattr(collecting, "publish_all", published.extend)
    with acting(cast.archivist()):
        Label.objects.create(authority=bread, language="uk", text="Ганна Сірко", is_public=False)
        assert published == []
        Label.objects.create(authority=hers.participations.get().person, language="uk", text="Ганна Сірко")
    assert published == [hers]


def test_what_a_collection_held_back_comes_back_when_it_is_worded_otherwise():
    hers = cast.approve(mariia())
    publishing.stop(hers, by=cast.archivist(), reason="She called.")
    describe(hers.collection, "Папери родини Марії Бондар.")
    publishing.release(hers, by=cast.moderator(), reason="She called again.")
    assert not PublishedInterview.objects.exists()
    describe(hers.collection, "Папери однієї родини.")
    drain()
    assert shown(hers)


def describe(collection, text: str) -> None:
    with acting(cast.archivist()):
        collection.description_uk = text
        collection.save()
