"""What the tests ask of every way out."""

FORMS = ("csv", "json", "ris", "bibtex", "csl-json")
EXPORTS = [f"/en/interviews/export.{form}" for form in FORMS]
FEED = "/en/interviews/feed.atom"
SEARCH = "/api/v1/search"
SUGGEST = "/api/v1/suggest"
LISTS = [*EXPORTS, FEED, SEARCH]
"""Addresses that take the parameters of the listing."""
ALL = [*LISTS, SUGGEST]
