"""The catalogue's rows of many interviews, as an archivist's hand would have written them one by one."""

import datetime as dt
import json
from collections.abc import Sequence

from django.utils import timezone

from archive.catalogue.keys import new_key
from archive.catalogue.models import (
    AccessionCounter,
    Authority,
    AuthorityEdit,
    ConsentRecord,
    CustodyEvent,
    Edit,
    Grant,
    Interview,
    Participation,
    Person,
    PlaceMention,
    Recording,
    Segment,
    Sitting,
    Transcript,
)
from archive.catalogue.vocabulary import Language, Precision

from ..tables import Table, reserve
from .frame import INTERVIEWER, Frame
from .prepare import INTERVIEWER_GRANTS, Prepared, alignment, grants


class Drafts:
    """A sheet for each table; filled interview by interview, then written at once."""

    def __init__(self, frame: Frame):
        self.frame, archivist = frame, frame.accounts.archivist
        languages = [f"name_{code}" for code in Language.values]
        self.authorities = Table(Authority(kind="person", edited_by=archivist), "pk", "key", "slug", "name", *languages)
        self.persons = Table(Person(born=""), "authority_ptr")
        self.authority_edits = Table(AuthorityEdit(editor=archivist), "authority")
        titles = [f"{field}_{code}" for field in ("title", "abstract") for code in Language.values]
        self.interviews = Table(
            Interview(collection=frame.collection),
            *("pk", "code", "key", "languages", "recorded", "recorded_earliest", "recorded_latest"),
            *("private_note", "state", "submitted_by", "created_at", "title", "abstract", *titles),
        )
        names = [f"name_full_{code}" for code in Language.values]
        self.participations = Table(
            Participation(rendition="full"),
            *("pk", "interview", "person", "key", "role", "position", "name_full", *names),
        )
        self.consents = Table(ConsentRecord(entered_by=archivist), "pk", "participation", "signed_on")
        self.grants = Table(Grant(), "record", "scope", "audience")
        self.mentions = Table(PlaceMention(precision=Precision.SETTLEMENT), "interview", "place")
        self.topics = Table(Interview.topics.through(), "interview", "topic")
        self.sittings = Table(Sitting(), "pk", "interview", "key", "held", "held_earliest", "held_latest")
        self.recordings = Table(Recording(), "pk", "interview", "sitting", "key")
        self.transcripts = Table(Transcript(), "pk", "interview", "recording", "key", "language")
        self.segments = Table(
            Segment(alignment=""), "transcript", "alignment", "position", "speaker", "start_ms", "end_ms", "text"
        )
        self.edits = Table(Edit(editor=archivist), "interview")
        self.events = Table(
            CustodyEvent(act="", actor=archivist, object_type="interview"), "at", "act", "object_key", "interview_key"
        )

    def write(self, batch: Sequence[Prepared]) -> None:
        """Write the drafts of a batch, one of two of those that stay unapproved submitted."""
        now, codes = timezone.now(), self._codes(len(batch))
        keys = zip(
            *(reserve(model, len(batch)) for model in (Authority, Interview, Sitting, Recording, Transcript)),
            *(
                zip(*[iter(reserve(model, 2 * len(batch)))] * 2, strict=True)
                for model in (Participation, ConsentRecord)
            ),
            strict=True,
        )
        for one, code, pks in zip(batch, codes, keys, strict=True):
            self._add(one, code, now, *pks)
        for table in vars(self).values():
            if isinstance(table, Table):
                table.write()

    def _codes(self, count: int) -> list[str]:
        """The next accession codes, counted as every interview's is."""
        year = timezone.localdate().year
        AccessionCounter.objects.get_or_create(collection=self.frame.collection, year=year)
        counter = AccessionCounter.objects.select_for_update().get(collection=self.frame.collection, year=year)
        first, counter.last = counter.last + 1, counter.last + count
        counter.save(update_fields=["last"])
        return [f"{self.frame.collection.code}-{year}-{number:04d}" for number in range(first, counter.last + 1)]

    def _add(self, one: Prepared, code, now, person, interview, sitting, recording, transcript, people, consents):
        stated, keys = one.stated, one.keys
        day = dt.date.fromisoformat(stated.date)
        submitted_by = self._submitter(one)
        name = _translated(stated.language, stated.narrator)
        self.authorities.add(person, new_key(), one.person, *name)
        self.persons.add(person)
        self.authority_edits.add(person)
        title, abstract = _translated(stated.language, stated.title), _translated(stated.language, stated.summary)
        self.interviews.add(
            *(interview, code, keys.interview, json.dumps([stated.language]), stated.date, day, day),
            *(stated.slug, "submitted" if submitted_by else "draft", submitted_by, now),
            *(title[0], abstract[0], *title[1:], *abstract[1:]),
        )
        narrator, interviewer = people
        self.participations.add(narrator, interview, person, keys.narrator, "narrator", 0, *name)
        self.participations.add(
            *(interviewer, interview, self.frame.interviewer.pk, keys.interviewer, "interviewer", 1),
            *_translated("en", INTERVIEWER),
        )
        for consent, participation, given in zip(consents, people, (grants(stated), INTERVIEWER_GRANTS), strict=True):
            self.consents.add(consent, participation, day)
            for scope, audience in given.items():
                self.grants.add(consent, scope, audience)
        for number in dict.fromkeys(stated.places):
            self.mentions.add(interview, self.frame.places[number].pk)
        for number in dict.fromkeys(stated.topics):
            self.topics.add(interview, self.frame.topics[number].pk)
        self.sittings.add(sitting, interview, keys.sitting, stated.date, day, day)
        self.recordings.add(recording, interview, sitting, keys.recording)
        self.transcripts.add(transcript, interview, recording, keys.transcript, stated.language)
        speakers = {"N": narrator, "I": interviewer}
        for position, (start, end, who, words) in enumerate(stated.segments):
            self.segments.add(transcript, alignment(position), position, speakers.get(who), start, end, words)
        self.edits.add(interview)
        self.events.add(now, "edited", keys.interview, keys.interview)
        if submitted_by:
            self.events.add(now, "submitted", keys.interview, keys.interview)

    def _submitter(self, one: Prepared) -> int | None:
        """Of what stays unapproved, half waits for a moderator."""
        waits = one.approval is None and sum(one.stated.places) % 2
        return self.frame.accounts.archivist.pk if waits else None


def _translated(language: str, text: str) -> list[str | None]:
    """The columns of a translated field: that of no language, then each language's."""
    return [text, *(text if code == language else None for code in Language.values)]
