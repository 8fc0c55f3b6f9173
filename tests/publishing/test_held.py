"""A name that is withheld by now does not stay in the words, and nothing brings it back unseen."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import Grant, Recording
from archive.custody import acting
from archive.edition.models import PublishedInterview
from tests import cast

pytestmark = pytest.mark.django_db


def public(interview):
    interview.refresh_from_db()
    return PublishedInterview.objects.filter(reference=interview.publication.reference).first()


def named():
    """Public, its summary naming both sisters as each of them agreed."""
    return cast.published(narrators=2, abstract_uk="Олена К. і Марія Б. розповідають про хліб.")


def test_a_withdrawn_name_that_stands_in_the_summary_holds_the_interview_back():
    interview = named()
    with acting(cast.archivist()):
        grant = Grant.objects.filter(record__participation__interview=interview, scope="name").first()
        grant.audience = "nobody"
        grant.save()
    assert public(interview) is None
    assert interview.publication.is_held


def test_a_release_does_not_bring_a_withdrawn_name_back():
    interview = named()
    sister = interview.participations.first()
    publishing.withdraw(sister, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1))
    publishing.release(interview, by=cast.moderator(), reason="The other sister agrees.")
    assert public(interview) is None


def test_it_comes_back_when_a_moderator_lets_the_words_stand():
    interview = named()
    sister = interview.participations.first()
    publishing.withdraw(
        sister, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1), scopes=["name"]
    )
    assert public(interview) is None
    for sighting in publishing.look(interview).sightings:
        publishing.waive(interview, by=cast.moderator(), sighting=sighting.id, reason="Another Olena is meant.")
    assert public(interview) is not None and not interview.publication.is_held


def test_a_passage_withheld_in_one_recording_is_silent_in_the_one_beside_it():
    interview = cast.published()
    first = interview.recordings.get()
    with acting(cast.archivist()):
        beside = Recording.objects.create(interview=interview, sitting=first.sitting, number=2, starts_ms=5_000)
        cast.transcript(interview, beside, "uk", "verbatim", list(interview.participations.all()), cast.UKRAINIAN)
        for segment in beside.transcripts.first().segments.all():
            segment.alignment = f"b{segment.position}"
            segment.save()
    cast.approve(interview)
    publishing.redact(interview, by=cast.archivist(), reason="safety", recording=first, start_ms=10_000, end_ms=20_000)
    texts = {
        r.key: [s.text for s in t.segments]
        for r in public(interview).content.recordings
        for t in r.transcripts
        if t.language == "uk"
    }
    assert texts[first.key] == [(cast.UKRAINIAN[0],), (None,), (cast.UKRAINIAN[2],)]
    assert texts[beside.key] == [(None,), (None,), (cast.UKRAINIAN[2],)]


def test_the_words_of_a_heading_of_something_withheld_later_in_it_are_gone():
    interview = cast.interview()
    with acting(cast.archivist()):
        recording = interview.recordings.get()
        recording.index_points.create(at_ms=0, title_en="Of the cellar and the fire")
        recording.index_points.create(at_ms=20_000, title_en="Of the notebook")
    cast.approve(interview)
    publishing.redact(interview, by=cast.archivist(), reason="safety", alignment="a1")
    titles = [p.title for r in public(interview).content.recordings for p in r.index]
    assert titles == [{}, {"en": "Of the notebook"}]


def test_an_unapproved_change_of_role_or_basis_changes_nothing_in_public():
    interview = cast.published()
    with acting(cast.archivist()):
        participation = interview.participations.get()
        participation.role = "interpreter"
        participation.save()
        interview.refresh_from_db()
        interview.basis = "published-source"
        interview.save()
    publishing.publish(interview)
    assert public(interview).content.narrators
    assert any(r.transcripts for r in public(interview).content.recordings)


def test_whoever_edited_an_authority_before_somebody_else_did_does_not_approve_it():
    both = cast.staff("both", "Archivist")
    both.groups.add(*cast.moderator().groups.all())
    bread = cast.topic("bread")
    with acting(both):
        bread.name_en = "Bread and flour"
        bread.save()
    with acting(cast.archivist()):
        bread.name_pl = "Chleb"
        bread.save()
    with pytest.raises(publishing.Refused, match="yourself"):
        publishing.approve_authority(bread, by=both)


def test_a_changed_basis_is_signed_anew():
    interview = cast.interview(basis="published-source")
    publishing.sign_basis(interview, by=cast.moderator())
    with acting(cast.archivist()):
        interview.refresh_from_db()
        interview.basis_note = "Another report."
        interview.save()
    interview.refresh_from_db()
    assert interview.basis_signed_by is None


def test_a_name_in_the_title_of_a_source_is_found():
    interview = cast.interview()
    with acting(cast.archivist()):
        interview.sources.create(type="webpage", title="The story of Olena Kovalenko", author="O. Kovalenko")
    assert {s.where for s in publishing.look(interview).sightings} == {"source"}


def test_a_public_figure_is_shown_only_for_the_time_that_was_approved():
    interview = cast.interview()
    mayor = cast.person("mayor", name_uk="Степан Гончар")
    with acting(cast.archivist()):
        mayor.statuses.create(kind="public-figure", ends_on=dt.date(2020, 1, 1))
        interview.person_mentions.create(person=mayor, is_confirmed=True)
    publishing.approve_authority(mayor, by=cast.moderator())
    cast.approve(interview)
    assert public(interview).content.people == ()
    with acting(cast.archivist()):
        mayor.statuses.create(kind="public-figure", starts_on=dt.date(2020, 1, 2))
    publishing.publish(interview)
    assert public(interview).content.people == ()
    cast.approve(interview)
    assert public(interview).content.people == ("mayor",)
