"""One archive with everything in it: what is public, and beside it every kind of thing that must not be."""

import datetime as dt
from dataclasses import dataclass, field

from archive import publishing
from archive.catalogue.models import Claim, Grant, Interview, Opening, Path, PathStop, Source, Term
from archive.custody import acting
from tests import cast

from . import planting

VISIBLE = {
    "title": "Visiblecellar",
    "abstract": "Visibleabstract",
    "passage": "baked bread over a fire",
    "claim": "Visibleclaim",
    "path": "Visiblepath",
    "sentence on a path": "Visiblesentence",
    "word of the glossary": "Visibleword",
}
"""Words that have to appear, or the search for the others proves nothing."""


@dataclass
class Archive:
    """``tokens`` maps every planted token to where it was planted; ``addresses`` are guesses at hidden records."""

    shown: Interview
    tokens: dict[str, str] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)

    @property
    def reference(self) -> str:
        return self.shown.publication.reference


def public_history() -> Interview:
    """The interview that everyone may see."""
    made = cast.interview(VISIBLE["title"], abstract_en=VISIBLE["abstract"], slug="shown")
    with acting(cast.archivist()):
        cast.izium()
        made.place_mentions.create(place=cast.izium(), precision="settlement")
        made.topics.add(cast.topic("bread"))
        source = Source.objects.create(interview=made, type="webpage", title="A report")
        Claim.objects.create(interview=made, source=source, statement_en=VISIBLE["claim"])
    guide(made)
    return cast.approve(made)


def guide(made: Interview) -> None:
    """What leads readers to an interview and explains a word that it says."""
    path = Path.objects.create(slug="begin", title_en=VISIBLE["path"], is_public=True)
    PathStop.objects.create(path=path, interview=made, sentence_en=VISIBLE["sentence on a path"], starts_at_ms=10_000)
    Opening.objects.create(interview=made, starts_at_ms=10_000)
    explanation = "What bread is baked on."
    Term.objects.create(
        slug="fire",
        name_en=VISIBLE["word of the glossary"],
        variants_en="fire",
        explanation_en=explanation,
        is_public=True,
    )


def guides_unready(shown: Interview, tokens) -> None:
    """A path and a word that are not public yet, and a path on which nothing public stands."""
    for slug, is_public in (("unready", False), ("empty", True)):
        title, said = (planting.secret(f"{part} of the {slug} path", tokens) for part in ("title", "sentence"))
        path = Path.objects.create(slug=slug, title_en=title, introduction_en=said, is_public=is_public)
        there = shown if slug == "unready" else cast.interview("A draft", slug="on-a-path")
        PathStop.objects.create(path=path, interview=there, sentence_en=said)
    Term.objects.create(
        slug="unready", name_en=planting.secret("word", tokens), explanation_en=planting.secret("its meaning", tokens)
    )


def hidden_beside(shown: Interview) -> Archive:
    """Everything that may not be seen, planted around ``shown`` and never approved or no longer permitted."""
    archive = Archive(shown)
    tokens = archive.tokens
    draft = planting.hidden_interview("a draft", tokens, warnings=["torture"])
    planting.relate(draft, shown)
    review = planting.hidden_interview("in review", tokens)
    publishing.submit(review, by=cast.archivist())
    for name, act in WAYS_OUT.items():
        made = planting.hidden_interview(name, tokens)
        act(made)
        publication = getattr(Interview.objects.get(pk=made.pk), "publication", None)
        archive.addresses += [f"/en/interviews/{made.code}/"]
        archive.addresses += [f"/en/interviews/{publication.reference}/"] if publication else []
    partly_for_researchers(planting.partly_open(tokens))
    edits_after_approval(shown, tokens)
    guides_unready(shown, tokens)
    archive.addresses += ["/en/paths/unready/", "/en/paths/empty/", f"/en/interviews/{archive.reference}/?path=unready"]
    planting.staff_papers(shown, tokens)
    planting.master(tokens)
    planting.plant_everywhere(tokens)
    return archive


def edits_after_approval(shown: Interview, tokens) -> None:
    """Texts that nobody has approved yet, in an interview that is public."""
    shown = Interview.objects.get(pk=shown.pk)
    with acting(cast.archivist()):
        shown.title_en = planting.secret("unapproved title", tokens)
        shown.abstract_pl = planting.secret("unapproved abstract", tokens)
        shown.save()
        bread = cast.topic("bread")
        bread.name_pl = planting.secret("unapproved name of a topic", tokens)
        bread.save()
        segment = shown.transcripts.first().segments.first()
        segment.text = planting.secret("unapproved passage", tokens)
        segment.save()


def waived(made: Interview) -> publishing.Review:
    """What a moderator sees once every name that was found has been said to stand."""
    for sighting in publishing.look(made).sightings:
        publishing.waive(made, by=cast.moderator(), sighting=sighting.id, reason="For the test.")
    return publishing.look(made)


def approve_waiving(made: Interview) -> None:
    """Take an interview through submission and approval, whatever was found in it."""
    publishing.submit(made, by=cast.archivist())
    review = waived(made)
    publishing.approve(made, by=cast.moderator(), seen=review.digest, checklist=dict(review.checklist))


def embargo(made: Interview) -> None:
    Grant.objects.filter(record__participation__interview=made).update(starts_on=dt.date(2090, 1, 1))
    approve_waiving(made)


def researchers_only(made: Interview) -> None:
    Grant.objects.filter(record__participation__interview=made).update(audience="researchers")
    approve_waiving(made)


def partly_for_researchers(made: Interview) -> None:
    """Listed and described for everyone; words, papers, name and exact places for researchers."""
    grants = Grant.objects.filter(record__participation__interview=made)
    grants.exclude(scope__in=["listing", "description"]).update(audience="researchers")
    approve_waiving(made)


def withdraw_all(made: Interview, *, answer: str) -> None:
    publishing.withdraw(
        made.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1),
        answer=answer, private_note="said by telephone",
    )  # fmt: skip


def withdraw(made: Interview) -> None:
    approve_waiving(made)
    withdraw_all(made, answer="tombstone")


def vanish(made: Interview) -> None:
    approve_waiving(made)
    withdraw_all(made, answer="missing")


def stop(made: Interview) -> None:
    approve_waiving(made)
    publishing.stop(made, by=cast.archivist(), reason="A call from the family.")


WAYS_OUT = {
    "embargoed": embargo,
    "for researchers": researchers_only,
    "withdrawn": withdraw,
    "vanished": vanish,
    "stopped": stop,
}
