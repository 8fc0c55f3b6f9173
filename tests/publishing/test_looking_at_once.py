"""Records that are approved, renamed names and workers at the same moment: nothing is missed, and nobody waits in a circle."""

import pytest
from django.db import transaction

from archive import publishing
from archive.catalogue.models import Event, Interview, Label, PersonMention, Topic
from archive.custody import acting
from archive.edition.models import PublishedAuthority
from archive.jobs.lease import claim
from archive.jobs.work import perform
from archive.jobs.worker import drain
from archive.publishing import authorities, door, narrowing_facts, renaming, tasks
from tests import cast

from .test_beside import event, mariia, telling_of
from .test_beside_further import CELLAR, in_words, listed, reference

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_approved_while_a_worker_ends_its_look_is_looked_at(encounter, client):
    cast.topic("cellar", **CELLAR)
    hers = in_words(mariia())
    drain()
    cast.topic("other", name_uk="Жодне", name_en="Nothing")
    cellar, moderator, job = Topic.objects.get(slug="cellar"), cast.moderator(), claim()
    with acting(cast.archivist()):
        cellar.scope_note_uk = "У Марії Бондар."
        cellar.save()
    encounter.hold(renaming, "end_looking")
    errors = encounter.run(lambda: perform(job), lambda: publishing.approve_authority(cellar, by=moderator), meeting=3)
    assert errors == {}
    assert reference(hers) not in listed(client)


def test_of_two_workers_who_end_together_one_ends_the_look(encounter):
    cast.topic("cellar", **CELLAR)
    in_words(mariia())
    drain()
    for slug in ("other", "further"):
        cast.topic(slug, name_uk=f"Жодне {slug}", name_en=slug)
    PublishedAuthority.everything.update(is_looked_at=True)
    one, other = claim(), claim()
    encounter.hold(tasks, "end_looking_after", after=True)
    assert encounter.run(lambda: perform(one), lambda: perform(other), meeting=3) == {}
    assert not PublishedAuthority.everything.filter(is_looked_at=True).exists()


def two_telling_of_one() -> tuple[Event, Interview, Interview]:
    told = event()
    both = telling_of(told, mariia()), telling_of(told, cast.interview(slug="olena"))
    drain()
    return Event.objects.get(pk=told.pk), *both


def test_an_approval_of_a_record_and_a_publication_of_several_wait_in_one_order(encounter):
    told, first, second = two_telling_of_one()
    Interview.objects.filter(pk=second.pk).update(state=Interview.State.SUBMITTED)
    with acting(cast.archivist()):
        told.name_uk = "Інший обстріл"
        told.save()
    moderator = cast.moderator()
    encounter.hold(authorities, "card_of")
    assert (
        encounter.run(
            lambda: publishing.approve_authority(told, by=moderator), lambda: door.publish_all([first, second])
        )
        == {}
    )


def test_a_name_that_is_entered_and_a_publication_of_several_wait_in_one_order(encounter):
    told, first, second = two_telling_of_one()
    third, archivist = cast.person("third", name_uk="Іван Сірко"), cast.archivist()
    with acting(archivist):
        for each in (first, second):
            PersonMention.objects.create(interview=each, person=third)
    cast.reword(told, name_uk="День Петра Тихого")
    drain()
    Interview.objects.filter(pk=second.pk).update(state=Interview.State.SUBMITTED)
    encounter.hold(narrowing_facts, "beside_whom")

    def enter():
        with transaction.atomic(), acting(archivist):
            Label.objects.create(authority=third, language="uk", text="Петро Тихий")

    assert encounter.run(enter, lambda: door.publish_all([first, second])) == {}
