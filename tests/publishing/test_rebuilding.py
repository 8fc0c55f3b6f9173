"""The edition can be dropped and built anew from the ledger, with equal bytes; what was erased stays gone."""

import datetime as dt
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

from archive import publishing
from archive.catalogue.models import (
    Claim,
    ClaimRelation,
    Document,
    DocumentPage,
    Grant,
    Interview,
    PersonMention,
    PersonStatus,
    PlaceMention,
    Publication,
)
from archive.custody import acting
from archive.edition.models import (
    Edition,
    FacetBitmap,
    PublishedAuthority,
    PublishedFile,
    PublishedInterview,
    SearchEntry,
    Tombstone,
)
from archive.jobs.worker import drain
from archive.publishing.clock import publish_due
from tests import cast

pytestmark = pytest.mark.django_db
APPROVED = dt.date(2024, 1, 1)


def edition():
    """Every row of the edition without keys of the database and without the edition's own row."""
    rows = {}
    for model in apps.get_app_config("edition").get_models():
        if model is not Edition:
            manager = getattr(model, "everything", model._default_manager)
            rows[model.__name__] = sorted((_row(each) for each in manager.all()), key=str)
    return rows


def _row(record):
    """What a row says: its number where that is no key of the database's own, but not the revision it was written at."""
    plain = {f.name: getattr(record, f.attname) for f in record._meta.fields if not f.primary_key and not f.is_relation}
    plain = {name: bytes(value) if isinstance(value, memoryview) else value for name, value in plain.items()}
    plain.pop("version", None)
    if isinstance(record, PublishedInterview):
        plain["number"] = record.pk
    related = {f.name: str(getattr(record, f.name)) for f in record._meta.fields if isinstance(f, models.ForeignKey)}
    return plain | related


def truncate():
    for model in (SearchEntry, PublishedFile, PublishedInterview, PublishedAuthority, FacetBitmap, Tombstone, Edition):
        getattr(model, "everything", model._default_manager).all().delete()
    apps.get_model("edition", "PublishedCollection").everything.all().delete()


def with_claim(title, slug, **fields):
    """A draft with one claim and a place."""
    interview = cast.interview(title, slug=slug, **fields)
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=interview, place=cast.izium(), precision="settlement")
        interview.topics.add(cast.topic("bread"))
        claim = Claim.objects.create(interview=interview, statement_en=f"{title}: the bridge fell in March.")
    return interview, claim


def relate(claim, other, kind="contradicts"):
    with acting(cast.archivist()):
        return ClaimRelation.objects.create(claim=claim, other=other, kind=kind)


def relations(interview):
    row = PublishedInterview.objects.get(reference=Publication.objects.get(interview=interview).reference)
    return [(c.statement["en"].split(":")[0], [r.kind for r in c.relations]) for c in row.content.claims]


def withdraw(interview, **said):
    participation = interview.participations.first()
    return publishing.withdraw(participation, by=cast.archivist(), requester="narrator", received_on=APPROVED, **said)


@pytest.fixture
def history(time_machine):
    """Two interviews whose claims differ, one withdrawn, one withdrawn in silence; the clock has moved on between."""
    time_machine.move_to("2024-02-01 12:00", tick=False)
    first, claim = with_claim("First", "olena")
    second, other = with_claim("Second", "maria")
    relate(claim, other)
    cast.approve(first)
    time_machine.move_to("2024-02-02 12:00", tick=False)
    cast.approve(second)
    drain()
    time_machine.move_to("2024-02-03 12:00", tick=False)
    withdraw(cast.published("Third", slug="ihor"))
    withdraw(cast.published("Fourth", slug="vira"), answer="missing")
    drain()
    time_machine.move_to("2024-02-04 12:00", tick=False)
    return first, second


def test_rebuilding_over_what_is_there_changes_no_byte_and_no_revision(history):
    before, revision = edition(), Edition.objects.current().revision
    call_command("publish_edition", verbosity=0)
    assert edition() == before
    assert Edition.objects.current().revision == revision


def test_rebuilding_from_nothing_gives_equal_bytes_under_a_new_revision(history):
    before, revision = edition(), Edition.objects.current().revision
    ledger = list(Publication.objects.order_by("pk").values())
    truncate()
    call_command("publish_edition", verbosity=0)
    assert edition() == before
    assert Edition.objects.current().revision > revision
    assert list(Publication.objects.order_by("pk").values()) == ledger


def test_rebuilding_from_nothing_when_nothing_is_public_gives_a_new_revision_too(time_machine):
    time_machine.move_to("2024-02-01 12:00", tick=False)
    withdraw(cast.published())
    revision = Edition.objects.current().revision
    time_machine.move_to("2024-02-02 12:00", tick=False)
    truncate()
    call_command("publish_edition", verbosity=0)
    assert Tombstone.objects.count() == 1
    assert Edition.objects.current().revision > revision


def test_a_changed_answer_at_an_old_address_is_a_new_revision():
    interview = cast.published()
    publishing.stop(interview, by=cast.archivist(), reason="A call.")
    revision = Edition.objects.current().revision
    assert Tombstone.objects.exists()
    withdraw(interview, answer="missing")
    assert not Tombstone.objects.exists()
    assert Edition.objects.current().revision > revision


# Claims of two interviews


def test_a_relation_is_shown_only_while_both_sides_are_public():
    first, claim = with_claim("First", "olena")
    second, other = with_claim("Second", "maria")
    relate(claim, other)
    cast.approve(first)
    assert relations(first) == [("First", [])]
    cast.approve(second)
    drain()
    assert relations(first) == [("First", ["contradicts"])]
    assert relations(second) == [("Second", ["contradicts"])]
    withdraw(second)
    drain()
    assert relations(first) == [("First", [])]


def test_a_relation_to_what_has_run_out_goes_when_it_is_purged(time_machine):
    time_machine.move_to("2024-02-01 12:00")
    first, claim = with_claim("First", "olena")
    second, other = with_claim("Second", "maria")
    relate(claim, other)
    Grant.objects.filter(record__participation__interview=second).update(ends_on=dt.date(2024, 2, 10))
    cast.approve(first)
    cast.approve(second)
    drain()
    assert relations(first) == [("First", ["contradicts"])]
    time_machine.move_to("2024-02-11 12:00")
    publish_due()
    drain()
    assert relations(first) == [("First", [])]


def test_a_relation_within_one_interview_needs_nobody_else():
    interview, claim = with_claim("First", "olena")
    with acting(cast.archivist()):
        other = Claim.objects.create(interview=interview, statement_en="Again: it fell in April.", position=1)
    relate(claim, other, "corroborates")
    cast.approve(interview)
    assert relations(interview) == [("First", ["corroborates"]), ("Again", ["corroborates"])]


# Erasure


def erase(interview):
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked for it.")
    publishing.erase_interview(interview, by=cast.moderator())


@pytest.mark.parametrize("answer", ["tombstone", "missing"])
def test_an_erased_interview_keeps_its_ledger_entry_and_its_answer(answer):
    interview = cast.published()
    reference = interview.publication.reference
    withdraw(interview, answer=answer)
    erase(interview)
    entry = Publication.objects.get(reference=reference)
    assert entry.interview is None and entry.interview_key == interview.key and not entry.is_public
    stones = [reference] if answer == "tombstone" else []
    assert list(Tombstone.objects.values_list("reference", flat=True)) == stones
    truncate()
    call_command("publish_edition", verbosity=0)
    assert list(Tombstone.objects.values_list("reference", flat=True)) == stones


def test_what_is_erased_while_public_is_gone_at_once_and_others_forget_it():
    first, claim = with_claim("First", "olena")
    second, other = with_claim("Second", "maria")
    relate(claim, other)
    cast.approve(first)
    cast.approve(second)
    drain()
    reference = second.publication.reference
    erase(second)
    assert not PublishedInterview.everything.filter(reference=reference).exists()
    assert Tombstone.objects.filter(reference=reference).exists()
    drain()
    assert relations(first) == [("First", [])]


def test_a_draft_that_never_was_public_is_erased_without_a_trace_in_public():
    interview = cast.interview()
    erase(interview)
    assert not Interview.objects.exists() and not Publication.objects.exists() and not Tombstone.objects.exists()


# Authorities and persons


def rename(authority, **names):
    with acting(cast.archivist()):
        record = type(authority).objects.get(pk=authority.pk)
        for field, words in names.items():
            setattr(record, field, words)
        record.save()
    return record


def test_a_corrected_name_reaches_the_public_with_its_own_approval_alone():
    interview, _claim = with_claim("First", "olena")
    cast.approve(interview)
    place = rename(cast.izium(), name_en="Izjum")
    assert PublishedAuthority.objects.get(slug="izium").content.name["en"] == "Izium"
    revision = Edition.objects.current().revision
    publishing.approve_authority(place, by=cast.moderator())
    assert PublishedAuthority.objects.get(slug="izium").content.name["en"] == "Izjum"
    assert SearchEntry.objects.filter(kind="name", text="Izjum").exists()
    assert Edition.objects.current().revision > revision


def test_a_corrected_ancestor_reaches_the_pages_of_its_parts():
    interview, _claim = with_claim("First", "olena")
    cast.approve(interview)
    publishing.approve_authority(rename(cast.izium().parent, name_en="Izjum district"), by=cast.moderator())
    assert PublishedAuthority.objects.get(slug="izium-raion").content.name["en"] == "Izjum district"


def test_an_authority_goes_with_the_last_interview_that_refers_to_it():
    interview, _claim = with_claim("First", "olena")
    cast.approve(interview)
    assert PublishedAuthority.objects.filter(slug="bread").exists()
    withdraw(interview)
    assert not PublishedAuthority.everything.exists()


def test_an_unapproved_authority_is_not_public():
    interview = cast.interview()
    with acting(cast.archivist()):
        from archive.catalogue.models import Topic

        interview.topics.add(Topic.objects.create(slug="secret", name_en="Secret"))
    cast.approve(interview)
    assert not PublishedAuthority.everything.exists()
    row = PublishedInterview.objects.get()
    assert row.content.topics == () and "secret" not in row.document


def mentioned(slug, **status):
    """An interview that speaks of a person, whose record is approved."""
    interview = cast.interview()
    person = cast.person(slug, name_uk="Мер міста")
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=person, **status)
        PersonMention.objects.create(interview=interview, person=person, is_confirmed=True)
    publishing.approve_authority(person, by=cast.moderator())
    return cast.approve(interview)


def people():
    return [(row.content.people, a) for row in PublishedInterview.objects.all() for a in _persons()]


def _persons():
    return [list(PublishedAuthority.objects.filter(kind="person").values_list("slug", flat=True))]


def test_a_public_figure_has_a_page():
    mentioned("mayor", kind="public-figure")
    assert people() == [(("mayor",), ["mayor"])]


@pytest.mark.parametrize("kind", ["private", "serving", "alleged-perpetrator", "dead", "minor"])
def test_nobody_else_spoken_of_has_one(kind):
    mentioned("mayor", kind=kind)
    assert people() == [((), [])]


def test_a_public_figure_leaves_the_public_with_the_office_and_without_any_worker(time_machine):
    time_machine.move_to("2024-02-01 12:00")
    mentioned("mayor", kind="public-figure", ends_on=dt.date(2024, 2, 10))
    assert people() == [(("mayor",), ["mayor"])]
    time_machine.move_to("2024-02-11 00:30+02:00")
    assert people() == [] and not PublishedAuthority.objects.exists()
    publish_due()
    assert people() == [((), [])]


def test_whoever_becomes_a_public_figure_on_a_known_day_is_shown_from_that_day(time_machine):
    time_machine.move_to("2024-02-01 12:00")
    mentioned("mayor", kind="public-figure", starts_on=dt.date(2024, 2, 10))
    assert people() == [((), [])]
    time_machine.move_to("2024-02-10 00:30+02:00")
    publish_due()
    assert people() == [(("mayor",), ["mayor"])]


def test_two_interviews_of_one_person_are_joined_only_if_both_were_agreed_to():
    person = None
    for n, links in enumerate([True, False]):
        interview = cast.interview(f"Interview {n}", slug=f"olena{n}")
        participation = interview.participations.get()
        with acting(cast.archivist()):
            person = person or participation.person
            participation.person, participation.links_identity, participation.rendition = person, links, "full"
            participation.save()
        if not n:
            publishing.approve_authority(person, by=cast.moderator())
        cast.approve(interview)
    identities = [row.content.speakers[0].identity for row in PublishedInterview.objects.order_by("pk")]
    assert identities == [person.slug, ""]


# Files


@pytest.fixture
def picture(tmp_path, settings):
    """A master of one small picture, kept in an own storage."""
    from PIL import Image

    from archive.vault.masters import keep

    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"
    file = tmp_path / "letter.png"
    Image.new("RGB", (64, 48), "white").save(file)
    with acting(cast.archivist()), file.open("rb") as opened:
        return keep(opened, original_name="letter of Olena.png", by=cast.archivist())


def test_files_are_public_once_they_are_ready_and_unlinked_with_the_withdrawal(picture, settings):
    interview = cast.interview()
    with acting(cast.archivist()):
        document = Document.objects.create(interview=interview, title_en="A letter")
        DocumentPage.objects.create(document=document, master=picture)
    cast.approve(interview)
    assert not PublishedFile.objects.exists()
    drain()
    assert PublishedFile.objects.count() == 6
    public = Path(settings.HOLOS_PUBLIC_ROOT)
    assert len([path for path in public.rglob("*") if path.is_file()]) == len(
        set(PublishedFile.objects.values_list("digest", flat=True))
    )
    withdraw(interview)
    assert not PublishedFile.everything.exists()
    drain()
    assert [path for path in public.rglob("*") if path.is_file()] == []
