"""What becomes of each interview of the sample, through the public acts of publishing and under real accounts."""

import datetime as dt

from archive import publishing
from archive.catalogue.models import Interview, Segment
from archive.custody import acting

from .interviews import Entered
from .reading import columns

SUBMITTED, PUBLISHED, EDITED, WITHDRAWN = "submitted", "published", "edited after approval", "withdrawn"
LIFECYCLES = (SUBMITTED, PUBLISHED, EDITED, WITHDRAWN)


def live(entered: Entered, *, archivist, moderator, today: dt.date) -> None:
    """Take an interview through the acts that its content file names."""
    fate = entered.content["lifecycle"]
    publishing.submit(entered.interview, by=archivist)
    if fate != SUBMITTED:
        approve(entered.interview, by=moderator)
    if fate == EDITED:
        edit(entered, by=archivist)
    if fate == WITHDRAWN:
        withdraw(entered, by=archivist, today=today)


def approve(interview: Interview, *, by) -> None:
    """Look as a moderator looks, and approve exactly that."""
    if interview.basis != Interview.Basis.AGREEMENT:
        publishing.sign_basis(interview, by=by)
    review = publishing.look(interview)
    publishing.approve(interview, by=by, seen=review.digest, checklist=[code for code, _words in review.checklist])


def edit(entered: Entered, *, by) -> None:
    """Change the record after its approval; the public goes on seeing what was approved."""
    later = entered.content["later_edits"]
    with acting(by):
        interview = Interview.objects.get(pk=entered.interview.pk)
        for column, text in columns(later, "title").items():
            setattr(interview, column, text)
        interview.save()
        for change in later["segments"]:
            passage = Segment.objects.get(
                transcript__recording=entered.recordings[change["recording"]],
                transcript__language=change["language"],
                alignment=change["segment"],
            )
            passage.text = change["text"]
            passage.save()


def withdraw(entered: Entered, *, by, today: dt.date) -> None:
    """Enter the narrator's no."""
    stated = dict(entered.content["withdrawal"])
    participation = entered.participations[stated.pop("participation")]
    publishing.withdraw(participation, by=by, received_on=today, **stated)
