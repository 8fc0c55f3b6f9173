"""Masters: every file is kept as it came, once, under the SHA-256 of its bytes.

``keep`` is the only way in. A file lies at ``masters/ab/cd/<sha256>`` of the private storage, read-only; nothing
overwrites it, and nothing but ``keep`` writes there. ``destruction.destroy`` is the only way out.
"""

import hashlib
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Master
from archive.custody.events import record
from archive.jobs.refusal import Refused

from .derivatives import lock_file
from .probe import probe

CHUNK = 1024 * 1024


def keep(file, *, original_name: str, by) -> Master:
    """Keep an opened binary or uploaded file and return its master; the same bytes give the same master.

    Raises ``Refused`` with a sentence for the archivist when the content is not taken. The file is read in chunks of
    ``CHUNK`` bytes. The bytes are on the disk before the row is written.
    """
    name = PurePosixPath(original_name.replace("\\", "/")).name[-255:]
    with _incoming() as part:
        digest, size = _copy(file, part)
        known = Master.objects.filter(sha256=digest).first()
        if known and master_path(digest).exists():
            return known
        facts = probe(part, name)
        try:
            with transaction.atomic():
                lock_file(digest)
                _place(part, master_path(digest), digest)
                master = Master.objects.create(
                    sha256=digest,
                    size=size,
                    media_type=facts.media_type,
                    kind=facts.kind,
                    original_name=name,
                    width=facts.width,
                    height=facts.height,
                    duration_ms=facts.duration_ms,
                    received_by=by,
                )
                record("received", by=by, obj=master, after=digest)
        except IntegrityError:
            return Master.objects.get(sha256=digest)
    return master


def open_master(master: Master) -> Path:
    """Return where a master lies; raise ``FileNotFoundError`` if it is gone. Opening it is for staff, and logged."""
    path = master_path(master.sha256)
    if not path.is_file():
        raise FileNotFoundError(f"Master {master} is missing from the vault.")
    return path


def masters_root() -> Path:
    """Return the folder below which masters lie."""
    return Path(settings.HOLOS_PRIVATE_ROOT) / "masters"


def master_path(sha256: str) -> Path:
    """Return where the file with this digest lies or would lie."""
    return masters_root() / sha256[:2] / sha256[2:4] / sha256


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in chunks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _incoming():
    """Yield a new private file, which is gone afterwards."""
    folder = Path(settings.HOLOS_PRIVATE_ROOT) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, suffix=".part")
    os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _copy(file, target: Path) -> tuple[str, int]:
    """Copy the file to the target and the disk; return its digest and size."""
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as out:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > settings.HOLOS_UPLOAD_LIMIT_BYTES:
                raise Refused(_("This file is larger than the archive takes at once. Cut it into parts."))
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest(), size


def _place(part: Path, path: Path, digest: str) -> None:
    """Give the file its second name; a file that is already there stays, and must be the same."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part.chmod(0o400)
    try:
        os.link(part, path)
    except FileExistsError:
        if digest_of(path) != digest:
            raise RuntimeError(
                f"The vault holds other bytes under {digest[:12]}; run the check of the vault."
            ) from None
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
