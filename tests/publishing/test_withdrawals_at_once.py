"""Whoever withdraws at the moment something is published: whatever the order, what is withdrawn is gone, and nobody waits."""

import pytest
from django.db import transaction

from archive import publishing
from archive.catalogue.models import (
    Authority,
    Claim,
    ClaimRelation,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview, SearchEntry, Tombstone
from archive.jobs.worker import drain
from archive.publishing import door, pages, renaming, review, transitions
from tests import cast

from .encounter import assert_gone, submitted, withdraw

pytestmark = pytest.mark.django_db(transaction=True)


# Publication against withdrawal


@pytest.mark.parametrize("point", ["latest_version", "narrow", "settle"])
def test_a_withdrawal_during_a_publication_lands_after_it(encounter, point):
    interview = cast.published()
    encounter.hold(door, point)
    errors = encounter.run(lambda: publishing.publish(interview.pk), withdraw(interview))
    assert errors == {}
    assert_gone(interview.publication.reference)


@pytest.mark.parametrize("point", ["lock", "publish"])
def test_a_publication_during_a_withdrawal_reads_what_was_withdrawn(encounter, point):
    interview = cast.published()
    encounter.hold(transitions, point, after=True)
    errors = encounter.run(withdraw(interview), lambda: publishing.publish(interview.pk))
    assert errors == {}
    assert_gone(interview.publication.reference)


def test_a_rebuilding_never_brings_back_what_is_being_withdrawn(encounter):
    from archive.publishing.rebuilding import rebuild

    interview = cast.published()
    encounter.hold(transitions, "publish", after=True)
    assert encounter.run(withdraw(interview), rebuild) == {}
    assert_gone(interview.publication.reference)


def test_the_sound_alone_withdrawn_during_a_publication_is_gone(encounter):
    interview = cast.published()
    encounter.hold(door, "narrow")
    errors = encounter.run(lambda: publishing.publish(interview.pk), withdraw(interview, scopes=["transcript"]))
    assert errors == {}
    row = PublishedInterview.objects.get()
    assert not any(r.transcripts for r in row.content.recordings)
    assert not SearchEntry.objects.filter(kind="passage").exists()


def test_a_passage_withheld_during_a_publication_is_gone(encounter):
    interview = cast.published()
    encounter.hold(door, "settle")
    by = cast.archivist()
    errors = encounter.run(
        lambda: publishing.publish(interview.pk),
        lambda: publishing.redact(interview, by=by, reason="safety", alignment="a1"),
    )
    assert errors == {}
    assert not SearchEntry.objects.filter(anchor="a1").exists()


def test_an_approval_during_a_withdrawal_is_refused_or_shows_nothing(encounter):
    interview, seen, checklist = submitted()
    moderator = cast.moderator()
    encounter.hold(transitions, "publish", after=True)
    encounter.run(
        withdraw(interview),
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist),
    )
    assert not PublishedInterview.everything.exists()


def test_a_withdrawal_during_an_approval_wins(encounter):
    interview, seen, checklist = submitted()
    moderator = cast.moderator()
    encounter.hold(review, "publish", after=True)
    errors = encounter.run(
        lambda: publishing.approve(interview, by=moderator, seen=seen, checklist=checklist), withdraw(interview)
    )
    assert errors == {}
    assert not PublishedInterview.everything.exists()


def test_two_withdrawals_of_related_interviews_do_not_wait_for_each_other(encounter):
    made = [cast.interview(f"Interview {n}", slug=f"olena{n}") for n in range(2)]
    with acting(cast.archivist()):
        claims = [Claim.objects.create(interview=each, statement_en="The bridge fell.") for each in made]
        ClaimRelation.objects.create(claim=claims[0], other=claims[1], kind="contradicts")
    for each in made:
        cast.approve(each)
    drain()
    encounter.hold(transitions, "publish", after=True)
    assert encounter.run(withdraw(made[0]), withdraw(made[1])) == {}
    assert not PublishedInterview.everything.exists() and Tombstone.objects.count() == 2


def test_the_same_stop_placed_twice_at_once_is_one_stop(encounter):
    interview = cast.published()
    by = cast.archivist()
    encounter.hold(transitions, "publish", after=True)
    errors = encounter.run(*[lambda: publishing.stop(interview, by=by, reason="A call.")] * 2)
    assert [type(error) for error in errors.values()] == [publishing.Refused]
    assert interview.stops.count() == 1


# Those who hold the edition wait for nobody who withdraws


def two_in_izium():
    """Two approved interviews in whose words, titles and records the place stands, and the place."""
    place, made = cast.izium(), []
    for slug in ("a", "b"):
        interview = cast.interview(slug=slug, title_uk="З Ізюма")
        with acting(cast.archivist()):
            interview.place_mentions.create(place=place, precision="settlement")
        made.append(cast.approve(interview))
    return made[1], Authority.objects.get(pk=place.pk)


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_name_is_looked_for(encounter):
    second, place = two_in_izium()
    encounter.hold(renaming, "publish", after=True)
    assert encounter.run(transaction.atomic(lambda: renaming.find(place, after=0)), withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_name_is_approved(encounter):
    second, place = two_in_izium()
    with acting(cast.archivist()):
        place.place.save()
    encounter.hold(pages, "refresh_card", after=True)
    by = cast.moderator()
    assert encounter.run(lambda: publishing.approve_authority(place, by=by), withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()


@pytest.mark.postgresql
def test_a_withdrawal_is_not_refused_while_a_collection_and_its_policy_are_saved(encounter):
    second, _place = two_in_izium()

    def save():
        with acting(cast.administrator()), publishing.together():
            second.collection.save()
            second.collection.policy.create(scope="audio", widest="staff")
            encounter.pause()

    assert encounter.run(save, withdraw(second)) == {}
    assert not PublishedInterview.everything.filter(reference=second.publication.reference).exists()
