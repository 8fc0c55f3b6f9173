"""The public tables. Their default managers hold only what may be seen now."""

from .authority import NAMED, FormerAddress, PublishedAuthority, PublishedCollection, referring
from .edition import Edition
from .facet_bitmap import FacetBitmap
from .interview import FacetValue, PublishedFile, PublishedInterview, Tombstone
from .search_entry import IndexedInterview, SearchEntry, VocabularyWord

__all__ = [
    "NAMED",
    "Edition",
    "FacetBitmap",
    "FacetValue",
    "FormerAddress",
    "IndexedInterview",
    "PublishedAuthority",
    "PublishedCollection",
    "PublishedFile",
    "PublishedInterview",
    "SearchEntry",
    "Tombstone",
    "VocabularyWord",
    "referring",
]
