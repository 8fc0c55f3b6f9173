"""Files are handed in with the form: kept in the vault, or refused without losing what was typed."""

import io
import wave

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.catalogue.models import ConsentRecord, Job, Master, Recording
from archive.jobs import queue
from tests import cast

from .forms import fields_of


def sound(name="olena-kovalenko.wav"):
    """Two seconds of silence as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(b"\0\0" * 16_000)
    return SimpleUploadedFile(name, file.getvalue(), content_type="audio/wav")


def recording_page(recording):
    return reverse("workroom:catalogue_recording_change", args=[recording.pk])


@pytest.fixture
def recording(db) -> Recording:
    return cast.interview().recordings.get()


def test_a_sound_is_kept_with_who_handed_it_in(archivist, recording):
    data = fields_of(archivist.get(recording_page(recording))) | {"master": sound()}
    assert archivist.post(recording_page(recording), data).status_code == 302
    recording.refresh_from_db()
    master = recording.master
    assert (master.kind, master.duration_ms, master.received_by) == ("audio", 2000, cast.archivist())


def test_the_name_of_the_file_is_on_no_page_of_the_interview(archivist, recording):
    data = fields_of(archivist.get(recording_page(recording))) | {"master": sound()}
    archivist.post(recording_page(recording), data)
    master = Master.objects.get()
    assert master.original_name == "olena-kovalenko.wav"
    for page in (recording_page(recording), reverse("workroom:catalogue_master_changelist")):
        assert "olena-kovalenko" not in archivist.get(page).content.decode()


def test_a_refused_file_leaves_what_was_typed(archivist, recording):
    wrong = SimpleUploadedFile("song.mp3", b"<script>not a sound</script>" * 20, content_type="audio/mpeg")
    data = fields_of(archivist.get(recording_page(recording))) | {"master": wrong, "private_note": "From her phone."}
    answer = archivist.post(recording_page(recording), data)
    assert answer.status_code == 200
    assert "From her phone." in answer.content.decode()
    assert answer.context["adminform"].form.errors["master"]
    assert not Master.objects.exists()


def test_a_file_is_not_lost_by_a_mistake_in_another_field(archivist, recording):
    data = fields_of(archivist.get(recording_page(recording))) | {"master": sound(), "starts_ms": "soon"}
    answer = archivist.post(recording_page(recording), data)
    assert "The archive has this file" in answer.content.decode()
    mended = fields_of(answer) | {"starts_ms": "0:00"}
    assert archivist.post(recording_page(recording), mended).status_code == 302
    recording.refresh_from_db()
    assert recording.master == Master.objects.get()


def test_a_receipt_is_worth_nothing_in_another_hand(archivist, administrator, recording):
    data = fields_of(archivist.get(recording_page(recording))) | {"master": sound(), "starts_ms": "soon"}
    receipt = fields_of(archivist.post(recording_page(recording), data))["master-received"]
    other = cast.staff("petro", "Archivist")
    archivist.force_login(other)
    data = fields_of(archivist.get(recording_page(recording))) | {"master-received": receipt}
    archivist.post(recording_page(recording), data)
    recording.refresh_from_db()
    assert recording.master is None


def test_a_paper_is_not_taken_for_a_recording(archivist, recording):
    paper = SimpleUploadedFile("paper.pdf", b"%PDF-1.4\n", content_type="application/pdf")
    data = fields_of(archivist.get(recording_page(recording))) | {"master": paper}
    assert archivist.post(recording_page(recording), data).status_code == 200
    recording.refresh_from_db()
    assert recording.master is None


def test_an_agreement_is_entered_with_its_proof_and_a_row_for_each_answer(archivist):
    narrator = cast.interview(consent=False).participations.get()
    address = reverse("workroom:catalogue_consentrecord_add")
    data = fields_of(archivist.get(f"{address}?participation={narrator.pk}"))
    assert [values for name, values in data.items() if name.endswith("-scope")][0] == ["listing"]
    data |= {"participation": narrator.pk, "signed_on": "2023-05-01", "evidence": sound("yes.wav")}
    data |= {"grants-0-audience": "public", "grants-4-audience": "nobody"}
    assert archivist.post(address, data).status_code == 302
    record = ConsentRecord.objects.get()
    assert (record.entered_by, record.evidence.kind) == (cast.archivist(), "audio")
    assert list(record.grants.values_list("scope", "audience")) == [("listing", "public"), ("audio", "nobody")]


def test_a_failed_file_says_why_and_is_tried_again(archivist, moderator, recording):
    data = fields_of(archivist.get(recording_page(recording))) | {"master": sound()}
    archivist.post(recording_page(recording), data)
    master = Master.objects.get()
    job = queue.enqueue(
        "vault.derive",
        key=queue.digest({"master": master.sha256}),
        payload={"master": master.sha256},
        interview=recording.interview,
    )
    page = archivist.get(recording_page(recording)).content.decode()
    assert "The version for the public waits to be made." in page
    Job.objects.filter(pk=job.pk).update(state=Job.State.FAILED, error="The sound ends too early.")
    assert "The sound ends too early." in archivist.get(recording_page(recording)).content.decode()
    assert moderator.post(reverse("workroom:retry", args=[job.pk])).status_code == 403
    assert archivist.get(reverse("workroom:retry", args=[job.pk])).status_code == 405
    archivist.post(reverse("workroom:retry", args=[job.pk]))
    job.refresh_from_db()
    assert job.state == Job.State.QUEUED
