"""An interview that two people erase leaves no word, no file and no trace of it anywhere; what belongs to others stays."""

import datetime as dt
import io
from pathlib import Path

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from archive import publishing
from archive.catalogue.models import (
    Claim,
    ClaimRelation,
    Collection,
    ConsentRecord,
    CustodyEvent,
    Derivative,
    Document,
    DocumentPage,
    Erasure,
    Interview,
    Job,
    Master,
    Person,
    PersonIdentity,
    PersonMention,
    Publication,
    Transcript,
)
from archive.custody import acting
from archive.edition.models import PublishedFile, PublishedInterview, Tombstone
from archive.jobs import lease, work
from archive.jobs.worker import drain
from archive.vault import check, tasks
from archive.vault.masters import keep, master_path
from tests import cast
from tests.canary import planting, scenario
from tests.canary.tokens import found_in
from tests.vault import media

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def storage(tmp_path, settings):
    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"


def proposed(interview, **by):
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked for it.", **by)
    return Interview.objects.get(pk=interview.pk)


def erase(interview, **more):
    return publishing.erase_interview(proposed(interview), by=cast.moderator(), **more)


def kept(seed: int = 1) -> Master:
    photograph = io.BytesIO(media.jpeg_bytes() + bytes([seed]))
    return keep(photograph, original_name="Olena.jpg", by=cast.archivist())


def with_picture(interview, master):
    with acting(cast.archivist()):
        paper = Document.objects.create(interview=interview, title_en="A letter")
        DocumentPage.objects.create(document=paper, master=master)
    return interview


def files() -> list[str]:
    roots = (check.masters_root(), Path(check.settings.HOLOS_PUBLIC_ROOT))
    return sorted(path.name for root in roots for path in root.rglob("*") if path.is_file())


def every_row() -> bytes:
    """Everything the database holds, tables of the search index included."""
    with connection.cursor() as cursor:
        names = [name for name in connection.introspection.table_names(cursor) if not name.startswith("django_migr")]
        found = []
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found).encode()


# What is gone


def test_no_word_of_it_is_left_in_any_table():
    shown = cast.interview("Shown", slug="shown")
    with acting(cast.archivist()):
        Claim.objects.create(interview=shown, statement_en="So it was.")
    cast.approve(shown)
    tokens = planting.Tokens()
    made = with_picture(planting.hidden_interview("erased", tokens), kept())
    with acting(cast.archivist()):
        narrator = made.participations.get()
        PersonIdentity.objects.create(person=narrator.person, legal_name="Olena Kovalenko")
        planting.relate(made, shown)
    planting.staff_papers(made, tokens)
    Collection.objects.update(private_note="")
    for record in (made, *made.transcripts.all(), *made.claims.all(), *made.participations.all()):
        planting.plant(record, tokens)
    scenario.approve_waiving(made)
    entry = ContentType.objects.get_for_model(Transcript)
    LogEntry.objects.create(user=cast.archivist(), content_type=entry, object_repr=f"{made}/uk", action_flag=CHANGE)
    tokens |= {made.code: "code", narrator.person.key: "key of the person"}
    erase(made, people=[narrator.person])
    drain()
    left = every_row()
    assert {origin for word, origin in tokens.items() if word.encode() in left} == set()
    assert found_in(left, tokens) == {}
    assert made.key.encode() in left
    assert list(Interview.objects.values_list("title_en", flat=True)) == ["Shown"]


def test_its_files_are_off_the_disk_and_the_check_of_the_vault_agrees():
    made = cast.approve(with_picture(cast.interview(), kept()))
    with acting(cast.archivist()):
        ConsentRecord.objects.update(evidence=kept(2))
    drain()
    assert len(files()) == 4
    erase(made)
    assert not Master.objects.exists() and not Derivative.objects.exists()
    assert check.masters().unknown, "Until the job is done, the check says that files lie there."
    drain()
    assert files() == []
    call_command("vault", "check", stdout=io.StringIO())
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


def test_a_file_that_is_missing_already_hinders_nothing():
    master = kept()
    made = with_picture(cast.interview(), master)
    master_path(master.sha256).unlink()
    erase(made)
    drain()
    assert not Interview.objects.exists() and not Job.objects.filter(state="failed").exists()


def test_a_file_handed_in_again_before_it_was_unlinked_stays():
    erase(with_picture(cast.interview(), kept()))
    again = kept()
    drain()
    assert files() == [again.sha256]


def test_a_job_at_work_on_a_master_leaves_nothing_behind():
    made = cast.approve(with_picture(cast.interview(), kept()))
    job = lease.claim()
    prepared = tasks.make_files(job.payload)
    assert len(files()) > 1
    erase(made)
    with pytest.raises(lease.LeaseLost), transaction.atomic():
        work.commit(job, work.TASKS[job.kind], prepared)
    drain()
    assert files() == [] and not Derivative.objects.exists()


def test_a_job_that_makes_files_while_the_master_goes_takes_them_away(monkeypatch):
    made = cast.approve(with_picture(cast.interview(), kept()))
    job, placed = lease.claim(), tasks._placed

    def placing(*piece):
        if Interview.objects.exists():
            erase(made)
        return placed(*piece)

    monkeypatch.setattr(tasks, "_placed", placing)
    work.perform(job)
    drain()
    assert files() == []


# What stays


@pytest.mark.parametrize("answer", ["tombstone", "missing"])
def test_the_ledger_keeps_the_address_and_it_answers_as_the_narrator_wished(answer, client):
    made = cast.published()
    reference = made.publication.reference
    publishing.withdraw(
        made.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1),
        wish="destroy", answer=answer,
    )  # fmt: skip
    erase(made)
    entry = Publication.objects.get(reference=reference)
    assert (entry.interview, entry.interview_key, entry.is_public, entry.answer) == (None, made.key, False, answer)
    status = {"tombstone": 410, "missing": 404}[answer]
    assert client.get(f"/en/interviews/{reference}/").status_code == status
    call_command("publish_edition", verbosity=0)
    assert client.get(f"/en/interviews/{reference}/").status_code == status


def test_what_is_erased_while_public_is_gone_at_once():
    made = cast.published()
    erase(made)
    assert not PublishedInterview.everything.exists() and Tombstone.objects.count() == 1


def test_the_log_says_who_did_it_and_names_nothing():
    made = with_picture(cast.published(), kept())
    before = CustodyEvent.objects.count()
    erasure = erase(made)
    added = list(CustodyEvent.objects.order_by("pk")[before:])
    assert [(e.act, e.actor.username) for e in added] == [
        ("received", "olha"), ("erasure-proposed", "olha"), ("destroyed", "marko"), ("erased", "marko"),
    ][-len(added) :]  # fmt: skip
    erased = added[-1]
    assert (erased.object_type, erased.object_key, erased.interview_key) == ("interview", made.key, made.key)
    assert len(erased.before) == len(erased.after) == 64
    assert (erasure.interview, erasure.reason, erasure.interview_key) == (None, "", made.key)
    assert (erasure.proposed_by, erasure.confirmed_by) == (cast.archivist(), cast.moderator())


def test_a_file_that_another_interview_uses_stays_with_what_is_public_of_it():
    shared = kept()
    other = cast.approve(with_picture(cast.interview("Other", slug="other"), shared))
    made = cast.approve(with_picture(cast.interview(slug="made"), shared))
    drain()
    public = set(PublishedFile.objects.values_list("digest", flat=True))
    erase(made)
    drain()
    assert {name.partition(".")[0] for name in files()} == {shared.sha256} | public
    assert set(PublishedFile.objects.values_list("digest", flat=True)) == public
    assert PublishedInterview.objects.get().reference == other.publication.reference


def test_files_prepared_for_another_interview_in_review_are_made_again():
    shared = kept()
    other = with_picture(cast.interview("Other", slug="other"), shared)
    publishing.submit(other, by=cast.archivist())
    drain()
    erase(with_picture(cast.interview(slug="made"), shared))
    assert not Derivative.objects.exists()
    drain()
    assert publishing.look(other).settled.is_complete


def test_a_claim_of_another_interview_stands_alone_afterwards():
    made, other = cast.interview(slug="made"), cast.interview("Other", slug="other")
    with acting(cast.archivist()):
        claims = [Claim.objects.create(interview=each, statement_en="So it was.") for each in (made, other)]
        ClaimRelation.objects.create(claim=claims[1], other=claims[0], kind="contradicts")
    for each in (made, other):
        cast.approve(each)
    drain()
    shown = PublishedInterview.objects.get(reference=other.publication.reference)
    assert shown.content.claims[0].relations
    assert publishing.what_goes(made).related == 1
    erase(made)
    drain()
    shown = PublishedInterview.objects.get(reference=other.publication.reference)
    assert shown.content.claims[0].relations == () and claims[0].key not in shown.document


def test_persons_are_offered_who_are_known_from_here_alone_and_go_only_if_chosen():
    made, other = cast.interview(slug="made"), cast.interview("Other", slug="other")
    spoken, both = cast.person("spoken"), other.participations.get().person
    with acting(cast.archivist()):
        for person in (spoken, both):
            PersonMention.objects.create(interview=made, person=person)
    narrator = made.participations.get().person
    assert publishing.what_goes(made).people == [narrator, spoken]
    with pytest.raises(publishing.Refused, match="another interview"):
        erase(made, people=[both])
    Erasure.objects.all().delete()
    erase(made, people=[spoken])
    assert set(Person.objects.all()) == {narrator, both}


def test_somebody_whom_an_approved_page_of_another_interview_still_shows_stays():
    made, other = cast.interview(slug="made"), cast.interview("Other", slug="other")
    mayor = cast.person("mayor", name_uk="Степан Гончаренко")
    with acting(cast.archivist()):
        mayor.statuses.create(kind="public-figure")
        for each in (made, other):
            PersonMention.objects.create(interview=each, person=mayor, is_confirmed=True)
    publishing.approve_authority(mayor, by=cast.moderator())
    for each in (made, other):
        cast.approve(each)
    with acting(cast.archivist()):
        other.person_mentions.get().delete()
    assert mayor not in publishing.what_goes(made).people
    with pytest.raises(publishing.Refused, match="another interview"):
        erase(made, people=[mayor])


def test_a_file_that_was_exchanged_after_an_approval_goes_too():
    made = cast.approve(with_picture(cast.interview(), kept(1)))
    with acting(cast.archivist()):
        page = DocumentPage.objects.get()
        page.master = kept(2)
        page.save()
    assert publishing.what_goes(made).files == 2
    erase(made)
    drain()
    assert not Master.objects.exists() and files() == []


def test_a_file_that_the_approved_version_of_another_interview_shows_stays():
    master = kept(1)
    made = cast.approve(with_picture(cast.interview(slug="made"), master))
    other = cast.approve(with_picture(cast.interview("Other", slug="other"), master))
    with acting(cast.archivist()):
        page = DocumentPage.objects.get(document__interview=other)
        page.master = kept(2)
        page.save()
    erase(made)
    drain()
    assert Master.objects.filter(pk=master.pk).exists()


# What is refused


def test_nobody_erases_alone_superusers_included():
    made = cast.published()
    root = cast.moderator()
    root.is_superuser = True
    root.save()
    publishing.propose_erasure(made, by=root, reason="She asked for it.")
    with pytest.raises(publishing.Refused, match="somebody else"):
        publishing.erase_interview(made, by=root)
    assert Interview.objects.exists() and PublishedInterview.objects.exists()
    with pytest.raises(IntegrityError, match="erasure_confirmed_by_another|CHECK"), transaction.atomic():
        Erasure.objects.update(interview=None, reason="", confirmed_by=root, confirmed_at=dt.datetime.now(dt.UTC))


def test_what_is_preserved_by_law_is_neither_proposed_nor_confirmed_nor_deleted():
    made = proposed(cast.interview(consent=False))
    Interview.objects.update(is_preserved=True)
    with pytest.raises(publishing.Refused, match="legal preservation"):
        publishing.erase_interview(made, by=cast.moderator())
    publishing.take_back_erasure(made, by=cast.archivist())
    with pytest.raises(publishing.Refused, match="legal preservation"):
        proposed(made)
    with pytest.raises(Exception, match="legal preservation"), transaction.atomic(), connection.cursor() as cursor:
        for table in ("segment", "transcript", "recording", "sitting", "edit", "participation", "interview"):
            cursor.execute(f"DELETE FROM catalogue_{table}")
    assert Interview.objects.exists()


def test_a_recording_of_another_interview_on_its_sitting_is_not_torn_out():
    made, other = cast.interview(slug="made"), cast.interview("Other", slug="other")
    with acting(cast.archivist()):
        other.recordings.update(sitting=made.sittings.get(), number=2)
    with pytest.raises(publishing.Refused, match="Separate them"):
        erase(made)
    assert Interview.objects.count() == 2 and ConsentRecord.objects.count() == 2


def test_nothing_is_erased_that_nobody_proposed_and_nothing_is_proposed_twice():
    made = cast.interview()
    with pytest.raises(publishing.Refused, match="Nobody has proposed"):
        publishing.erase_interview(made, by=cast.moderator())
    proposed(made)
    with pytest.raises(publishing.Refused, match="already proposed"):
        proposed(made)
    publishing.erase_interview(made, by=cast.moderator())
    with pytest.raises(publishing.Refused, match="has been erased"):
        publishing.erase_interview(made, by=cast.moderator())
