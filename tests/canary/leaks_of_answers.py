"""Leaks of answers to a search: passages, and words offered instead, tell more than the edition holds in force."""

from archive.catalogue.models import Segment
from archive.edition.models import VocabularyWord
from archive.edition.search import hits
from archive.edition.search.excerpts import Piece
from archive.publishing import pages
from archive.reading_room import answers

from . import checks, stages
from .leaks import ended, leak, passing


@leak("a passage found is shown as it was said before it was narrowed", stages.spoken, checks.nothing_on_pages)
def passages_of_the_catalogue(patch):
    said, write = [], pages.write

    def writing(*args, **kwargs):
        said[:] = Segment.objects.values_list("text", flat=True)
        return write(*args, **kwargs)

    patch.setattr(pages, "write", writing)
    whole = passing(hits.excerpt, lambda pieces, *args: [*pieces, Piece(" ".join(said), False)])
    patch.setattr(hits, "excerpt", whole)


@leak("words of what ran out are offered where nothing is found", ended("run out"), checks.nothing_on_pages)
def words_run_on(patch):
    words = VocabularyWord.objects.values_list("word", flat=True)
    patch.setattr(answers, "did_you_mean", lambda q, language: list(words.all()))


@leak("a count of passages counts those of drafts", stages.beside, checks.unmoved_by_hidden_acts)
def drafts_are_counted(patch):
    made, save = [], Segment.save

    def saving(segment, *args, **kwargs):
        made.append(segment)
        return save(segment, *args, **kwargs)

    patch.setattr(Segment, "save", saving)
    found = hits.Held.found
    patch.setattr(hits.Held, "found", lambda *args: (some := found(*args))._replace(count=some.count + len(made)))
