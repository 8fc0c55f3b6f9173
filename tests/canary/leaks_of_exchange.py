"""Leaks of the ways out: an export, a feed or the API tells more than the page it was taken from."""

from dataclasses import replace
from types import SimpleNamespace

from archive.catalogue.models import Interview, Participation, Segment
from archive.edition.models import PublishedInterview, SearchEntry
from archive.edition.search.suggest import Suggestion
from archive.exchange import crosswalk, selection
from archive.exchange.api import search, suggest
from archive.exchange.atom import view
from archive.publishing import pages

from . import checks, stages
from .leaks import ended, leak, passing


def _entries_with(patch, module, change):
    patch.setattr(module, "entries", passing(module.entries, _each(change)))


def _each(change):
    return lambda found, *args: {number: change(entry) for number, entry in found.items()}


@leak("an export reads the names of narrators from the catalogue", stages.spoken, checks.nothing_on_pages)
def names_of_the_catalogue(patch):
    def named(entry):
        return replace(entry, narrators=tuple(Participation.objects.values_list("name_full_uk", flat=True)))

    _entries_with(patch, selection, named)


@leak("an export keeps the names it knew before they were narrowed", stages.spoken, checks.nothing_on_pages)
def names_before_narrowing(patch):
    names, write = [], pages.write

    def writing(*args, **kwargs):
        names[:] = Participation.objects.values_list("name_full_uk", flat=True)
        return write(*args, **kwargs)

    patch.setattr(pages, "write", writing)
    _entries_with(patch, selection, lambda entry: replace(entry, narrators=tuple(map(str, names))))


@leak("a feed shows the title that waits for approval", stages.spoken, checks.nothing_on_pages)
def feed_of_drafts(patch):
    titles, save = ["The title"], Interview.save

    def saving(interview, *args, **kwargs):
        titles[:] = [interview.title_en]
        return save(interview, *args, **kwargs)

    patch.setattr(Interview, "save", saving)
    patch.setattr(view, "_title", lambda chosen: titles[0])


@leak("an export shows what ran out", ended("run out"), checks.nothing_on_pages)
def exports_run_on(patch):
    whole = selection.Selection.entries

    def everything(chosen, interviews):
        return whole(chosen, list(PublishedInterview.everything.all()))

    patch.setattr(selection.Selection, "entries", everything)
    patch.setattr(crosswalk, "PublishedInterview", SimpleNamespace(objects=PublishedInterview.everything))


@leak("the API gives passages that were withheld", stages.spoken, checks.nothing_on_pages)
def api_tells_everything(patch):
    said, write = [], pages.write

    def writing(*args, **kwargs):
        said[:] = Segment.objects.values_list("text", flat=True)
        return write(*args, **kwargs)

    patch.setattr(pages, "write", writing)
    patch.setattr(search, "_results", passing(search._results, lambda found, *args: [*found, {"said": said}]))


@leak("the API finds in what ran out", ended("run out"), checks.nothing_on_pages)
def api_runs_on(patch):
    def texts(found, *args):
        return [*found, {"passages": list(SearchEntry.everything.values_list("text", flat=True))}]

    patch.setattr(search, "_results", passing(search._results, texts))


@leak("suggestions are taken from drafts", stages.beside, checks.unmoved_by_hidden_acts)
def suggestions_of_drafts(patch):
    made, save = [], Interview.save

    def saving(interview, *args, **kwargs):
        made.append(interview)
        return save(interview, *args, **kwargs)

    patch.setattr(Interview, "save", saving)
    patch.setattr(suggest, "suggested", lambda q, *args: [Suggestion(f"word {len(made)}", suggest.WORD, "", "word")])


@leak("an export counts what ran out", ended("run out"), checks.run_out_is_absent)
def export_counts_all(patch):
    patch.setattr(selection.Selection, "total", property(lambda chosen: PublishedInterview.everything.count()))
