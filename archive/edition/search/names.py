"""The names of the edition's places, topics, events and people, as a finder for questions and for marking."""

from archive.language.authorities import Gazetteer


def gazetteer() -> Gazetteer:
    return Gazetteer()
