"""The visitor of the public pages, who takes along what the archive offers."""

from tests.reading_room.conftest import archive, visitor

__all__ = ["archive", "visitor"]
