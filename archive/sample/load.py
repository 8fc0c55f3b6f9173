"""Load the sample collections through the same door as everything else."""

from django.db import transaction
from django.utils import timezone

from archive.catalogue.models import Collection, CollectionPolicy, Interview
from archive.custody import acting

from . import accounts, authorities, files, guides, interviews, lifecycle, papers
from .reading import columns


def is_loaded() -> bool:
    """Whether a collection of the sample is there already."""
    return Collection.objects.filter(slug__in=files.read("collections")).exists()


@transaction.atomic
def load() -> int:
    """Enter, submit and approve everything, all or nothing; return the number of interviews.

    Public files are made afterwards by the background worker.
    """
    today = timezone.localdate()
    people = accounts.ensure()
    archivist, moderator = people["archivist"], people["moderator"]
    accounts.admit(people, today=today)
    with acting(people["administrator"]):
        collections = {key: _collection(key, content) for key, content in files.read("collections").items()}
    with acting(archivist):
        known = authorities.enter()
    authorities.approve(known, by=moderator)
    with acting(archivist):
        contents = [*files.reports(), *files.recordings()]
        entered = [interviews.enter(c, collections, known, by=archivist, today=today) for c in contents]
        claims = {}
        for one in entered:
            papers.enter_sources(one)
            papers.enter_documents(one, by=archivist)
            claims |= papers.enter_claims(one, known, by=archivist, today=today)
        for one in entered:
            papers.relate_claims(one, claims)
        guides.enter(entered)
    for one in entered:
        lifecycle.live(one, archivist=archivist, moderator=moderator, today=today)
    return Interview.objects.filter(pk__in=[one.interview.pk for one in entered]).count()


def _collection(key: str, content: dict) -> Collection:
    texts = columns(content, "name", "description", "demonstration_mark")
    collection = Collection.objects.create(slug=key, code=content["code"], **texts)
    for scope, widest in content["policy"].items():
        CollectionPolicy.objects.create(collection=collection, scope=scope, widest=widest)
    return collection
