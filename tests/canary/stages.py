"""Small archives, each with one kind of thing that must not be seen; a seeded leak is tried on one of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from django.conf import settings

from archive import publishing
from archive.catalogue import models as catalogue
from archive.catalogue.models import (
    Claim,
    ClaimRelation,
    Collection,
    CollectionPolicy,
    Document,
    DocumentPage,
    DocumentRegion,
    Event,
    Grant,
    IndexPoint,
    Interview,
    Label,
    Participation,
    PathStop,
    PersonStatus,
    Place,
    Segment,
)
from archive.custody import acting
from archive.edition.models import PublishedFile, PublishedInterview
from archive.jobs.worker import drain
from archive.vault.masters import keep
from tests import cast
from tests.vault import media

from . import planting, scenario

DAY_ONE = dt.datetime(2024, 3, 1, 10, tzinfo=dt.UTC)


@dataclass
class Stage:
    """``needles`` are other words that may stand nowhere, ``refused`` the scopes nobody agreed to; ``gone`` are the
    references and codes of what is not public by its cause; ``steps`` are hidden acts, yet to be done; ``opened`` are
    the origins of the words that researchers, and nobody else, may read."""

    clock: object
    folder: Path
    tokens: planting.Tokens = field(default_factory=planting.Tokens)
    needles: dict[str, str] = field(default_factory=dict)
    shown: Interview | None = None
    refused: set[str] = field(default_factory=set)
    gone: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    steps: list[Callable] = field(default_factory=list)
    opened: set[str] = field(default_factory=set)

    def word(self, origin: str) -> str:
        return planting.secret(origin, self.tokens)

    @property
    def document(self):
        """What the public sees of the shown interview, or None."""
        row = PublishedInterview.objects.filter(reference=reference(self.shown)).first() if self.shown else None
        return row.content if row else None


def reference(made: Interview) -> str:
    return Interview.objects.get(pk=made.pk).publication.reference


def scoped(stage: Stage, scope: str) -> None:
    """An interview whose narrator said no to one scope and yes to all others."""
    made = stage.shown = cast.interview(stage.word("title") if scope == "listing" else "Shown", consent=False)
    stage.refused.add(scope)
    with acting(cast.archivist()):
        cast.grant_all(made.participations.get(), **{scope.replace("-", "_"): "nobody"})
        made.recordings.update(master=planting.master(stage.tokens, kind="video", media_type="video/mp4"))
        PLANTED.get(scope, lambda stage, made: None)(stage, made)
    scenario.approve_waiving(made)


def _abstract(stage, made):
    made.abstract_en = stage.word("abstract")
    made.save()
    Claim.objects.create(interview=made, statement_en=stage.word("claim"))
    IndexPoint.objects.create(recording=made.recordings.get(), at_ms=0, title_en=stage.word("heading"))


def _name(stage, made):
    made.participations.update(name_given_initial_uk=stage.word("name"), name_given_initial_en=stage.word("name"))


def _passages(stage, made):
    Segment.objects.filter(transcript__interview=made).update(text=stage.word("passage"))
    letter = Document.objects.create(
        interview=made, title_en="A letter", key="letter", transcription_en=stage.word("letter")
    )
    picture = planting.master(stage.tokens, kind="image", media_type="image/png", sha256="ef" * 32)
    DocumentPage.objects.create(document=letter, master=picture, transcription_en=stage.word("sheet"))


def _paper(stage, made):
    Document.objects.create(interview=made, title_en=stage.word("paper"))


def _page(stage, made):
    paper = Document.objects.create(interview=made, title_en="A picture")
    picture = planting.master(stage.tokens, kind="image", media_type="image/png", sha256="cd" * 32)
    page = DocumentPage.objects.create(document=paper, master=picture, alternative_en=stage.word("picture"))
    DocumentRegion.objects.create(
        page=page, left=0, top=0, width=9, height=9, note_en=stage.word("note on the picture")
    )


def _site(stage, made, precision="exact"):
    cast.izium()
    name = stage.word("site")
    site = cast.place(name, "site", Place.objects.get(slug="izium"), name_en=name)
    made.place_mentions.create(place=site, precision=precision)


PLANTED = {
    "description": _abstract,
    "name": _name,
    "transcript": _passages,
    "documents": _paper,
    "images": _page,
    "exact-place": _site,
}


def spoken(stage: Stage) -> None:
    """Two sisters, one of whom has withdrawn; passages withheld by time and by words; unapproved edits."""
    made = stage.shown = cast.interview("Shown", narrators=2)
    with acting(cast.archivist()):
        _withhold(stage, made)
        _site(stage, made, precision="raion")
        _people(stage, made)
        _private_texts(stage, made)
    scenario.approve_waiving(made)
    sister = made.participations.get(position=1)
    publishing.withdraw(sister, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1))
    scenario.waived(made)
    publishing.release(made, by=cast.moderator(), reason="The other may stay.")
    _edit(stage, Interview.objects.get(pk=made.pk))
    publishing.publish(made)


def _withhold(stage, made) -> None:
    recording = made.recordings.get()
    for n, origin in enumerate(("withheld by time", "said by the sister", "words withheld")):
        words = {0: "{}", 1: "{}", 2: "I kept the {} notebook."}[n].format(stage.word(origin))
        Segment.objects.filter(transcript__interview=made, alignment=f"a{n}").update(text=words)
    made.redactions.create(recording=recording, start_ms=1000, end_ms=2000, reason="safety")
    made.redactions.create(alignment="a2", quote=stage.word("words withheld"), reason="safety")
    Participation.objects.filter(interview=made, position=0).update(name_full_uk=stage.word("full name"))
    Participation.objects.filter(interview=made, position=1).update(
        name_given_initial_en=stage.word("name of the sister"), role_description_en=stage.word("role of the sister")
    )


def _people(stage, made) -> None:
    """The narrator has an approved record of her own; of those spoken of one is private, one not confirmed."""
    narrator = made.participations.get(position=0).person
    figure = cast.person("figure", name_en=stage.word("a public figure, not confirmed"))
    private = cast.person("private", name_en=stage.word("a private person, confirmed"))
    PersonStatus.objects.create(person=figure, kind="public-figure")
    type(narrator).objects.filter(pk=narrator.pk).update(name_uk=stage.word("record of the narrator"), slug="narrator")
    made.person_mentions.create(person=figure)
    made.person_mentions.create(person=private, is_confirmed=True)
    for person in (narrator, figure, private):
        publishing.approve_authority(person, by=cast.moderator())


def _private_texts(stage, made) -> None:
    bread, rumour = (
        cast.topic("bread"),
        cast.Topic.objects.create(slug="rumour", name_en=stage.word("unapproved topic")),
    )
    made.topics.add(bread, rumour)
    Label.objects.create(authority=bread, language="uk", text=stage.word("private label"))
    publishing.approve_authority(bread, by=cast.moderator())
    Interview.objects.filter(pk=made.pk).update(private_note=stage.word("note on the interview"))
    Collection.objects.update(private_note=stage.word("note on the collection"))
    event = Event.objects.create(slug=stage.word("slug of an event"), name_en=stage.word("unapproved event"))
    made.events.add(event)
    claim = Claim.objects.create(interview=made, statement_en="A claim", event=event)
    draft = cast.interview("Draft", slug="draft")
    hidden = Claim.objects.create(interview=draft, statement_en=stage.word("hidden claim"))
    ClaimRelation.objects.create(claim=claim, other=hidden, kind="contradicts")
    stage.needles[hidden.key] = "key of a hidden claim"


def _edit(stage, made) -> None:
    with acting(cast.archivist()):
        made.title_en = stage.word("unapproved title")
        made.save()
        bread = cast.topic("bread")
        bread.name_en = stage.word("unapproved name of a topic")
        bread.save()


# What was public, or was never meant to be


def ended(stage: Stage, way: str) -> None:
    """An interview of which the whole, or one passage, is not public any more."""
    made = stage.shown = cast.interview(stage.word("title") if way != "redacted" else "Shown", slug="ended")
    with acting(cast.archivist()):
        topic = cast.topic(stage.word("topic"))
        made.topics.add(topic)
        if way == "redacted":
            stage.tokens.clear()
            Segment.objects.filter(transcript__interview=made, alignment="a0").update(text=stage.word("redacted"))
            IndexPoint.objects.create(recording=made.recordings.get(), at_ms=1500, title_en=stage.word("heading"))
        else:
            _passages(stage, made)
            _led_to(stage, made)
    ENDS[way](stage, made)
    stage.addresses += ["/en/paths/way/", f"/en/interviews/{reference(made)}/papers/letter/"]
    stage.addresses += [f"/en/interviews/{reference(made)}/"]


def _led_to(stage, made):
    """A path of which the sentence, and the title too, are to go with the interview."""
    path = catalogue.Path.objects.create(slug="way", title_en=stage.word("title of a path"), is_public=True)
    PathStop.objects.create(path=path, interview=made, sentence_en=stage.word("sentence on a path"))


def _grants(made):
    return Grant.objects.filter(record__participation__interview=made)


def _by_grant(stage, made, *, restored=False):
    """A stricter word on paper; ``restored`` takes it back, which needs an approval to count."""
    scenario.approve_waiving(made)
    grant = _grants(made).get(scope="listing")
    with acting(cast.archivist()):
        grant.audience = "nobody"
        grant.save()
        if restored:
            grant.audience = "public"
            grant.save()


def _captive(stage, made):
    scenario.approve_waiving(made)
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=made.participations.get().person, kind="captive")


def _policy(stage, made):
    scenario.approve_waiving(made)
    CollectionPolicy.objects.create(collection=made.collection, scope="listing", widest="staff")


def _redacted(stage, made):
    scenario.approve_waiving(made)
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a0")


def _run_out(stage, made):
    """The last day of the consent has passed, and nobody has published since. A file of it lies where files lie."""
    _grants(made).update(ends_on=dt.date(2024, 6, 1))
    scenario.approve_waiving(made)
    name = "ee" * 32
    row = PublishedInterview.objects.get(reference=reference(made))
    PublishedFile.everything.create(
        interview=row, digest=name, suffix="m4a", media_type="audio/mp4", size=9, role="sound", part="part"
    )
    path = Path(settings.HOLOS_PUBLIC_ROOT) / name[:2] / f"{name}.m4a"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stage.word("sound").encode())
    stage.addresses += [f"/media/{name}.m4a", *(f"/en/topics/{topic.slug}/" for topic in made.topics.all())]
    stage.clock.move_to(dt.datetime(2024, 7, 1, tzinfo=dt.UTC))


ENDS = {
    "stopped": lambda stage, made: scenario.stop(made),
    "withdrawn": lambda stage, made: scenario.withdraw(made),
    "researchers": lambda stage, made: scenario.researchers_only(made),
    "embargoed": lambda stage, made: scenario.embargo(made),
    "stricter": _by_grant,
    "restored": partial(_by_grant, restored=True),
    "captive": _captive,
    "policy": _policy,
    "redacted": _redacted,
    "run out": _run_out,
}


def buried(stage: Stage) -> None:
    """Records that are gone for different causes, on different days, and some that were never there."""
    for day, way in enumerate(("stopped", "withdrawn", "vanished", "embargoed", "run out")):
        stage.clock.move_to(DAY_ONE + dt.timedelta(days=day))
        made = cast.interview(f"Gone {way}", slug=f"gone-{way.replace(' ', '-')}")
        (scenario.vanish if way == "vanished" else partial(ENDS[way], stage))(made)
        stage.gone[way] = reference(made)
        stage.gone[f"code of {way}"] = made.code


def heard(stage: Stage) -> None:
    """Sound with a withheld second, and a picture; both files tell of themselves what nobody may know."""
    made = stage.shown = cast.interview("Heard")
    media.CANARY = stage.word("tag")
    sound = media.wav(stage.folder / "sound.wav", media.tone(4, level=0.3))
    picture = media.photograph(stage.folder / "picture.jpg", size=(320, 200))
    Collection.objects.update(private_note=stage.word("note on the collection"))
    with acting(cast.archivist()):
        made.recordings.update(master=_kept(stage, sound))
        made.redactions.create(recording=made.recordings.get(), start_ms=1000, end_ms=2000, reason="safety")
        paper = Document.objects.create(interview=made, title_en="A picture")
        DocumentPage.objects.create(document=paper, master=_kept(stage, picture))
    scenario.approve_waiving(made)
    drain()


def _kept(stage, path: Path):
    with path.open("rb") as file:
        return keep(file, original_name=stage.word(f"name of {path.suffix}") + path.suffix, by=cast.archivist())


def heard_and_gone(stage: Stage) -> None:
    """The same, withdrawn: its files are still asked for at their old addresses."""
    heard(stage)
    files = list(PublishedFile.objects.all())
    stage.addresses += [f"/media/{file.digest}.{file.suffix}" for file in files]
    scenario.withdraw_all(stage.shown, answer="tombstone")


def contradicted(stage: Stage) -> None:
    """Two claims that differ; the interview of one of them is withdrawn, and the background work is done."""
    stage.shown, other = cast.interview("Shown", slug="one"), cast.interview("Other", slug="two")
    with acting(cast.archivist()):
        claims = [Claim.objects.create(interview=made, statement_en="So it was.") for made in (stage.shown, other)]
        ClaimRelation.objects.create(claim=claims[0], other=claims[1], kind="contradicts")
    for made in (other, stage.shown):
        scenario.approve_waiving(made)
    scenario.withdraw_all(other, answer="missing")
    drain()
    stage.needles[claims[1].key] = "key of a claim that is gone"


def beside(stage: Stage) -> None:
    """A public interview that tells of a town; what happens in hidden ones is still to come."""
    made = cast.interview("Shown", slug="shown")
    with acting(cast.archivist()):
        made.place_mentions.create(place=cast.izium(), precision="settlement")
    stage.shown = cast.approve(made)

    def hide(act: Callable) -> Callable:
        return lambda: act(planting.hidden_interview(act.__name__, stage.tokens))

    acts = (lambda made: None, scenario.embargo, scenario.researchers_only)
    stage.steps += [hide(act) for act in acts] + [lambda: planting.staff_papers(stage.shown, stage.tokens)]


def opened(stage: Stage, *, is_stopped=False) -> None:
    """A public interview whose words and papers are for researchers; some are withheld, for staff, or not approved."""
    made = stage.shown = cast.interview("Shown", slug="opened")
    stage.opened = {"said to researchers", "paper for researchers"}
    with acting(cast.archivist()):
        made.abstract_en = stage.word("abstract for staff")
        made.save()
        Document.objects.create(interview=made, title_en=stage.word("paper for researchers"))
        for n, words in enumerate((stage.word("said to researchers"), f"I kept {stage.word('withheld words')} there.")):
            Segment.objects.filter(transcript__interview=made, alignment=f"a{n}").update(text=words)
        made.redactions.create(alignment="a1", quote=stage.word("withheld words"), reason="safety")
    _grants(made).filter(scope__in=["transcript", "documents"]).update(audience="researchers")
    _grants(made).filter(scope="description").update(audience="staff")
    scenario.approve_waiving(made)
    with acting(cast.archivist()):
        made = Interview.objects.get(pk=made.pk)
        made.title_en = stage.word("unapproved title")
        made.save()
    if is_stopped:
        publishing.stop(made, by=cast.archivist(), reason="A call from the family.")
