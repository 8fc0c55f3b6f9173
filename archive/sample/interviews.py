"""An interview of the sample, entered part by part as an archivist would."""

import datetime as dt
from dataclasses import dataclass, field

from archive import publishing
from archive.catalogue.models import (
    Collection,
    ConsentRecord,
    Grant,
    IndexPoint,
    Interview,
    Master,
    Participation,
    PersonMention,
    PlaceMention,
    Recording,
    Segment,
    Sitting,
    Source,
    Transcript,
)
from archive.vault.masters import keep

from . import files
from .authorities import Authorities
from .reading import columns, day

NAMES = ("name_full", "name_given_initial", "name_initials", "name_pseudonym", "role_description")


@dataclass
class Entered:
    """An interview with its parts by their keys in the content file."""

    interview: Interview
    content: dict
    participations: dict[str, Participation] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)


def enter(content: dict, collections: dict[str, Collection], known: Authorities, *, by, today: dt.date) -> Entered:
    """Enter an interview with everything but its papers and claims, under the current actor."""
    entered = Entered(_interview(content, collections, known), content)
    _participations(entered, known)
    _mentions(entered, known)
    for consent in content.get("consent", ()):
        _consent(entered, consent, by=by, today=today)
    _recordings(entered, known, by=by)
    for redaction in content.get("redactions", ()):
        _redact(entered, redaction, by=by)
    return entered


def kept(name: str, *, by) -> Master:
    """A media file of the sample, kept in the vault as a master."""
    with (files.MEDIA / name).open("rb") as file:
        return keep(file, original_name=name, by=by)


def _interview(content: dict, collections: dict[str, Collection], known: Authorities) -> Interview:
    plain = ("kind", "basis", "warnings", "languages", "recorded", "told")
    interview = Interview.objects.create(
        collection=collections[content["collection"]],
        basis_note=content.get("basis_note", ""),
        private_note=content.get("private_note", ""),
        **{name: content[name] for name in plain},
        **columns(content, "title", "abstract", "notice"),
    )
    interview.topics.set(known.topics[key] for key in content["topics"])
    interview.events.set(known.events[key] for key in content["events"])
    return interview


def _participations(entered: Entered, known: Authorities) -> None:
    for position, content in enumerate(entered.content["participations"]):
        entered.participations[content["key"]] = Participation.objects.create(
            interview=entered.interview,
            person=known.persons[content["person"]],
            role=content["role"],
            rendition=content["rendition"],
            position=position,
            **columns(content, *NAMES),
        )


def _mentions(entered: Entered, known: Authorities) -> None:
    for mention in entered.content["places"]:
        place = known.places[mention["place"]]
        PlaceMention.objects.create(interview=entered.interview, **{**mention, "place": place})
    for key in entered.content.get("persons_mentioned", ()):
        PersonMention.objects.create(interview=entered.interview, person=known.persons[key], is_confirmed=True)


def _consent(entered: Entered, content: dict, *, by, today: dt.date) -> None:
    plain = ("giver", "method", "explained_in", "voice_recognition_agreed")
    record = ConsentRecord.objects.create(
        participation=entered.participations[content["participation"]],
        signed_on=day(content["signed_on"], today),
        review_by=day(content.get("review_by"), today),
        evidence=kept(content["evidence"], by=by),
        entered_by=by,
        **{name: content[name] for name in plain},
    )
    for scope, stated in content["grants"].items():
        grant = stated if isinstance(stated, dict) else {"audience": stated}
        starts, ends = day(grant.get("from"), today), day(grant.get("until"), today)
        Grant.objects.create(record=record, scope=scope, audience=grant["audience"], starts_on=starts, ends_on=ends)


def _recordings(entered: Entered, known: Authorities, *, by) -> None:
    sittings = {}
    for content in entered.content.get("sittings", ()):
        sittings[content["number"]] = Sitting.objects.create(interview=entered.interview, **content)
    for content in entered.content.get("recordings", ()):
        recording = Recording.objects.create(
            interview=entered.interview,
            sitting=sittings[content["sitting"]],
            number=content["number"],
            master=kept(content["file"], by=by),
        )
        entered.recordings[content["key"]] = recording
        for transcript in entered.content["transcripts"]:
            _transcript(entered, recording, content["segments"], transcript)
        for point in content["index"]:
            made = IndexPoint.objects.create(
                recording=recording,
                at_ms=point["at_ms"],
                warnings=point.get("warnings", []),
                **columns(point, "title", "synopsis"),
            )
            made.topics.set(known.topics[key] for key in point["topics"])


def _transcript(entered: Entered, recording: Recording, passages: list[dict], content: dict) -> None:
    transcript = Transcript.objects.create(interview=entered.interview, recording=recording, **content)
    Segment.objects.bulk_create(
        Segment(
            transcript=transcript,
            alignment=passage["key"],
            position=position,
            speaker=entered.participations[passage["speaker"]],
            start_ms=passage["start_ms"],
            end_ms=passage["end_ms"],
            text=passage["text"][transcript.language],
        )
        for position, passage in enumerate(passages)
    )


def _redact(entered: Entered, content: dict, *, by) -> None:
    """A range of time, or words quoted in the language of the recording."""
    if "recording" in content:
        anchor = {"recording": entered.recordings[content["recording"]]}
        anchor |= {name: content[name] for name in ("start_ms", "end_ms")}
    else:
        language = entered.content["transcripts"][0]["language"]
        anchor = {"alignment": content["segment"], "quote": content["quote"][language]}
    publishing.redact(
        entered.interview, by=by, reason=content["reason"], private_note=content["private_note"], **anchor
    )
