"""The full-text index of the database in use."""

from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}
