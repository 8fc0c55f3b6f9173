"""What a record leads to is looked at with it, as is a record that words alone lead to; and what was found stays found."""

import pytest

from archive import publishing
from archive.catalogue.models import (
    Event,
    Grant,
    Interview,
    Label,
    Place,
    Publication,
    Question,
    ResearchListing,
)
from archive.custody import acting
from archive.edition.models import FacetValue, PublishedInterview
from archive.jobs.worker import drain
from archive.publishing import pages, renaming
from archive.publishing.rebuilding import rebuild
from archive.publishing.reindexing import reindex
from tests import cast

from .encounter import submitted
from .test_beside import (
    OF_HER,
    describe,
    event,
    events_of,
    let_stand,
    mariia,
    open_sightings,
    renamed,
    shown,
    telling_of,
)
from .test_beside import telling_of_place as place_of
from .two_records import approve, merge

CELLAR = {"name_uk": "Підвал", "name_en": "Cellar"}


def in_words(made: Interview) -> Interview:
    """Its title says the name of the topic, to which nothing else of it refers."""
    with acting(cast.archivist()):
        made.title_uk = "Наш підвал"
        made.save()
    return cast.approve(made)


def naming(slug: str = "cellar") -> set[str]:
    """The references of the interviews whose words name the topic."""
    values = FacetValue.everything.filter(facet="named-topic", value=slug)
    return set(values.values_list("interview__reference", flat=True))


def listed(client, slug: str = "cellar") -> str:
    return client.get(f"/uk/topics/{slug}/").content.decode()


def reference(interview: Interview) -> str:
    return Publication.objects.get(interview=interview).reference


# Records that only words lead to


@pytest.mark.django_db
def test_words_do_not_lead_to_a_record_that_nothing_refers_to_and_that_names_the_narrator(client):
    cellar = cast.topic("cellar", **CELLAR)
    hers, anothers = in_words(mariia()), in_words(cast.interview(slug="olena"))
    assert naming() == {reference(hers), reference(anothers)}
    cast.reword(cellar, scope_note_uk="У Марії Бондар.")
    assert reference(hers) not in listed(client), "it was shown until the worker came"
    drain()
    assert naming() == {reference(anothers)}
    assert reference(hers) not in listed(client) and reference(anothers) in listed(client)
    reindex()
    publishing.publish(hers)
    rebuild()
    assert naming() == {reference(anothers)}


@pytest.mark.django_db
def test_a_broader_record_that_names_the_narrator_is_looked_at_too(client):
    family = cast.topic("family", name_uk="Родина", name_en="Family")
    cast.topic("cellar", **CELLAR, broader=family)
    hers = in_words(mariia())
    cast.reword(family, scope_note_uk="Родина Марії Бондар.")
    assert reference(hers) not in listed(client)
    drain()
    assert naming() == naming("family") == set()


@pytest.mark.django_db
def test_a_record_whose_words_are_as_before_goes_on_being_shown_with_what_names_it(client):
    cellar = cast.topic("cellar", **CELLAR, scope_note_uk="Під хатою. Узимку.")
    hers = in_words(mariia())
    cast.reword(cellar, scope_note_uk="")
    assert reference(hers) in listed(client)


@pytest.mark.django_db
def test_words_that_move_from_a_name_to_an_explanation_are_new(client):
    cellar = cast.topic("cellar", **CELLAR)
    with acting(cast.archivist()):
        label = Label.objects.create(authority=cellar, language="uk", text="Бондар", is_public=True)
    cast.reword(cellar)
    hers = in_words(mariia())
    drain()
    assert reference(hers) in listed(client)
    with acting(cast.archivist()):
        label.delete()
    cast.reword(cellar, scope_note_uk="Бондар")
    assert reference(hers) not in listed(client)


@pytest.mark.django_db
def test_it_is_shown_again_only_when_nothing_is_looked_for_any_more(client, monkeypatch):
    monkeypatch.setattr(renaming, "AT_ONCE", 1)
    cellar = cast.topic("cellar", **CELLAR)
    hers, anothers = in_words(mariia()), in_words(cast.interview(slug="olena"))
    cast.reword(cellar, scope_note_uk="Під хатою.")
    renaming.find(cellar, after=0)
    assert reference(hers) not in listed(client)
    drain()
    assert reference(hers) in listed(client) and reference(anothers) in listed(client)


@pytest.mark.django_db
def test_a_name_that_is_entered_later_takes_away_what_words_alone_lead_to():
    cast.topic("cellar", **CELLAR, scope_note_uk="У Ганни Сірко.")
    hers = in_words(mariia())
    assert naming() == {reference(hers)}
    with acting(cast.archivist()):
        Label.objects.create(authority=hers.participations.get().person, language="uk", text="Ганна Сірко")
    assert naming() == set()


# What a record leads to


@pytest.mark.django_db
def test_an_event_is_left_out_with_the_place_where_it_happened():
    farm = cast.place("farm", "site", name_uk="Хутір", name_en="Farm")
    hers = telling_of(event(location=farm), mariia())
    cast.reword(farm, name_uk="хутір Марії Бондар")
    assert events_of(hers) == ()


@pytest.mark.django_db
def test_a_claim_answers_no_question_about_an_event_that_names_the_narrator():
    told, hers = event(), mariia()
    with acting(cast.archivist()):
        asked = Question.objects.create(slug="when", name_en="When?", name_uk="Коли?", about=told)
    publishing.approve_authority(asked, by=cast.moderator())
    with acting(cast.archivist()):
        hers.claims.create(statement_uk="Уранці.", statement_en="In the morning.", answers=asked)
    cast.approve(hers)
    assert [claim.answers for claim in shown(hers).content.claims] == ["when"]
    cast.reword(told, **OF_HER)
    assert [bool(claim.answers) for claim in shown(hers).content.claims] == [False]


@pytest.mark.django_db
def test_an_address_that_names_the_narrator_is_looked_at():
    hers = mariia()
    with acting(cast.archivist()):
        hers.events.add(event(slug="zahybel-marii-bondar"))
    assert "marii bondar" in {sighting.found for sighting in open_sightings(hers)}


@pytest.mark.django_db
def test_a_settlement_that_is_left_out_gives_way_to_what_it_is_part_of():
    raion = cast.place("izium-raion", "raion", name_uk="Ізюмський район", name_en="Izium raion")
    town = cast.place("town", "settlement", raion, name_uk="Липи", name_en="Lypy")
    hers = cast.approve(place_of("Бондар", "Липи"))
    cast.reword(town, name_uk="хутір Марії Бондар")
    assert [(p.place, p.is_area) for p in shown(hers).content.places] == [("izium-raion", True)]
    assert Publication.objects.get(interview=hers).left_out == [["place", "town"]]


@pytest.mark.django_db
@pytest.mark.parametrize("is_in_words", [False, True])
def test_a_name_that_is_entered_later_is_looked_for_where_a_record_leads(is_in_words):
    farm, hers = cast.place("farm", "site", name_uk="хутір Ганни Сірко", name_en="Farm"), mariia()
    told = event("cellar", **CELLAR, location=farm)
    with acting(cast.archivist()):
        hers.events.set([] if is_in_words else [told])
    in_words(hers)
    drain()
    shows = FacetValue.everything.filter(value="cellar")
    assert shows
    with acting(cast.archivist()):
        Label.objects.create(authority=hers.participations.get().person, language="uk", text="Ганна Сірко")
    assert not shows.all()


@pytest.mark.django_db
@pytest.mark.parametrize("is_in_words", [False, True])
def test_an_event_leads_to_the_place_that_its_own_was_merged_into(client, is_in_words):
    old, new = (cast.place(slug, "site", name_uk=f"Хутір {slug}", name_en=slug) for slug in ("old", "new"))
    told, hers = event("cellar", **CELLAR, location=old), mariia()
    with acting(cast.archivist()):
        hers.events.set([] if is_in_words else [told])
    in_words(hers)
    merge(new, old)
    approve(new)
    drain()
    assert reference(hers) in client.get("/uk/events/cellar/").content.decode()
    cast.reword(Place.objects.get(slug="new"), name_uk="хутір Марії Бондар")
    answer = client.get("/uk/events/cellar/")
    assert reference(hers) not in answer.content.decode()
    drain()
    assert not FacetValue.everything.filter(value="cellar")


@pytest.mark.django_db
def test_an_event_whose_merge_nobody_approved_yet_leads_where_it_led():
    farm = cast.place("farm", "site", name_uk="Хутір", name_en="Farm")
    old, new = event("old", location=farm), event("new", name_uk="Інше", name_en="Other")
    hers = telling_of(old, mariia())
    merge(new, old)
    drain()
    assert events_of(hers) == ("old",)
    cast.reword(farm, name_uk="хутір Марії Бондар")
    assert events_of(hers) == ()


# What was found stays found


@pytest.mark.django_db
@pytest.mark.parametrize("is_in_words", [False, True])
def test_a_name_that_an_archivist_changes_brings_nothing_back_until_that_is_approved(is_in_words):
    cellar, hers = cast.topic("cellar", **CELLAR), mariia()
    with acting(cast.archivist()):
        hers.topics.set([] if is_in_words else [cellar])
    in_words(hers)
    cast.reword(cellar, scope_note_uk="У Марії Бондар.")
    drain()
    shows = FacetValue.everything.filter(value="cellar")
    assert not shows
    renamed(hers)
    publishing.publish(hers)
    reindex()
    assert not shows.all()
    hers.refresh_from_db()
    cast.approve(hers)
    assert shows.all()


@pytest.mark.django_db
def test_what_a_moderator_lets_stand_comes_back_though_it_was_found():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    assert events_of(hers) == ()
    let_stand(hers)
    assert events_of(hers) == ("death",)


@pytest.mark.django_db
def test_an_erasure_forgets_what_was_left_out():
    told = event()
    hers = telling_of(told, mariia())
    cast.reword(told, **OF_HER)
    publishing.propose_erasure(hers, by=cast.archivist(), reason="She asked for it.")
    publishing.erase_interview(hers, by=cast.moderator())
    assert Publication.objects.get().left_out == []


# Researchers


def for_researchers(made: Interview) -> Interview:
    grants = Grant.objects.filter(record__participation__interview=made)
    grants.filter(scope="description").update(audience="researchers")
    return made


@pytest.mark.django_db
def test_what_is_left_out_for_researchers_alone_is_told():
    told = event()
    hers = telling_of(told, for_researchers(mariia()))
    cast.reword(told, **OF_HER)
    assert Publication.objects.get(interview=hers).left_out == []
    assert ResearchListing.objects.get(interview=hers).left_out == [["event", "death"]]
    found = publishing.open_reading(reference(hers), by=cast.researcher())
    assert found.document.events == ()


@pytest.mark.django_db
def test_what_only_researchers_would_read_is_looked_at_before_an_approval():
    hers = for_researchers(mariia())
    with acting(cast.archivist()):
        hers.events.add(event(**OF_HER))
    assert {(s.where, s.passage) for s in open_sightings(hers)} == {("record", "event/death")}


@pytest.mark.django_db
def test_a_collection_that_names_the_narrator_holds_back_what_only_researchers_would_read():
    hers = mariia()
    Grant.objects.filter(record__participation__interview=hers).update(audience="researchers")
    cast.approve(hers)
    assert not PublishedInterview.everything.exists()
    assert publishing.open_reading(reference(hers), by=cast.researcher())
    publishing.stop(hers, by=cast.archivist(), reason="She called.")
    describe(hers.collection, "Папери родини Марії Бондар.")
    publishing.release(hers, by=cast.moderator(), reason="She called again.")
    assert ResearchListing.objects.get(interview=hers).is_held
    describe(hers.collection, "Папери однієї родини.")
    drain()
    assert not ResearchListing.objects.get(interview=hers).is_held


@pytest.mark.django_db
def test_the_name_of_a_collection_is_looked_at_too():
    hers = mariia()
    with acting(cast.archivist()):
        hers.collection.name_uk = "Родина Марії Бондар"
        hers.collection.save()
    assert {sighting.where for sighting in open_sightings(hers)} == {"collection"}


# Approvals at the same moment


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("fact", ["label", "record"])
def test_a_name_or_a_record_that_changes_during_a_first_approval_is_not_missed(encounter, fact):
    with acting(cast.archivist()):
        told = Event.objects.create(slug="death", name_uk="День Ганни Сірко", name_en="A day")
    publishing.approve_authority(told, by=cast.moderator())
    interview, _seen, _checklist = submitted()
    with acting(cast.archivist()):
        interview.events.add(told)
    found = publishing.look(interview)
    moderator, editor = cast.moderator(), cast.staff("third", "Archivist")
    narrator = interview.participations.get()

    def narrow():
        if fact == "label":
            with acting(editor):
                Label.objects.create(authority=narrator.person, language="uk", text="Ганна Сірко")
        else:
            with acting(editor):
                told.name_uk = "День Олени Коваленко"
                told.save()
            publishing.approve_authority(told, by=moderator)

    encounter.hold(pages, "write")
    checklist = set(dict(found.checklist))
    errors = encounter.run(
        lambda: publishing.approve(interview, by=moderator, seen=found.digest, checklist=checklist), narrow
    )
    assert errors == {}
    assert not PublishedInterview.objects.get().content.events
