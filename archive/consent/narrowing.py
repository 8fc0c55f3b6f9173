"""From a dossier to what may be seen of it: a pure function with laws.

Every leaf of the result is a leaf of the dossier (or the part of one outside its withheld words) or a
fixed word of the document; fewer permissions never give more; whatever is not permitted is not there.
"""

import datetime as dt
from dataclasses import dataclass, replace

from msgspec import UNSET

from archive.document import document as shown

from . import dossier as whole
from .contents import contents
from .permissions import Permissions
from .redaction import (
    WITHHELD,
    is_lost,
    redacted,
    silenced,
    spread,
    taken_from,
    transcripts_of,
)
from .schedule import Audience

RANKS = {"site": 0, "settlement": 1, "hromada": 2, "raion": 3, "oblast": 4}
FINEST = {"exact": 0, "settlement": 1, "raion": 3, "oblast": 4}
USES = ("download", "harvest", "ai-use", "legal-use")
NAMED = ("full", "given-initial", "initials", "pseudonym")


def narrow(
    dossier: whole.Dossier, permissions: Permissions, *, on: dt.date, audience: Audience = Audience.PUBLIC
) -> shown.Document | None:
    """What ``audience`` may see of ``dossier`` on the day ``on``; None if it may not even know of it."""
    dossier = replace(dossier, redactions=spread(dossier))
    view = View(dossier, permissions, on, audience)
    return view.document() if view.may("listing") else None


@dataclass(frozen=True)
class View:
    """One dossier under one audience's permissions of one day."""

    dossier: whole.Dossier
    permissions: Permissions
    on: dt.date
    audience: Audience

    def may(self, scope: str) -> bool:
        return self.permissions.of_whole(scope).on(self.on) >= self.audience

    def may_of(self, key: str, scope: str) -> bool:
        return self.permissions.of_person(key, scope).on(self.on) >= self.audience

    def document(self) -> shown.Document:
        d = self.dossier
        document = shown.Document(
            kind=d.kind,
            basis=d.basis,
            collection=d.collection,
            title=d.title,
            languages=d.languages,
            recorded=d.recorded,
            notice=d.notice,
            warnings=d.warnings,
            speakers=tuple(self.speaker(p) for p in d.participations if not self.is_excluded(p)),
            sittings=tuple(filter(None, map(self.sitting, d.sittings))),
            texts=self.transcripts(d.texts, None),
            papers=tuple(map(self.paper, d.papers)) if self.may("documents") else (),
            uses=tuple(use for use in USES if self.may(use)),
        )
        return replace(document, **self.description(document)) if self.may("description") else document

    def description(self, document: shown.Document) -> dict:
        d = self.dossier
        return {
            "told": d.told,
            "abstract": d.abstract,
            "makers": d.makers,
            "places": self.places(),
            "topics": d.topics,
            "events": d.events,
            "people": d.people,
            "mentions": self.mentions(document),
            "sources": d.sources,
            "claims": self.claims(document),
        }

    # Who speaks

    def is_excluded(self, p: whole.Participation) -> bool:
        """A narrator who agreed to nothing is not there: neither named nor counted nor heard."""
        return p.role == "narrator" and not self.may_of(p.key, "listing")

    def speaker(self, p: whole.Participation) -> shown.Speaker:
        is_named = p.rendition in NAMED and self.may_of(p.key, "name") and bool(p.names.get(p.rendition))
        if is_named:
            return shown.Speaker(
                key=p.key,
                role=p.role,
                rendition=p.rendition,
                name=p.names[p.rendition],
                identity=p.person if p.links_identity and p.rendition == "full" else "",
            )
        if p.rendition != "withheld" and self.may("description"):
            return shown.Speaker(key=p.key, role=p.role, rendition="role-only", name=p.names.get("role-only", {}))
        return shown.Speaker(key=p.key, role=p.role, rendition="withheld")

    @property
    def narrators(self) -> dict[str, whole.Participation]:
        return {p.key: p for p in self.dossier.participations if p.role == "narrator"}

    def may_speak(self, segment: shown.Segment, scope: str) -> bool:
        """A narrator's own word decides on the narrator's words, that of all narrators on all others'.

        Words whose speaker nobody noted may be those of any narrator, also of one who has withdrawn.
        """
        if segment.speaker in self.narrators:
            return self.may("listing") and self.may_of(segment.speaker, scope)
        if all(segment.speaker != p.key for p in self.dossier.participations):
            return self.may(scope) and self.all_agree(scope)
        return self.may(scope)

    def all_agree(self, scope: str) -> bool:
        """Whether every narrator of the record permits it, those who have withdrawn included."""
        return all(self.may_of(key, scope) for key in self.narrators)

    # What is said

    def sitting(self, sitting: whole.Sitting) -> shown.Sitting | None:
        recordings = tuple(filter(None, map(self.recording, sitting.recordings)))
        return shown.Sitting(key=sitting.key, held=sitting.held, recordings=recordings) if recordings else None

    def recording(self, recording: whole.Recording) -> shown.Recording | None:
        spans = self.silenced(recording)
        can_be_heard = spans is not None and self.may("audio")
        has_film = can_be_heard and recording.kind == "video" and self.may("video") and self.all_agree("video")
        transcripts = self.transcripts(recording.transcripts, recording)
        index = self.index(recording, spans, can_be_heard, transcripts)
        if not (can_be_heard or transcripts or index):
            return None
        return shown.Recording(
            key=recording.key,
            starts_ms=recording.starts_ms,
            duration_ms=recording.duration_ms if can_be_heard else None,
            has_sound=can_be_heard,
            has_film=has_film,
            silenced=tuple(sorted(spans)) if can_be_heard else (),
            transcripts=transcripts,
            index=index,
        )

    def silenced(self, recording: whole.Recording) -> set[tuple[int, int]] | None:
        """The spans to silence, or None if the whole recording must be.

        A withheld passage without a length in time withholds the recording. With a narrator who may not be heard, only
        what surely others say remains: the passages of a transcript that names every speaker, and nothing between them.
        """
        spans = None if is_lost(self.dossier) else silenced(recording, self.dossier.redactions)
        if spans is None or self.all_agree("audio"):
            return spans
        full = [t for t in recording.transcripts if t.segments and all(s.speaker for s in t.segments)]
        if not full or recording.duration_ms is None or any(map(self._is_somewhere_unheard, full)):
            return None
        for transcript in full:
            spans |= self._others(transcript, recording.duration_ms)
        return spans

    def _is_somewhere_unheard(self, transcript: shown.Transcript) -> bool:
        """Whether somebody who may not be heard speaks at a time that nobody noted."""
        return any(s.end_ms <= s.start_ms and not self.may_speak(s, "audio") for s in transcript.segments)

    def _others(self, transcript: shown.Transcript, duration_ms: int) -> set[tuple[int, int]]:
        """All of the recording's time but the passages of those who may be heard."""
        spans, end = set(), 0
        for segment in sorted(transcript.segments, key=lambda s: (s.start_ms, s.end_ms)):
            if segment.start_ms > end:
                spans.add((end, segment.start_ms))
            if not self.may_speak(segment, "audio"):
                spans.add((segment.start_ms, segment.end_ms))
            end = max(end, segment.end_ms)
        if duration_ms > end:
            spans.add((end, duration_ms))
        return spans

    def transcripts(self, transcripts, recording: whole.Recording | None) -> tuple[shown.Transcript, ...]:
        """Transcripts of one recording, or of one written text, of which anything remains."""
        if is_lost(self.dossier):
            return ()
        gone = taken_from(transcripts, recording, self.dossier.redactions)
        narrowed = map(self.transcript, transcripts, gone)
        return tuple(t for t in narrowed if not all(s.is_withheld for s in t.segments))

    def transcript(self, transcript: shown.Transcript, gone: set[str]) -> shown.Transcript:
        segments = []
        for segment in transcript.segments:
            is_allowed = segment.key not in gone and self.may_speak(segment, "transcript")
            text = redacted(segment, self.dossier.redactions) if is_allowed else WITHHELD
            segments.append(replace(segment, text=text, speaker=self._shown_speaker(segment)))
        return replace(transcript, segments=tuple(segments))

    def _shown_speaker(self, segment: shown.Segment) -> str | None:
        narrator = self.narrators.get(segment.speaker)
        return None if narrator and self.is_excluded(narrator) else segment.speaker

    def index(self, recording: whole.Recording, spans, is_heard: bool, transcripts) -> tuple[shown.IndexPoint, ...]:
        """What remains of the contents beside ``transcripts`` as they are shown. What somebody who is not there says is
        withheld from them."""
        if not self.may("description"):
            return ()
        unsaid = {
            (s.start_ms, s.end_ms)
            for t in recording.transcripts
            for s in t.segments
            if s.speaker in self.narrators and self.is_excluded(self.narrators[s.speaker])
        }
        withheld = None if spans is None else spans | unsaid
        return contents(
            recording, withheld=withheld, is_heard=is_heard, shown=transcripts, warnings=self.dossier.warnings
        )

    # What belongs to it

    def places(self) -> tuple[shown.PlaceReference, ...]:
        """Each place once, in an order that says nothing of what it stands for."""
        found: dict[tuple[str, str], shown.PlaceReference] = {}
        for reference in filter(None, map(self.place, self.dossier.places)):
            key = (reference.relation, reference.place)
            if key not in found or not reference.is_area:
                found[key] = reference
        return tuple(found[key] for key in sorted(found))

    def place(self, mention: whole.PlaceMention) -> shown.PlaceReference | None:
        """The place itself or its nearest ancestor that is coarse enough; None if there is none."""
        finest = FINEST.get(mention.precision)
        if finest is None:
            return None
        if not self.may("exact-place"):
            finest = max(finest, FINEST["settlement"])
        for step in mention.chain:
            if RANKS[step.level] >= finest:
                is_area = step is not mention.chain[0]
                return shown.PlaceReference(place=step.place, relation=mention.relation, is_area=is_area)
        return None

    def mentions(self, document: shown.Document) -> tuple[shown.PersonReference, ...]:
        """Who is named in passages that some version shows in full: a name may be what is withheld of the others."""
        in_full = shown_in_full(document)
        rejected = {(m.passage, m.slug) for m in self.dossier.rejections if m.kind == "person"}
        return tuple(
            shown.PersonReference(passage=m.passage, person=m.slug)
            for m in self.dossier.mentions
            if m.passage in in_full and not {(m.passage, m.slug), ("", m.slug)} & rejected
        )

    def claims(self, document: shown.Document) -> tuple[shown.Claim, ...]:
        """Claims that are made from no passage, or from one that some version shows in full: they say what it says."""
        in_full = shown_in_full(document)
        return tuple(c for c in self.dossier.claims if not c.passage or c.passage in in_full)

    def paper(self, paper: shown.Paper) -> shown.Paper:
        """Its words and its pictures each by their own scope. Who made which text is said of texts that are there, and
        the source of what is described."""
        may_be_read = self.may("transcript")
        return replace(
            paper,
            transcription=paper.transcription if may_be_read else {},
            page_texts=paper.page_texts if may_be_read else UNSET,
            makers=paper.makers if may_be_read else UNSET,
            source=paper.source if self.may("description") else UNSET,
            pages=paper.pages if self.may("images") else (),
        )


def shown_in_full(document: shown.Document) -> set[str]:
    """The passages from which nothing is withheld in some version."""
    return {s.key for t in shown_transcripts(document) for s in t.segments if None not in s.text}


def withheld_passages(dossier: whole.Dossier, document: shown.Document | None) -> int:
    """How many passages of the dossier stand in the document not at all or not in full."""
    if document is None:
        return sum(len(t.segments) for t in transcripts_of(dossier))
    open_ = {(t.key, s.key) for t in shown_transcripts(document) for s in t.segments if None not in s.text}
    return sum((t.key, s.key) not in open_ for t in transcripts_of(dossier) for s in t.segments)


def shown_transcripts(document: shown.Document) -> list[shown.Transcript]:
    """Every transcript of a document, those of recordings and those of written texts."""
    return [*(t for r in document.recordings for t in r.transcripts), *document.texts]
