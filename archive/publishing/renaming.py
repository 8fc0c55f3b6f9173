"""A name that was approved is found in the words that are public already: by background work, a part at a time."""

from django.utils import timezone

from archive.catalogue.models import Authority, Interview, Job
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.names import every_name
from archive.edition.models import NAMED, FacetValue, PublishedAuthority, PublishedInterview
from archive.edition.search import search
from archive.edition.snapshot import current
from archive.jobs.queue import digest, enqueue

from .door import lock_all, publish
from .naming import any_of, with_leading
from .pages import close, locked_edition

FIND = "publishing.find_name"
AT_ONCE = 10
"""Interviews in one transaction: between two parts a withdrawal never waits long."""


def find_soon(authority: Authority, after: int = 0) -> None:
    """Have the worker look where public words name the authority, or did before its names were changed."""
    payload = {"authority": authority.key, "after": after}
    enqueue(FIND, key=digest(payload), payload=payload, again=True)


def find(authority: Authority, *, after: int) -> None:
    """Index anew the next interviews whose words name the authority, and ask for those that follow."""
    numbers = [number for number in _naming(authority) if number > after]
    rows = PublishedInterview.everything.filter(pk__in=numbers[:AT_ONCE])
    references = list(rows.values_list("reference", flat=True))
    pks = Interview.objects.filter(publication__reference__in=references).values_list("pk", flat=True)
    for pk in lock_all(pks):
        publish(pk, rewrite=True)
    if len(numbers) > AT_ONCE:
        find_soon(authority, after=numbers[AT_ONCE - 1])


def begin_looking(authority: Authority) -> None:
    """Show this record, and all whose pages lead to it, with nothing that merely names them, until new words of it have
    been looked through: they may name somebody whom one of those testimonies withholds."""
    keys = with_leading([(authority.kind, authority.slug)])
    PublishedAuthority.everything.filter(any_of("kind", "slug", keys)).update(is_looked_at=True)


def end_looking() -> None:
    """Show every record again with what names it: all its words have been looked through."""
    edition = locked_edition()
    ended = PublishedAuthority.everything.filter(is_looked_at=True).update(is_looked_at=False)
    close(edition, edition.coming(timezone.now()), bool(ended))


def end_looking_after(payload: dict) -> None:
    """End it if this was the last that was to be looked for. Under the lock of the edition, so that neither an approval nor
    another worker comes in between."""
    locked_edition()
    unfinished = Job.objects.filter(kind=FIND).exclude(state=Job.State.DONE)
    if not unfinished.exclude(key=digest(payload), asked_again=False).exists():
        end_looking()


def _naming(authority: Authority) -> list[int]:
    """The numbers of the interviews that named it, or hold the words of one of its names."""
    keys = {(NAMED + kind, slug) for kind, slug in with_leading([(authority.kind, authority.slug)])}
    before = FacetValue.everything.filter(any_of("facet", "value", keys))
    found, now = set(before.values_list("interview", flat=True)), current()
    card = canonical.load(authority.snapshot, AuthorityCard)
    for name in every_name(card):
        words = name.replace('"', " ")
        found |= set(search(f'"{words}"', language="uk", now=now).found)
    return sorted(found)
