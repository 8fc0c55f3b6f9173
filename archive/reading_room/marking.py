"""Search inside one interview: the passages that hold the words, with every one of them marked."""

from collections.abc import Collection

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from archive.edition.models import PublishedInterview
from archive.edition.search import Inside, inside
from archive.language.highlight import marked

from . import drawing
from .found import PassageFound, passage_found
from .transcript import Mark


class Marking:
    """What a search inside one interview found, and the code of the tier that found it. ``languages`` are those of the
    passages that hold the words."""

    def __init__(self, interview: PublishedInterview, q: str):
        self.q = q
        self.inside = inside(interview, q, get_language())
        found = [hit for hit in self.inside.hits if hit.kind == "passage"]
        self.places = {(hit.part, hit.anchor) for hit in found}
        self.languages = {hit.language for hit in found}
        self.tier = self.inside.tier

    def hits(self, recordings: Collection[str]) -> list[PassageFound]:
        """The passages in the order of time; ``recordings`` are the keys of those the interview has."""
        return [passage_found(hit, recordings, self.q) for hit in self.inside.hits]

    def of_part(self, part: str) -> Mark:
        """The marking of the passages of a recording or text; only those the index found are looked at."""
        places, found = self.places, self.inside
        return lambda key, words, language: _marked(words, language, found) if (part, key) in places else None

    def of_text(self, words: str, language: str) -> SafeString | None:
        """A text with what was searched for marked; None where nothing of it stands in it."""
        return _marked(words, language, self.inside)


def _marked(words: str, language: str, found: Inside) -> SafeString | None:
    spans = found.marker.spans(words, language)
    return drawing.marked(marked(words, spans)) if spans else None
