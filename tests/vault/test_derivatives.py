import json
from datetime import timedelta

import pytest
from django.utils import timezone

from archive.catalogue.models import Derivative, Job
from archive.delivery.files import derivative_path
from archive.jobs import registry
from archive.jobs.queue import digest
from archive.jobs.worker import drain
from archive.vault import check
from archive.vault.derivatives import ready, request, unlink
from archive.vault.masters import keep, open_master
from archive.vault.recipes import ROLES, wanted
from tests.vault import media

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]

OPEN = wanted("audio")
SILENCED = wanted("audio", silenced=[(200, 400)])


@pytest.fixture
def recording(archivist, tmp_path):
    path = media.wav(tmp_path / "a.wav", media.tone(1.0))
    with path.open("rb") as file:
        return keep(file, original_name="a.wav", by=archivist)


@pytest.fixture
def photograph(archivist, tmp_path):
    path = media.photograph(tmp_path / "a.jpg")
    with path.open("rb") as file:
        return keep(file, original_name="a.jpg", by=archivist)


@pytest.fixture
def followed():
    """A kind of job that notes its payloads."""
    seen = []
    registry.TASKS["test.follow"] = registry.Task("test.follow", lambda payload, _: seen.append(payload))
    yield seen
    del registry.TASKS["test.follow"]


def path_of(derivative):
    return derivative_path(derivative.file, derivative.suffix)


def test_nothing_is_ready_before_all_of_it_is(recording):
    job = request(recording, SILENCED)
    assert ready(recording, SILENCED) is None
    drain()
    found = ready(recording, SILENCED)
    assert set(found) == set(ROLES["sound"])
    found["peaks"].delete()
    assert ready(recording, SILENCED) is None
    assert Job.objects.get(pk=job.pk).state == Job.State.DONE


def test_a_derivative_lies_under_the_digest_of_its_bytes_beside_no_master(recording, vault):
    request(recording, OPEN)
    drain()
    for derivative in ready(recording, OPEN).values():
        assert digest_of_file(path_of(derivative)) == derivative.file
        assert path_of(derivative).stat().st_size == derivative.size
    lying = {path.name for path in (vault / "public").rglob("*") if path.is_file()}
    assert lying == {f"{d.file}.{d.suffix}" for d in Derivative.objects.all()}


def digest_of_file(path):
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_another_silence_is_another_derivative(recording):
    request(recording, OPEN)
    drain()
    assert ready(recording, SILENCED) is None
    request(recording, SILENCED)
    drain()
    assert ready(recording, OPEN)["sound"].file != ready(recording, SILENCED)["sound"].file


def test_what_follows_is_enqueued_once_with_the_rows_and_again_when_asked_again(recording, followed):
    then = ("test.follow", digest(["interview"]), {"interview": "key"})
    request(recording, OPEN, then=then)
    request(recording, OPEN, then=then)
    drain()
    assert followed == [{"interview": "key"}]
    request(recording, OPEN, then=then)
    drain()
    assert len(followed) == 2


def test_what_is_there_is_not_made_again(recording, monkeypatch):
    request(recording, OPEN)
    drain()
    from archive.vault import tasks

    monkeypatch.setitem(tasks.MAKERS, "sound", None)
    job = request(recording, OPEN)
    drain()
    assert Job.objects.get(pk=job.pk).state == Job.State.DONE


def test_an_unlinked_derivative_is_gone_from_the_disk_and_can_be_asked_for_again(recording):
    request(recording, OPEN)
    drain()
    sound = ready(recording, OPEN)["sound"]
    unlink(sound)
    assert path_of(sound).exists()
    drain()
    assert not path_of(sound).exists()
    request(recording, OPEN)
    drain()
    assert path_of(ready(recording, OPEN)["sound"]).exists()


def test_a_file_that_another_derivative_shares_stays(recording):
    request(recording, OPEN)
    drain()
    sound = ready(recording, OPEN)["sound"]
    Derivative.objects.create(
        master=recording,
        recipe="0" * 64,
        role="sound",
        file=sound.file,
        suffix=sound.suffix,
        media_type="audio/mp4",
        size=1,
    )
    unlink(sound)
    drain()
    assert path_of(sound).exists()


def test_a_master_that_cannot_be_read_fails_with_a_sentence_and_is_not_tried_again(recording):
    path = open_master(recording)
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:40])
    job = request(recording, OPEN)
    assert drain() == 1
    job.refresh_from_db()
    assert (job.state, job.attempts) == (Job.State.FAILED, 1)
    assert job.error.startswith("This recording is damaged")
    assert request(recording, OPEN) == job
    assert drain() == 0


def test_pictures_come_in_three_widths_and_two_forms(photograph):
    request(photograph, wanted("image"))
    drain()
    found = ready(photograph, wanted("image"))
    assert {role: (d.suffix, d.width) for role, d in found.items()} == {
        "image-480-webp": ("webp", 480),
        "image-480-jpeg": ("jpeg", 480),
        "image-960-webp": ("webp", 640),
        "image-960-jpeg": ("jpeg", 640),
        "image-1920-webp": ("webp", 640),
        "image-1920-jpeg": ("jpeg", 640),
    }


def test_the_check_finds_what_is_missing_changed_or_unknown(recording, photograph, vault):
    assert check.masters() == check.Findings(whole=2)
    path = open_master(recording)
    path.chmod(0o600)
    path.write_bytes(b"other bytes")
    open_master(photograph).unlink()
    stray = vault / "private" / "masters" / "stray"
    stray.write_bytes(b"")
    assert check.masters() == check.Findings(missing=[photograph.sha256], changed=[recording.sha256], unknown=["stray"])
    assert stray.exists()


def test_the_check_deletes_old_public_files_without_a_row_and_no_others(recording, vault):
    request(recording, OPEN)
    drain()
    orphan = vault / "public" / "ab" / ("ab" * 32 + ".m4a")
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"left by a killed worker")
    half_made = check.making_folder() / "x" / "film.mp4"
    half_made.parent.mkdir(parents=True)
    half_made.write_bytes(b"half")
    now = timezone.now()
    assert check.public(older_than=(now - timedelta(hours=1)).timestamp()) == check.Findings(whole=2)
    assert orphan.exists()
    assert sorted(check.sweep(older_than=(now + timedelta(hours=1)).timestamp())) == sorted([orphan.name, "film.mp4"])
    assert not orphan.exists() and not half_made.exists()
    assert all(path_of(d).exists() for d in Derivative.objects.all())


def test_the_waveform_on_the_disk_is_the_one_of_the_recipe(recording):
    request(recording, SILENCED)
    drain()
    drawn = json.loads(path_of(ready(recording, SILENCED)["peaks"]).read_text())
    assert set(drawn["peaks"][20:40]) == {0} and drawn["ms"] == 1000
