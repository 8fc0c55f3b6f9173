"""Leaks of paths and of the glossary: a sentence outlives its testimony, a draft of the archive's own is read."""

from types import SimpleNamespace

from archive.catalogue.models import PathStop, Term
from archive.edition.models import PublishedStop
from archive.publishing import explaining, guides, unsaid

from . import checks, stages_of_guides
from .leaks import ended, leak
from .leaks_of_reading import _everything_of


@leak("a path still says why what ran out was on it", ended("run out"), checks.nothing_on_pages)
def stops_run_on(patch):
    _everything_of(patch, PublishedStop)


@leak("the introduction of a path repeats every sentence on it", stages_of_guides.guided)
def sentences_in_the_card(patch):
    text = guides.text

    def with_sentences(record, field):
        found = text(record, field)
        if field != "introduction":
            return found
        return found | {"en": " ".join(stop.sentence_en or "" for stop in record.stops.all())}

    patch.setattr(guides, "text", with_sentences)


class _Unasked:
    """The rows of a model, whatever is asked about being public."""

    def __init__(self, model):
        self.objects = SimpleNamespace(filter=lambda **asked: model.objects.filter(**_open(asked)))


def _open(asked: dict) -> dict:
    return {name: value for name, value in asked.items() if not name.endswith("is_public")}


@leak("a path that is not public yet is read", stages_of_guides.guided)
def unready_paths(patch):
    patch.setattr(guides, "PathStop", _Unasked(PathStop))
    patch.setitem(guides.SHOWN_AS, guides.PathStop, PublishedStop)


@leak("a sentence on a path says a withheld name", stages_of_guides.guided)
def withheld_name_on_a_path(patch):
    patch.setattr(unsaid, "withheld_people", lambda *args: {})


@leak("what a path says names a narrator", stages_of_guides.guided)
def narrator_in_an_introduction(patch):
    patch.setattr(unsaid, "withheld_people", lambda *args: {})
    patch.setattr(unsaid, "narrators_names", lambda *args: {})


@leak("a path is shown again by whoever does not mind", stages_of_guides.guided)
def path_brought_back(patch):
    patch.setattr(guides, "is_unsaid", lambda words: False)


@leak("a word is explained before it is public", stages_of_guides.guided)
def unready_words(patch):
    patch.setattr(explaining, "Term", _Unasked(Term))
