"""What a file handed in really is, found by opening it; whatever is doubtful is refused with a sentence."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from django.utils.translation import gettext_lazy as _

from archive.jobs.refusal import Refused

from . import disguise, formats, probe_document, probe_picture, probe_stream


@dataclass(frozen=True)
class Probe:
    """The facts of a master: kind and media type, pixels as they are seen upright, length in milliseconds."""

    kind: str
    media_type: str
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None


def probe(path: Path, original_name: str) -> Probe:
    """Return the facts of the file; raise ``Refused`` if the archive does not take it."""
    with path.open("rb") as file:
        head = file.read(formats.HEAD_BYTES)
    if not head:
        raise Refused(_("This file is empty. Choose the file again, or copy it from its source anew."))
    found = _recognised(head)
    facts = _opened(path, found)
    _agree_with_name(found, facts.kind, original_name)
    return facts


def _recognised(head: bytes) -> formats.Format:
    if found := formats.recognise(head):
        return found
    if disguise.is_page(head):
        raise Refused(
            _(
                "Web pages and drawings with markup (HTML, SVG, XML) are not taken. Save what you have as PDF, PNG or JPEG."
            )
        )
    if head[:3] == b"GIF":
        raise Refused(_("GIF pictures are not taken. Save yours as PNG, or as MP4 if it moves."))
    if formats.is_heif(head):
        raise Refused(_("HEIC and AVIF pictures are not taken. Export the photograph as JPEG with full quality."))
    if formats.is_plain_text(head):
        return formats.TEXT
    raise Refused(
        _(
            "This kind of file is not taken. The archive takes JPEG, PNG, WebP and TIFF pictures; WAV, FLAC, AIFF, MP3, "
            "M4A, AAC and Ogg sound; MP4, MOV, MKV, WebM, AVI and MTS video; PDF and plain text."
        )
    )


def _opened(path: Path, found: formats.Format) -> Probe:
    if found.kind == formats.IMAGE:
        disguise.refuse_hidden_page(path, whole=True)
        width, height = probe_picture.measure(path, found)
        return Probe(found.kind, found.media_type, width, height)
    if found.kind == formats.DOCUMENT:
        probe_document.examine(path, found)
        return Probe(found.kind, found.media_type)
    disguise.refuse_hidden_page(path, whole=False)
    size, duration_ms = probe_stream.measure(path, found)
    facts = Probe(formats.AUDIO, found.media_type.replace("video/", "audio/"), duration_ms=duration_ms)
    if size is None:
        return facts
    media_type = found.media_type.replace("audio/", "video/")
    return replace(facts, kind=formats.VIDEO, media_type=media_type, width=size[0], height=size[1])


def _agree_with_name(found: formats.Format, kind: str, original_name: str) -> None:
    """A name with another ending is a mistake or a trick; a name without one is neither."""
    suffix = PurePath(original_name).suffix.lower()
    if not suffix or suffix in found.suffixes:
        return
    if found.reader == "mov" and suffix in (*formats.M4A.suffixes, *formats.MP4.suffixes, *formats.QUICKTIME.suffixes):
        return
    raise Refused(
        _(
            "The name of this file ends like another kind of file than it is. Find out which it is, give the file its "
            "right ending, and hand it in again."
        )
    )
