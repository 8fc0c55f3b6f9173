"""The names of the edition's places, topics, events and people, as a finder for questions and for marking."""

from archive.document import names
from archive.language.authorities import Gazetteer

from ..snapshot import Current
from .remembered import Remembered

_gazetteer = Remembered("forms", lambda kept: Gazetteer.from_forms(names.load(kept)))


def gazetteer(now: Current) -> Gazetteer:
    """The finder of all names that something in force refers to, made anew only when they have changed."""
    return now.kept("gazetteer", _gazetteer.now)
