"""The public tables. Their default managers hold only what may be seen now."""

from .authority import NAMED, FormerAddress, PublishedAuthority, PublishedCollection, referring
from .edition import Edition
from .facet_bitmap import FacetBitmap
from .interview import FacetValue, PublishedFile, PublishedInterview, Tombstone
from .path import PublishedOpening, PublishedPath, PublishedStop
from .search_entry import IndexedInterview, SearchEntry, VocabularyWord
from .term import PublishedTerm

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
    "PublishedOpening",
    "PublishedPath",
    "PublishedStop",
    "PublishedTerm",
    "SearchEntry",
    "Tombstone",
    "VocabularyWord",
    "referring",
]
