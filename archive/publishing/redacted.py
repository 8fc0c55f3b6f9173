"""Which passages of the catalogue a redaction in force keeps from the public, wholly or in part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from archive.catalogue.models import Recording, Redaction, Segment
from archive.consent import dossier as whole
from archive.consent.redaction import touched
from archive.document import document as shown

from .assemble import redaction_of


@dataclass(frozen=True, kw_only=True)
class Told:
    """What of an interview redactions bear on, without its words; keys of transcripts are primary keys."""

    sittings: tuple[whole.Sitting, ...]
    texts: tuple[shown.Transcript, ...]
    redactions: tuple[whole.Redaction, ...]


def redacted_segments(interviews: Iterable[int]) -> set[int]:
    """The primary keys of the passages of these interviews of which something is withheld.

    Three queries whatever their number, or one where nothing is withheld.
    """
    withheld: dict[int, list[Redaction]] = {}
    if not (interviews := list(interviews)):
        return set()
    in_force = Redaction.objects.in_force().filter(interview__in=interviews).select_related("recording")
    for redaction in in_force.order_by("pk"):
        withheld.setdefault(redaction.interview_id, []).append(redaction)
    return set(_found(withheld)) if withheld else set()


def _found(withheld: dict[int, list[Redaction]]) -> Iterator[int]:
    transcripts, rows = _transcripts(withheld)
    recordings: dict[int, list[Recording]] = {}
    for recording in Recording.objects.filter(interview__in=withheld).select_related("master").order_by("pk"):
        recordings.setdefault(recording.interview_id, []).append(recording)
    for interview, redactions in withheld.items():
        told = Told(
            sittings=_sittings(recordings.get(interview, []), transcripts),
            texts=tuple(transcripts.get((interview, None), ())),
            redactions=tuple(map(redaction_of, redactions)),
        )
        for transcript, keys in touched(told):
            yield from (rows[transcript.key, key] for key in keys)


def _sittings(recordings: list[Recording], transcripts) -> tuple[whole.Sitting, ...]:
    found: dict[int, list[whole.Recording]] = {}
    for one in recordings:
        recording = whole.Recording(
            key=one.key,
            starts_ms=one.starts_ms,
            duration_ms=one.master.duration_ms if one.master else None,
            kind=one.master.kind if one.master else "",
            transcripts=tuple(transcripts.get((one.interview_id, one.pk), ())),
        )
        found.setdefault(one.sitting_id, []).append(recording)
    return tuple(whole.Sitting(key=str(pk), recordings=tuple(of)) for pk, of in found.items())


def _transcripts(interviews) -> tuple[dict, dict]:
    """The transcripts by interview and recording, and the primary keys of passages by transcript and key."""
    columns = ("transcript__interview", "transcript__recording", "transcript", "pk", "alignment", "start_ms", "end_ms")
    segments = Segment.objects.filter(transcript__interview__in=list(interviews)).order_by(
        "transcript", "position", "pk"
    )
    found: dict[tuple, list[shown.Transcript]] = {}
    rows: dict[tuple[str, str], int] = {}
    for (interview, recording, pk), passages in groupby(segments.values_list(*columns), key=lambda row: row[:3]):
        said = []
        for *_, segment, alignment, start_ms, end_ms in passages:
            rows[str(pk), alignment] = segment
            said.append(shown.Segment(key=alignment, start_ms=start_ms, end_ms=end_ms, speaker=None, text=()))
        transcript = shown.Transcript(key=str(pk), language="", kind="", maker="", segments=tuple(said))
        found.setdefault((interview, recording), []).append(transcript)
    return found, rows
