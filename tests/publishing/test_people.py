"""Names that were entered since the last approval are looked for, also when an archivist has changed or removed them."""

import pytest
from django.db import connection

from archive import publishing
from archive.catalogue.models import (
    EnteredNames,
    Label,
    PersonIdentity,
    PersonMention,
    PlaceMention,
    Publication,
)
from archive.custody import acting
from archive.edition.models import FacetValue, PublishedInterview
from archive.jobs.worker import drain
from archive.publishing.people import people_of
from tests import cast

from .test_beside import OF_HER, describe, event, events_of, mariia, renamed, telling_of
from .test_beside_further import CELLAR, in_words
from .test_guides import path
from .test_unsaid import MARIIA, paths

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_in_words", [False, True])
def test_the_former_name_is_looked_for_in_words_of_records_that_are_approved_later(is_in_words):
    cellar, hers = cast.topic("cellar", **CELLAR), mariia()
    with acting(cast.archivist()):
        hers.topics.set([] if is_in_words else [cellar])
    in_words(hers)
    drain()
    shows = FacetValue.everything.filter(value="cellar")
    assert shows
    renamed(hers)
    cast.reword(cellar, scope_note_uk="У Марії Бондар.")
    drain()
    assert not shows.all()
    hers.refresh_from_db()
    cast.approve(hers)
    drain()
    assert shows.all()


def test_the_former_name_is_looked_for_in_new_words_of_a_path():
    hers = mariia()
    with acting(cast.archivist()):
        part = hers.participations.get()
        part.rendition, part.name_pseudonym_uk = "pseudonym", "Калина"
        part.save()
    cast.approve(hers)
    renamed(hers)
    path(hers, introduction_uk=MARIIA)
    assert paths() == []


def test_the_former_name_is_looked_for_in_new_words_of_a_collection():
    hers = cast.approve(mariia())
    renamed(hers)
    describe(hers.collection, "Папери родини Марії Бондар.")
    drain()
    hers.collection.refresh_from_db()
    assert hers.collection.looked_through["because_of"] == [hers.key]


def test_somebody_who_is_taken_out_of_the_record_is_looked_for_until_that_is_approved():
    told, hers = event(), mariia()
    spoken_of = cast.person("spoken-of", name_uk="Ганна Сірко")
    with acting(cast.archivist()):
        mention = PersonMention.objects.create(interview=hers, person=spoken_of)
    telling_of(told, hers)
    with acting(cast.archivist()):
        mention.delete()
    cast.reword(told, name_uk="День Ганни Сірко")
    assert events_of(hers) == ()
    hers.refresh_from_db()
    cast.approve(hers)
    assert events_of(hers) == ("death",)


def test_a_testimony_stays_held_back_when_the_name_in_its_words_is_changed():
    hers = mariia()
    with acting(cast.archivist()):
        hers.title_uk = "Ганна Сірко розповідає"
        hers.save()
    cast.approve(hers)
    publishing.stop(hers, by=cast.archivist(), reason="She called.")
    renamed(hers)
    publishing.release(hers, by=cast.moderator(), reason="She called again.")
    assert Publication.objects.get(interview=hers).is_held
    renamed(hers, "Ірина Чуб")
    publishing.publish(hers)
    assert Publication.objects.get(interview=hers).is_held and not PublishedInterview.everything.exists()


def test_a_withheld_place_that_is_renamed_is_looked_for_by_its_approved_name_too():
    farm = cast.place("farm", "site", cast.izium(), name_uk="Кленове", name_en="Farm")
    hers = mariia()
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=hers, place=farm, relation="about", precision="settlement")
        hers.title_uk = "Про Кленове"
        hers.save()

    def found():
        return {s.found for s in publishing.look(hers).sightings}

    assert found() == {"Кленове"}
    farm.refresh_from_db()
    with acting(cast.archivist()):
        farm.name_uk = "Липове"
        farm.save()
    assert found() == {"Кленове"}


def test_researchers_read_with_a_record_that_names_somebody_whom_they_may_know():
    told, hers = event(), mariia()
    with acting(cast.archivist()):
        olha = cast.narrator(
            hers, "olha", 2, consent=False, role="interviewer", rendition="full", name_full_uk="Ольга Липова"
        )
        cast.grant_all(olha, audience="researchers")
    telling_of(told, hers)
    cast.reword(told, name_uk="День Ольги Липової")
    assert events_of(hers) == ()
    reference = Publication.objects.get(interview=hers).reference
    assert publishing.open_reading(reference, by=cast.researcher()).document.events == ("death",)


def test_names_are_kept_unreadable_and_go_with_the_interview():
    hers = cast.approve(mariia())
    assert {name for one in people_of(hers) for name in one.names} == {"Марія Бондар"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT names FROM catalogue_enterednames")
        assert ["Бондар" in stored for (stored,) in cursor.fetchall()] == [False]
    publishing.propose_erasure(hers, by=cast.archivist(), reason="She asked for it.")
    publishing.erase_interview(hers, by=cast.moderator())
    assert not EnteredNames.objects.exists()


def test_somebody_who_is_erased_is_no_longer_kept_for_another_interview():
    hers, another = cast.approve(mariia()), cast.interview(slug="olena")
    with acting(cast.archivist()):
        mention = PersonMention.objects.create(interview=another, person=hers.participations.get().person)
    cast.approve(another)
    with acting(cast.archivist()):
        mention.delete()
    person = hers.participations.get().person
    assert EnteredNames.objects.filter(interview=another, person_key=person.key).exists()
    publishing.propose_erasure(hers, by=cast.archivist(), reason="She asked for it.")
    publishing.erase_interview(hers, by=cast.moderator(), people=[person])
    assert not EnteredNames.objects.filter(person_key=person.key).exists()


def test_another_name_that_comes_and_goes_between_approvals_is_looked_for():
    told, hers = event(), mariia()
    telling_of(told, hers)
    with acting(cast.archivist()):
        label = Label.objects.create(authority=hers.participations.get().person, language="uk", text="Оксана Липова")
    with acting(cast.archivist()):
        label.delete()
    cast.reword(told, name_uk="День Оксани Липової")
    assert events_of(hers) == ()


def test_a_name_that_is_entered_and_corrected_between_approvals_is_looked_for():
    told, hers = event(), mariia()
    telling_of(told, hers)
    renamed(hers, "Оксана Липова")
    renamed(hers, "Ганна Сірко")
    cast.reword(told, name_uk="День Оксани Липової")
    assert events_of(hers) == ()


@pytest.mark.parametrize("noun", ["participation", "person", "identity"])
def test_a_name_is_kept_wherever_it_is_entered(noun):
    hers = cast.approve(mariia())
    part = hers.participations.get()
    for name in ("Оксана Липова", "Ганна Сірко"):
        with acting(cast.archivist()):
            if noun == "participation":
                part.name_full_uk = name
                part.save()
            elif noun == "person":
                part.person.name_uk = name
                part.person.save()
            else:
                PersonIdentity.objects.update_or_create(person=part.person, defaults={"legal_name": name})
    (kept,) = people_of(hers)
    assert {"Марія Бондар", "Оксана Липова", "Ганна Сірко"} <= set(kept.names)


def test_publishing_again_after_a_find_changes_nothing():
    told, hers = event(), mariia()
    telling_of(told, hers)
    cast.reword(told, **OF_HER)
    assert events_of(hers) == ()
    assert not publishing.publish(hers)


def test_a_lost_secret_keeps_no_withdrawal_from_being_published():
    hers = cast.approve(mariia())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalogue_enterednames SET names = 'unreadable'")
    publishing.withdraw(
        hers.participations.get(), by=cast.archivist(), requester="narrator", received_on=cast.SIGNED, scopes=[]
    )
    assert not PublishedInterview.objects.exists()
