"""Papers: PDF without locks and programs, and plain text in UTF-8."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from archive.jobs.refusal import Refused

from . import disguise, formats

_BLOCK = 1024 * 1024
_OVERLAP = 64
_END_WITHIN = 2048
_LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
_PROGRAM = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")


def examine(path: Path, found: formats.Format) -> None:
    """Raise ``Refused`` unless the paper is whole, readable by anyone, and without programs."""
    if found is formats.PDF:
        _examine_pdf(path)
    else:
        _examine_text(path)


def _examine_pdf(path: Path) -> None:
    with path.open("rb") as file:
        end = file.seek(0, 2)
        file.seek(max(0, end - _END_WITHIN))
        if b"%%EOF" not in file.read():
            raise Refused(_("This PDF is cut off before its end. Copy or scan it anew."))
    for block in _blocks(path):
        if _LOCKED.search(block):
            raise Refused(_("This PDF is locked with a password. Save it without a password, and hand it in again."))
        if _PROGRAM.search(block):
            raise Refused(
                _("This PDF contains a program or another file. Print it to a new PDF, and hand in the new one.")
            )


def _examine_text(path: Path) -> None:
    with path.open("rb") as file:
        if disguise.is_page(file.read(formats.HEAD_BYTES)):
            raise Refused(
                _(
                    "Web pages and drawings with markup (HTML, SVG, XML) are not taken. Save what you have as PDF, PNG or JPEG."
                )
            )
    disguise.refuse_hidden_page(path, whole=True)
    try:
        with path.open(encoding="utf-8") as file:
            whole = all("\0" not in line for line in iter(lambda: file.read(_BLOCK), ""))
    except UnicodeDecodeError:
        whole = False
    if not whole:
        raise Refused(_("This text is not in UTF-8. Save it as plain text in UTF-8, or as PDF."))


def _blocks(path: Path) -> Iterator[bytes]:
    """Yield the file in blocks that overlap, so that no word is cut between two."""
    kept = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield kept + block
            kept = block[-_OVERLAP:]
