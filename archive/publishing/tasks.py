"""The door's background work: publications that fall due, and those that waited for a file."""

from archive.catalogue.models import Authority, Interview
from archive.edition.search.compacting import compact
from archive.jobs.registry import every, task

from . import explaining, looking_through
from .clock import publish_due
from .door import publish
from .renaming import FIND, end_looking_after, find
from .settle import PUBLISH

MINUTE = 60
HOUR = 60 * MINUTE
MOST_STEPS = 200
"""Steps of keeping the index in few pieces that one round of the clock may take; each is some hundredths of a second."""


@task(PUBLISH)
def publish_again(payload: dict, _prepared) -> None:
    """Publish an interview whose files have become ready."""
    interview = Interview.objects.filter(key=payload["interview"]).first()
    if interview:
        publish(interview)


@task(FIND)
def find_name(payload: dict, _prepared) -> None:
    """Look where public words name an authority that was approved."""
    authority = Authority.objects.filter(key=payload["authority"]).exclude(snapshot="").first()
    if authority:
        find(authority, after=payload["after"])
    end_looking_after(payload)


@task(explaining.FIND)
def find_term(payload: dict, _prepared) -> None:
    """Look where public words say a word of the glossary that was added, changed or taken away."""
    explaining.find(payload["term"], after=payload["after"])


@task(looking_through.LOOK, prepare=lambda payload: looking_through.look_through(payload["collection"]))
def show_words_of_collection(_payload: dict, looked: looking_through.Looked) -> None:
    """Show the new words of a collection that were compared with its public testimonies, if they name nobody."""
    looking_through.decide(looked)


@every(seconds=MINUTE)
def keep_time():
    """Publish what is due; ask to be called at the next moment anything is."""
    return publish_due()


@every(seconds=HOUR)
def keep_the_index_in_few_pieces() -> None:
    """Join what was written lately with what is there, so that questions are answered quickly."""
    compact(steps=MOST_STEPS)
