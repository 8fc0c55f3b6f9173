"""The tables of a full-text index by their names, so that several indexes stand side by side on one engine."""

from typing import NamedTuple


class Tables(NamedTuple):
    """``texts`` has a row for each text, ``wholes`` one for each interview or other record that texts make up."""

    texts: str
    wholes: str

    def ending_in(self, suffix: str) -> "Tables":
        return Tables(*(name + suffix for name in self))


EDITION = Tables("edition_searchindex_texts", "edition_searchindex_interviews")
"""The index that answers the public."""
