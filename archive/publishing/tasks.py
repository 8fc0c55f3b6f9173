"""The door's background work: publications that fall due, and those that waited for a file."""

from archive.catalogue.models import Interview
from archive.jobs.registry import every, task

from .clock import publish_due
from .door import publish
from .settle import PUBLISH

MINUTE = 60


@task(PUBLISH)
def publish_again(payload: dict, _prepared) -> None:
    """Publish an interview whose files have become ready."""
    interview = Interview.objects.filter(key=payload["interview"]).first()
    if interview:
        publish(interview)


@every(seconds=MINUTE)
def keep_time():
    """Publish what is due; ask to be called at the next moment anything is."""
    return publish_due()
