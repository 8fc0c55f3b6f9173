"""The names of the edition's places, topics, events and people, as a finder for questions and for marking."""

from functools import lru_cache

from django.db.models.functions import MD5

from archive.document import names
from archive.language.authorities import Gazetteer

from ..models import PublishedAuthority
from ..snapshot import Current


def gazetteer(now: Current) -> Gazetteer:
    """The finder of all names that something in force refers to, made anew only when they have changed."""
    return now.kept("gazetteer", lambda: _gazetteer(_state()))


def _state() -> tuple[tuple[int, str], ...]:
    return tuple(PublishedAuthority.objects.order_by("pk").values_list("pk", MD5("forms")))


@lru_cache(maxsize=4)
def _gazetteer(state: tuple[tuple[int, str], ...]) -> Gazetteer:
    kept = dict(PublishedAuthority.objects.values_list("pk", "forms"))
    return Gazetteer.from_forms(names.load(kept[pk] for pk, _ in state))
