"""Two archives with equal public history and clock that differ in hidden content alone."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import numpy as np
from django.db import transaction

from archive import publishing
from archive.catalogue import models as catalogue
from archive.catalogue.models import (
    Claim,
    ClaimRelation,
    Document,
    DocumentPage,
    DocumentRegion,
    Grant,
    IndexPoint,
    Interview,
    Job,
    Label,
    Opening,
    Participation,
    PathStop,
    PersonIdentity,
    PersonMention,
    PersonStatus,
    Place,
    PlaceMention,
    Redaction,
    Source,
    Term,
)
from archive.custody import acting
from archive.jobs.worker import drain
from archive.vault.masters import keep
from tests import cast
from tests.vault import media

from . import planting, scenario

DAY_ONE = dt.datetime(2024, 3, 1, 10, tzinfo=dt.UTC)
SECONDS = 4
WITHHELD_MS = (1000, 2000)


class Dice:
    """Keys in place of ``secrets``: one row of them for public acts, another for hidden ones."""

    def __init__(self):
        self.public, self.hidden = Random(1), Random(2)
        self.is_hiding = False

    def choice(self, letters):
        return (self.hidden if self.is_hiding else self.public).choice(letters)

    @contextmanager
    def hiding(self) -> Iterator[None]:
        self.is_hiding = True
        try:
            yield
        finally:
            self.is_hiding = False


@contextmanager
def forgotten() -> Iterator[None]:
    """What is written inside was never there."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass
class Twin:
    """One archive in the making. ``beside`` are hidden acts, done between the public ones if ``has_more``."""

    folder: Path
    clock: object
    dice: Dice
    salt: str
    has_more: bool
    tokens: planting.Tokens = field(init=False)
    addresses: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.tokens = planting.Tokens(self.salt)

    def live(self, history: list[Callable], beside: dict[int, list[Callable]]) -> None:
        """Do every public act on a day of its own, and the hidden ones right before the next."""
        for day, act in enumerate([*history, lambda twin: None]):
            with self.dice.hiding():
                for hide in beside.get(day, ()) if self.has_more else ():
                    hide(self)
            self.clock.move_to(DAY_ONE + dt.timedelta(days=day))
            act(self)

    def word(self, origin: str) -> str:
        return planting.secret(origin, self.tokens)

    def sound(self) -> Path:
        """A tone with other words, or another note, in the second that is withheld, and other tags."""
        samples = media.tone(SECONDS)
        start, end = (ms * media.RATE // 1000 for ms in WITHHELD_MS)
        samples[:, start:end] = media.tone(1, hertz=200 + 10 * len(self.salt), level=0.05 * len(self.salt))
        media.CANARY = self.word("tag of a sound")
        return media.wav(self.folder / "sound.wav", np.ascontiguousarray(samples))

    def photograph(self) -> Path:
        media.CANARY = self.word("tag of a picture")
        return media.photograph(self.folder / "picture.jpg", size=(320, 200))

    def master(self, path: Path):
        with path.open("rb") as file:
            return keep(file, original_name=self.word(f"name of {path.name}") + path.suffix, by=cast.archivist())

    def find(self, title: str) -> Interview:
        return Interview.objects.get(title_en=title)


# Public history


def authorities(twin: Twin) -> None:
    izium = cast.izium()
    cast.place("kupiansk-raion", "raion", Place.objects.get(slug="kharkiv-oblast"))
    cast.topic("bread")
    with acting(cast.archivist()):
        Label.objects.create(authority=izium, language="en", text="Izyum", is_public=True)
        president = cast.person("president", name_en="The president")
        PersonStatus.objects.create(person=president, kind="public-figure")
    for record in (izium, president):
        publishing.approve_authority(record, by=cast.moderator())
    catalogue.Path.objects.create(slug="begin", title_en="Where to begin", is_public=True)
    Term.objects.create(slug="bread", name_en="bread", name_uk="хліб", explanation_en="Baked.", is_public=True)


def _guide(made: Interview) -> None:
    path = catalogue.Path.objects.get(slug="begin")
    PathStop.objects.create(path=path, interview=made, sentence_en=f"Why {made.title_en}.", starts_at_ms=10_000)
    Opening.objects.create(interview=made, starts_at_ms=10_000)


def first(twin: Twin) -> None:
    """An interview with sound, a picture, and hidden things inside: other ones in the other twin."""
    made = cast.interview("First", slug="first", warnings=["shelling"])
    with acting(cast.archivist()):
        _describe(made)
        _withhold(twin, made)
        made.recordings.update(master=twin.master(twin.sound()))
        paper = Document.objects.create(interview=made, title_en="A picture", key="paper")
        page = DocumentPage.objects.create(document=paper, key="page", master=twin.master(twin.photograph()))
        edges = {"left": 1000, "top": 1000, "width": 1000, "height": 1000}
        DocumentRegion.objects.create(page=page, key="region", note_en="Seen here", **edges)
    scenario.approve_waiving(made)
    drain()


def _describe(made: Interview) -> None:
    made.place_mentions.create(place=cast.izium(), precision="settlement")
    made.topics.add(cast.topic("bread"))
    made.person_mentions.create(person=cast.Person.objects.get(slug="president"), is_confirmed=True)
    source = Source.objects.create(interview=made, type="webpage", title="A report")
    Claim.objects.create(
        interview=made, source=source, statement_en=f"Said in {made.title_en}", key=made.title_en.lower()
    )
    IndexPoint.objects.create(recording=made.recordings.get(), at_ms=10_000, title_en="Bread")
    _guide(made)


def _withhold(twin: Twin, made: Interview) -> None:
    narrator, recording = made.participations.get(), made.recordings.get()
    Participation.objects.filter(pk=narrator.pk).update(
        name_full_uk=twin.word("full name"), name_pseudonym_en=twin.word("pseudonym"), private_note=twin.word("note")
    )
    PersonIdentity.objects.create(person=narrator.person, legal_name=twin.word("legal name"))
    Redaction.objects.create(
        interview=made, recording=recording, start_ms=WITHHELD_MS[0], end_ms=WITHHELD_MS[1], reason="safety"
    )
    quote = twin.word("withheld words") * len(twin.salt)
    for transcript in made.transcripts.all():
        first, last = transcript.segments.first(), transcript.segments.last()
        for segment, words in ((first, twin.word("first words")), (last, f"Here {quote} again.")):
            segment.text = words
            segment.save()
    Redaction.objects.create(interview=made, alignment="a2", quote=quote, reason="safety")
    IndexPoint.objects.create(recording=recording, at_ms=1500, title_en=twin.word("heading"))
    _finer_places(twin, made)


def _finer_places(twin: Twin, made: Interview) -> None:
    """A site in each of two raions, shown as its raion; which of the two comes first by name differs."""
    letters = "ab" if twin.has_more else "ba"
    for letter, raion in zip(letters, ("izium-raion", "kupiansk-raion"), strict=True):
        site = cast.place(
            f"{letter}-{twin.word(raion)}", "site", Place.objects.get(slug=raion), name_en=twin.word(raion)
        )
        PlaceMention.objects.create(interview=made, place=site, precision="raion")


def second(twin: Twin) -> None:
    """Two sisters, one of whom speaks under no name, until 2030; what they say differs from the first."""
    made = cast.interview("Second", slug="second", narrators=2)
    with acting(cast.archivist()):
        _describe(made)
        Participation.objects.filter(interview=made, position=1).update(
            rendition="withheld", name_full_uk=twin.word("sister")
        )
        grants = Grant.objects.filter(record__participation__interview=made)
        grants.update(ends_on=dt.date(2030, 1, 1))
        grants.filter(scope="images").update(audience="staff")
        _letter(twin, made)
        claims = Claim.objects.filter(key__in=["first", "second"]).order_by("key")
        ClaimRelation.objects.create(claim=claims[1], other=claims[0], kind="contradicts")
    scenario.approve_waiving(made)


def _letter(twin: Twin, made: Interview) -> None:
    """A letter that is read and not seen; in one of the twins a sheet without words lies between those that have some."""
    letter = Document.objects.create(interview=made, title_en="A letter", key="letter")
    sheets = ["Dear Sir", "", "Yours"] if twin.has_more else ["Dear Sir", "Yours"]
    for number, words in enumerate(sheets, 1):
        master = twin.master(twin.photograph())
        DocumentPage.objects.create(
            document=letter, number=number, key=f"sheet{words[:4]}", master=master, transcription_en=words
        )


def third_and_gone(twin: Twin) -> None:
    """Public for a moment, then withdrawn: a tombstone that everyone may see."""
    made = cast.published("Third", slug="third")
    scenario.withdraw_all(made, answer="tombstone")


def corrected(twin: Twin) -> None:
    made = twin.find("First")
    with acting(cast.archivist()):
        made.abstract_en = "A better summary."
        made.save()
    scenario.approve_waiving(made)


def narrowed(twin: Twin) -> None:
    publishing.redact(
        twin.find("Second"), by=cast.archivist(), reason="safety", alignment="a1", private_note=twin.word("note")
    )
    drain()


HISTORY = [authorities, first, second, third_and_gone, corrected, narrowed]


# Hidden acts


def _hidden(name: str, act: Callable = lambda made: None) -> Callable:
    def hide(twin: Twin) -> None:
        made = planting.hidden_interview(name, twin.tokens, warnings=["torture"], languages=["pl"])
        with acting(cast.archivist()):
            made.place_mentions.create(place=cast.izium())
            made.topics.add(cast.topic("bread"))
        act(made)
        made.refresh_from_db()
        publication = getattr(made, "publication", None)
        names = [made.code, made.key, *([publication.reference] if publication else [])]
        twin.addresses += [f"/en/interviews/{name}/" for name in names]
        twin.addresses += [f"/en/interviews/{name.lower()}/" for name in names]

    return hide


def _returned(made: Interview) -> None:
    publishing.submit(made, by=cast.archivist())
    publishing.send_back(made, by=cast.moderator(), reason="Names stand in it.")


def _contradict(twin: Twin) -> None:
    """Claims that nobody has approved, on either side of one that is public."""
    draft = planting.hidden_interview("contradicting", twin.tokens)
    planting.relate(draft, twin.find("First"))


def _unapproved(twin: Twin) -> None:
    scenario.edits_after_approval(twin.find("First"), twin.tokens)
    made = twin.find("Second")
    with acting(cast.archivist()):
        for region in DocumentRegion.objects.all():
            region.note_en = twin.word("unapproved note on a picture")
            region.save()
        cast.narrator(made, twin.word("slug of a late narrator"), 2, name_full_uk=twin.word("late narrator"))
        spoken = cast.person(twin.word("slug of a person"), name_uk=twin.word("person spoken of"))
        PersonMention.objects.create(interview=made, person=spoken)
    decided = {"authority": spoken, "words": twin.word("words found"), "private_note": twin.word("note on a name")}
    publishing.confirm_mention(made, by=cast.archivist(), passage="a0", **decided)
    publishing.reject_mention(made, by=cast.archivist(), **decided)
    with acting(cast.archivist()):
        Label.objects.create(authority=cast.izium(), language="uk", text=twin.word("private label"))
        Label.objects.create(authority=cast.izium(), language="pl", text=twin.word("later label"), is_public=True)


def _papers(twin: Twin) -> None:
    made = Interview.objects.filter(title_en=planting.secret("unapproved title", twin.tokens)).first()
    planting.staff_papers(made, twin.tokens)
    planting.master(twin.tokens)
    Job.objects.create(
        kind="vault.derive", key="1" * 64, interview=made, state="failed", error=twin.word("failed derivative")
    )
    planting.plant_everywhere(twin.tokens)


BESIDE = {
    1: [
        _hidden("draft before"),
        _hidden("in review before", lambda made: publishing.submit(made, by=cast.archivist())),
    ],
    2: [_hidden("vanished", scenario.vanish), _contradict],
    3: [_hidden("embargoed", scenario.embargo), _hidden("returned", _returned)],
    5: [_hidden("for researchers", scenario.researchers_only), _hidden("vanished later", scenario.vanish)],
    6: [_hidden("draft after"), _unapproved, _papers],
}
