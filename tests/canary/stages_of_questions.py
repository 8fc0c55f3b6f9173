"""An archive in which accounts answer questions, and some of them may not be seen."""

import datetime as dt

from archive import publishing
from archive.catalogue.models import Claim, Event, Question
from archive.custody import acting
from tests import cast

from . import scenario
from .stages import Stage, _grants


def question(slug: str, name: str, *, is_approved: bool = True, **fields) -> Question:
    made = Question.objects.create(slug=slug, name_en=name, **fields)
    if is_approved:
        publishing.approve_authority(made, by=cast.moderator())
    return made


def answered(stage: Stage) -> None:
    """A public interview answers a question three times: as may be seen, from a passage that is withheld, and under a
    question that nobody approved. The last says when an event was that nobody approved, the second when one was of which
    nothing public tells. What introduces the first says the name that is withheld, and it is about the latter
    event."""
    made = stage.shown = cast.interview("Shown", slug="shown")
    with acting(cast.archivist()):
        name = stage.word("full name")
        made.participations.update(name_full_uk=f"Олена {name}")
        untold = Event.objects.create(slug=stage.word("slug of an event"), name_en=stage.word("event"))
        publishing.approve_authority(untold, by=cast.moderator())
        says = f"Так питає Олена {name}."
        asked = question("how-long", "How long did it last?", about=untold, introduction_uk=says)
        unapproved = Event.objects.create(slug=stage.word("slug of an unapproved event"), name_en="Held")
        rumour = question(stage.word("slug of a question"), stage.word("unapproved question"), is_approved=False)
        Claim.objects.create(interview=made, statement_en="Six months.", answers=asked)
        made.events.add(unapproved)
        Claim.objects.create(interview=made, statement_en="Or so they say.", answers=rumour, event=unapproved)
        Claim.objects.create(
            interview=made,
            statement_en=stage.word("claim from a withheld passage"),
            answers=asked,
            passage="a0",
            event=untold,
        )
    scenario.approve_waiving(made)
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a0")
    stage.addresses += [
        "/en/questions/how-long/",
        f"/en/questions/{rumour.slug}/",
        f"/en/events/{untold.slug}/",
    ]


def answered_and_run_out(stage: Stage) -> None:
    """The same; another interview answered it too, and one question of its own, until its consent ran out."""
    answered(stage)
    other = cast.interview("Other", slug="other")
    with acting(cast.archivist()):
        own = question("asked-of-one", stage.word("question that one alone answered"))
        for each in (Question.objects.get(slug="how-long"), own):
            Claim.objects.create(interview=other, statement_en=stage.word(f"account under {each.slug}"), answers=each)
    _grants(other).update(ends_on=dt.date(2024, 6, 1))
    scenario.approve_waiving(other)
    stage.addresses += ["/en/questions/asked-of-one/"]
    stage.clock.move_to(dt.datetime(2024, 7, 1, tzinfo=dt.UTC))
