"""Plant a token of its own into every text of the catalogue that may never be public."""

import datetime as dt

from django.apps import apps
from django.db import models

from archive.catalogue.models import (
    Claim,
    ClaimRelation,
    Collection,
    Document,
    Event,
    IndexPoint,
    Interview,
    Job,
    Label,
    Master,
    Mention,
    ModeratorDecision,
    Participation,
    Path,
    PathStop,
    PersonIdentity,
    PersonMention,
    PersonStatus,
    Place,
    PlaceMention,
    Redaction,
    Segment,
    Sitting,
    Source,
    Stop,
    Topic,
    Waiver,
)
from archive.custody import acting
from tests import cast

from .tokens import token

NOT_FREE = {
    "slug", "key", "kind", "act", "state", "sha256", "digest", "dossier", "permissions", "reference", "password",
    "username", "code", "email", "interview_key", "public_digest", "answer", "object_type", "object_key", "before", "after",
    "giver", "method", "explained_in", "scope", "audience", "widest", "matter", "reason", "requester", "verified", "wish",
    "scopes", "born", "sighting", "alignment", "quote", "passage", "verdict", "naming_digest", "lift_reason", "root",
    "wanted",
}  # fmt: skip
"""Private fields that hold a code, a digest or a date: no free token fits in; their values are planted by hand."""


def private_texts(model: type[models.Model]) -> list[str]:
    """Names of the free texts of a model that are declared private, in every language they stand in."""
    return [
        field.name
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField)
        and _declared(field.name, model) not in NOT_FREE
        and _declared(field.name, model) in model.private_text
    ]


def _declared(name: str, model) -> str:
    """The name a field is declared under: a translated column under that of its text."""
    stem, _, language = name.rpartition("_")
    return stem if language in ("uk", "en", "pl", "ru") and stem in (model.private_text | model.public_text) else name


def plant(record: models.Model, tokens: dict[str, str]) -> None:
    """Fill every free private text of a record."""
    for name in private_texts(type(record)):
        origin = f"{type(record).__name__}.{name}#{record.pk}"
        word = token(getattr(tokens, "salt", "") + origin)
        type(record)._base_manager.filter(pk=record.pk).update(**{name: word})
        tokens[word] = origin


def plant_everywhere(tokens: dict[str, str]) -> None:
    """Fill the free private texts of every record there is. Custody events hold no text and cannot be changed."""
    for model in apps.get_app_config("catalogue").get_models():
        if model.__name__ not in ("CustodyEvent", "User", "Job", "PersonIdentity", "ApprovedVersion", "EnteredNames"):
            for record in model._base_manager.all():
                plant(record, tokens)


class Tokens(dict):
    """Planted tokens (token → where it stands); ``salt`` gives another archive other tokens in the same places."""

    def __init__(self, salt: str = ""):
        super().__init__()
        self.salt = salt


def secret(origin: str, tokens: dict[str, str]) -> str:
    """A token planted by hand."""
    word = token(getattr(tokens, "salt", "") + origin)
    tokens[word] = origin
    return word


def hide_parts(interview: Interview, tokens: dict[str, str]) -> None:
    """Give an interview parts that are in its dossier and must be narrowed away, and records that never are in it."""
    participation = interview.participations.order_by("position").first()
    Participation.objects.filter(pk=participation.pk).update(
        name_full_uk=secret("name withheld", tokens), name_pseudonym_en=secret("unused rendition", tokens)
    )
    PersonIdentity.objects.create(
        person=participation.person, legal_name=secret("legal name", tokens), contacts=secret("contacts", tokens)
    )
    with acting(cast.archivist()):
        Label.objects.create(authority=participation.person, language="uk", text=secret("private label", tokens))
        Label.objects.create(authority=cast.izium(), language="uk", text=secret("private label of a place", tokens))
        PersonStatus.objects.create(person=participation.person, kind="private", source_note=secret("status", tokens))
        _hide_a_place(interview, tokens)
        _hide_passages(interview, tokens)
        _hide_authorities(interview, tokens)
    interview.refresh_from_db()


def _hide_a_place(interview, tokens) -> None:
    cast.izium()
    village = Place.objects.create(
        slug=secret("slug of a finer place", tokens),
        name_en=secret("name of a finer place", tokens),
        level="site",
        parent=Place.objects.get(slug="izium"),
    )
    PlaceMention.objects.create(interview=interview, place=village, precision="raion")


def _hide_passages(interview, tokens) -> None:
    recording = interview.recordings.get()
    for transcript in interview.transcripts.all():
        Segment.objects.create(
            transcript=transcript,
            alignment="hidden",
            position=50,
            start_ms=90_000,
            end_ms=95_000,
            speaker=interview.participations.first(),
            text=f"before {secret(f'withheld passage {transcript.language}', tokens)} after",
        )
        Segment.objects.create(
            transcript=transcript,
            alignment="partly",
            position=51,
            start_ms=100_000,
            end_ms=105_000,
            speaker=interview.participations.first(),
            text=f"Visible {secret('withheld words', tokens)} again visible.",
        )
    IndexPoint.objects.create(recording=recording, at_ms=91_000, title_en=secret("heading of the withheld", tokens))
    Redaction.objects.create(
        interview=interview, recording=recording, start_ms=90_000, end_ms=95_000, reason="safety",
        private_note=secret("note of a redaction", tokens),
    )  # fmt: skip
    quote = secret("withheld words", tokens)
    Redaction.objects.create(interview=interview, alignment="partly", quote=quote, reason="safety")


def _hide_authorities(interview, tokens) -> None:
    """Authorities that nobody approved, and a person spoken of whom nobody confirmed."""
    topic = Topic.objects.create(slug=secret("slug of a topic", tokens), name_en=secret("name of a topic", tokens))
    event = Event.objects.create(slug=secret("slug of an event", tokens), name_en=secret("name of an event", tokens))
    interview.topics.add(topic)
    interview.events.add(event)
    spoken = cast.person(secret("slug of a person", tokens), name_uk=secret("name of a person", tokens))
    PersonMention.objects.create(interview=interview, person=spoken)
    decided = {"interview": interview, "authority": spoken, "decided_by": cast.archivist()}
    for passage, verdict in (("a1", "confirmed"), ("", "rejected")):
        words, note = secret(f"words {verdict}", tokens), secret(f"note on a name {verdict}", tokens)
        Mention.objects.create(passage=passage, verdict=verdict, words=words, private_note=note, **decided)


def hidden_interview(name: str, tokens: dict[str, str], **fields) -> Interview:
    """A whole interview that is not public: every text of it is a token, public fields too."""

    def word(part: str) -> str:
        return secret(f"{name}: {part}", tokens)

    made = cast.interview(
        word("title"), title_uk=word("title uk"), abstract_en=word("abstract"), notice_en=word("notice"),
        slug=word("slug of the narrator"), told="2014", recorded="2019", **fields,
    )  # fmt: skip
    with acting(cast.archivist()):
        for segment in Segment.objects.filter(transcript__interview=made):
            segment.text = word(f"passage {segment.pk}")
            segment.save()
        paper = Document.objects.create(
            interview=made, title_en=word("paper"), description_en=word("description"), author_en=word("author")
        )
        source = Source.objects.create(interview=made, type="webpage", title=word("source"), author=word("by"))
        Claim.objects.create(interview=made, source=source, statement_en=word("claim"), question_en=word("question"))
        Sitting.objects.filter(interview=made).update(private_note=word("sitting"))
        Document.objects.filter(pk=paper.pk).update(custody_en=word("custody"))
    for path in Path.objects.filter(is_public=True):
        PathStop.objects.create(path=path, interview=made, sentence_en=word(f"sentence on {path}"))
    return made


def partly_open(tokens: dict[str, str]) -> Interview:
    """An interview of which a title and a summary may be public, and every other text is a token."""
    made = cast.interview("Partly open", slug="partly-open")
    with acting(cast.archivist()):
        for segment in Segment.objects.filter(transcript__interview=made):
            segment.text = secret(f"passage {segment.pk} for researchers", tokens)
            segment.save()
        name = secret("name for researchers", tokens)
        Participation.objects.filter(interview=made).update(name_given_initial_uk=name, name_given_initial_en=name)
        Document.objects.create(interview=made, title_en=secret("paper for researchers", tokens))
        site = secret("place for researchers", tokens)
        found = cast.place(site, "site", cast.izium(), name_en=site)
        PlaceMention.objects.create(interview=made, place=found, precision="exact")
    return made


def relate(hidden: Interview, shown: Interview) -> None:
    """A claim of a hidden interview that contradicts one of a public interview."""
    with acting(cast.archivist()):
        ClaimRelation.objects.create(claim=hidden.claims.first(), other=shown.claims.first(), kind="contradicts")


def master(tokens: dict[str, str], **fields) -> Master:
    defaults = {"sha256": "ab" * 32, "size": 1, "media_type": "audio/wav", "kind": "audio", "duration_ms": 120_000}
    defaults["original_name"] = secret("original file name", tokens)
    return Master.objects.create(received_by=cast.archivist(), **(defaults | fields))


def staff_papers(interview: Interview, tokens: dict[str, str]) -> None:
    """Words that staff write about an interview."""
    moderator = cast.moderator()
    participation = interview.participations.first()
    ModeratorDecision.objects.create(
        participation=participation, matter="name", reason=secret("decision", tokens), decided_by=moderator
    )
    Waiver.objects.create(interview=interview, sighting="0" * 64, reason=secret("waiver", tokens), waived_by=moderator)
    now = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    Stop.objects.create(
        interview=interview, reason=secret("stop", tokens), placed_by=moderator, placed_at=now,
        released_by=moderator, released_at=now, release_reason=secret("release", tokens),
    )  # fmt: skip
    Job.objects.create(
        kind="test",
        key="0" * 64,
        interview=interview,
        error=secret("error of a job", tokens),
        payload={"of": secret("payload", tokens)},
    )
    Collection.objects.filter(pk=interview.collection_id).update(private_note=secret("note on a collection", tokens))
