"""The check of the vault: every byte is still what it was, and nothing lies about that no row names."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import transaction

from archive.catalogue.models import Derivative, Master
from archive.delivery.files import derivative_path

from .derivatives import lock_file
from .masters import digest_of, master_path, masters_root


@dataclass
class Findings:
    """Digests of files: ``missing`` have a row but no file, ``changed`` other bytes, ``unknown`` a file but no row."""

    whole: int = 0
    missing: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found that should not be."""
        return not (self.missing or self.changed or self.unknown)


def masters() -> Findings:
    """Read every master anew and compare its bytes with its digest; nothing is altered."""
    findings = Findings()
    known = set()
    for sha256 in Master.objects.order_by("pk").values_list("sha256", flat=True).iterator():
        known.add(sha256)
        _compare(findings, sha256, master_path(sha256))
    findings.unknown += [path.name for path in _files(masters_root()) if path.name not in known]
    return findings


def public(*, older_than: float) -> Findings:
    """Read every derivative anew; files that no row names and that are older (seconds since 1970) are deleted."""
    findings = Findings()
    for file, suffix in Derivative.objects.order_by("file").values_list("file", "suffix").distinct().iterator():
        _compare(findings, file, derivative_path(file, suffix))
    findings.unknown += sweep(older_than=older_than)
    return findings


def sweep(*, older_than: float) -> list[str]:
    """Delete public files without a row and half-made or half-received files that are older; return their names."""
    named = set(Derivative.objects.values_list("file", flat=True))
    unnamed = [path for path in _files(Path(settings.HOLOS_PUBLIC_ROOT)) if path.name.partition(".")[0] not in named]
    deleted = [path.name for path in unnamed if _delete_unnamed(path, older_than)]
    for folder in (making_folder(), Path(settings.HOLOS_PRIVATE_ROOT) / "incoming"):
        for path in _files(folder, hidden=True):
            if path.stat().st_mtime < older_than:
                path.unlink(missing_ok=True)
                deleted.append(path.name)
    return deleted


def making_folder() -> Path:
    """Return the folder in which derivatives are made; it is beside their places, so that moving them is instant."""
    return Path(settings.HOLOS_PUBLIC_ROOT) / ".making"


@transaction.atomic
def _delete_unnamed(path: Path, older_than: float) -> bool:
    file, _, suffix = path.name.partition(".")
    if path.stat().st_mtime >= older_than:
        return False
    lock_file(file if len(file) == 64 else "0" * 64)
    if Derivative.objects.filter(file=file, suffix=suffix).exists():
        return False
    path.unlink(missing_ok=True)
    return True


def _compare(findings: Findings, digest: str, path: Path) -> None:
    if not path.is_file():
        findings.missing.append(digest)
    elif digest_of(path) != digest:
        findings.changed.append(digest)
    else:
        findings.whole += 1


def _files(folder: Path, *, hidden: bool = False) -> Iterator[Path]:
    """Yield the files below a folder; folders whose name begins with a dot are passed by unless ``hidden``."""
    for parent, folders, names in os.walk(folder):
        if not hidden:
            folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent) / name for name in sorted(names))
