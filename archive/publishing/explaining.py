"""The glossary enters the edition as it is saved; where its words are said, background work looks a part at a time."""

from django.db import transaction
from django.utils import timezone

from archive.catalogue.models import Interview, Term
from archive.document import canonical
from archive.edition.models import FacetValue, PublishedInterview, PublishedTerm
from archive.edition.search import SAID, search
from archive.edition.snapshot import current
from archive.jobs.queue import digest, enqueue

from .door import lock_all, publish
from .glossary import card_of, words_of
from .pages import close, locked_edition

FIND = "publishing.find_term"
AT_ONCE = 10
"""Interviews in one transaction: between two parts a withdrawal never waits long."""


@transaction.atomic
def show_term(slug: str) -> None:
    """Bring the public words of an entry up to date, and have the worker look where they are said."""
    if _put({slug}):
        find_soon(slug)


def restate() -> None:
    """Make the glossary of the edition say what the catalogue says."""
    _put({*Term.objects.values_list("slug", flat=True), *PublishedTerm.objects.values_list("slug", flat=True)})


@transaction.atomic
def _put(slugs: set[str]) -> bool:
    wanted = {term.slug: canonical.dump(card_of(term)) for term in Term.objects.filter(slug__in=slugs, is_public=True)}
    held = dict(PublishedTerm.objects.filter(slug__in=slugs).values_list("slug", "card"))
    if wanted == held:
        return False
    edition = locked_edition()
    PublishedTerm.objects.filter(slug__in=held.keys() - wanted.keys()).delete()
    for slug, card in sorted(wanted.items()):
        PublishedTerm.objects.update_or_create(slug=slug, defaults={"card": card})
    return close(edition, edition.coming(timezone.now()), True)


def find_soon(slug: str, *, after: int = 0) -> None:
    """Have the worker look which public interviews say the word, or did before it was changed."""
    payload = {"term": slug, "after": after}
    enqueue(FIND, key=digest(payload), payload=payload, again=True)


def find(slug: str, *, after: int) -> None:
    """Write anew the next interviews that say the word or did, and ask for those that follow."""
    numbers = [number for number in _saying(slug) if number > after]
    rows = PublishedInterview.everything.filter(pk__in=numbers[:AT_ONCE])
    references = list(rows.values_list("reference", flat=True))
    for pk in lock_all(Interview.objects.filter(publication__reference__in=references).values_list("pk", flat=True)):
        publish(pk, rewrite=True)
    if len(numbers) > AT_ONCE:
        find_soon(slug, after=numbers[AT_ONCE - 1])


def _saying(slug: str) -> list[int]:
    """The numbers of the interviews that said the word as it was, or hold its words now."""
    before = FacetValue.everything.filter(facet=FacetValue.Facet.TERM, value=slug)
    found, now = set(before.values_list("interview", flat=True)), current()
    row = PublishedTerm.objects.filter(slug=slug).first()
    for language, name in words_of(row.content) if row else ():
        answer = search(name.replace('"', " "), language=language, now=now)
        found.update(number for tier, members in answer.tiers if tier.code == SAID for number in members)
    return sorted(found)
