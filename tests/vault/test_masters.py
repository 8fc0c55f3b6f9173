import hashlib
import io
import stat
import tracemalloc

import pytest

from archive.catalogue.models import CustodyEvent, Master
from archive.jobs.refusal import Refused
from archive.vault import masters
from archive.vault.masters import keep, master_path, open_master
from tests.vault import media

pytestmark = pytest.mark.usefixtures("vault")


def files_below(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_master_lies_under_its_digest_as_it_came(archivist, vault):
    data = media.jpeg_bytes()
    master = keep(io.BytesIO(data), original_name="C:\\Users\\Olena\\мама.jpg", by=archivist)
    digest = hashlib.sha256(data).hexdigest()
    assert open_master(master) == vault / "private" / "masters" / digest[:2] / digest[2:4] / digest
    assert open_master(master).read_bytes() == data
    assert (master.sha256, master.size, master.kind) == (digest, len(data), "image")
    assert (master.original_name, master.received_by) == ("мама.jpg", archivist)
    assert str(master) == digest[:12]


def test_a_kept_file_cannot_be_written_to(archivist):
    master = keep(io.BytesIO(media.jpeg_bytes()), original_name="a.jpg", by=archivist)
    assert stat.S_IMODE(open_master(master).stat().st_mode) == 0o400


def test_the_same_bytes_twice_are_one_master_received_once(archivist, vault):
    data = media.jpeg_bytes()
    first = keep(io.BytesIO(data), original_name="a.jpg", by=archivist)
    assert keep(io.BytesIO(data), original_name="b.jpg", by=archivist) == first
    assert Master.objects.get().original_name == "a.jpg"
    assert CustodyEvent.objects.filter(act="received", object_key=str(first.pk)).count() == 1
    assert files_below(vault / "private") == [first.sha256]


def test_a_file_left_by_a_row_that_was_never_written_is_taken_up(archivist):
    data = media.jpeg_bytes()
    path = master_path(hashlib.sha256(data).hexdigest())
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    assert open_master(keep(io.BytesIO(data), original_name="a.jpg", by=archivist)) == path


def test_nothing_is_ever_overwritten(archivist):
    data = media.jpeg_bytes()
    path = master_path(hashlib.sha256(data).hexdigest())
    path.parent.mkdir(parents=True)
    path.write_bytes(b"something else")
    with pytest.raises(RuntimeError, match="other bytes"):
        keep(io.BytesIO(data), original_name="a.jpg", by=archivist)
    assert path.read_bytes() == b"something else"
    assert not Master.objects.exists()


def test_what_is_refused_leaves_nothing_behind(archivist, vault):
    with pytest.raises(Refused):
        keep(io.BytesIO(b"<svg/>"), original_name="a.svg", by=archivist)
    assert files_below(vault) == []
    assert not Master.objects.exists()


def test_a_file_over_the_limit_is_refused_before_it_is_copied_whole(archivist, settings, vault):
    settings.HOLOS_UPLOAD_LIMIT_BYTES = masters.CHUNK
    file = io.BytesIO(bytes(masters.CHUNK * 5))
    with pytest.raises(Refused, match="larger than the archive takes"):
        keep(file, original_name="a.wav", by=archivist)
    assert file.tell() == 2 * masters.CHUNK
    assert files_below(vault) == []


def test_a_large_recording_does_not_fill_memory(archivist, tmp_path):
    path = tmp_path / "long.wav"
    size = 96 * 1024 * 1024
    media.wav(path, media.tone(0.1))
    with path.open("r+b") as file:
        file.write(b"RIFF" + (size + 36).to_bytes(4, "little"))
        file.seek(40)
        file.write(size.to_bytes(4, "little"))
        file.truncate(size + 44)
    tracemalloc.start()
    try:
        with path.open("rb") as file:
            master = keep(file, original_name="long.wav", by=archivist)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 12 * masters.CHUNK
    assert master.duration_ms == size * 1000 // 96_000


def test_a_missing_master_is_an_error_not_an_empty_file(archivist):
    master = keep(io.BytesIO(media.jpeg_bytes()), original_name="a.jpg", by=archivist)
    open_master(master).unlink()
    with pytest.raises(FileNotFoundError, match="missing from the vault"):
        open_master(master)
