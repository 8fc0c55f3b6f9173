"""Leaks of questions: an account or a question that may not be seen stands among those that may."""

from dataclasses import replace
from types import SimpleNamespace

from msgspec import UNSET
from pyroaring import BitMap

from archive.catalogue.models import Claim, Question
from archive.consent import narrowing
from archive.edition.models import FacetValue, PublishedAuthority, PublishedInterview
from archive.publishing import assemble, own_words, pages, printing, settle
from archive.reading_room.views import question as view

from . import checks
from .leaks import leak, passing
from .stages_of_questions import answered, answered_and_run_out


@leak("a claim outlives the passage it is made from", answered)
def claims_of_withheld_passages(patch):
    patch.setattr(narrowing.View, "claims", lambda view, document: view.dossier.claims)


@leak("a claim names a question that nobody approved", answered, checks.nothing_in_the_edition)
def unapproved_questions(patch):
    patch.setattr(settle, "_answering", lambda claims, cards: claims)


@leak("the words of a question that nobody approved stand on the claim", answered)
def unapproved_words(patch):
    def answering(claims, cards):
        names = {record.slug: assemble.text(record, "name") for record in Question.objects.all()}
        return tuple(replace(c, question=names.get(c.answers, {}), answers=UNSET) for c in claims)

    patch.setattr(settle, "_answering", answering)


@leak("a question names an event of which nothing public tells", answered, checks.nothing_in_the_edition)
def events_nobody_tells_of(patch):
    patch.setattr(pages, "linked", lambda cards: cards)
    patch.setattr(pages, "refresh_links", lambda: False)


@leak("the list can be narrowed to who says when an event was that nobody approved", answered)
def unapproved_dates(patch):
    patch.setattr(settle, "_dated", lambda claims, cards: claims)


@leak("the list can be narrowed to who says in a withheld passage when an event was", answered)
def dates_of_withheld_passages(patch):
    def dating(found, *args):
        said = Claim.objects.exclude(passage="").filter(event__isnull=False)
        return [*found, *(FacetValue(facet="dates", value=claim.event.slug) for claim in said)]

    patch.setattr(printing, "facet_values", passing(printing.facet_values, dating))


@leak("a question is introduced by a name that one of its accounts withholds", answered)
def named_in_an_introduction(patch):
    patch.setattr(own_words, "is_unsaid", lambda words: False)


@leak("a question shows accounts that have run out", answered_and_run_out, checks.nothing_on_pages)
def accounts_run_on(patch):
    def having(facet, values):
        rows = FacetValue.everything.filter(facet=facet, value__in=values)
        return BitMap(rows.values_list("interview", flat=True))

    patch.setattr(view, "current", lambda: SimpleNamespace(having=having, counts=lambda facets: {"question": {}}))
    patch.setattr(view, "PublishedInterview", SimpleNamespace(objects=PublishedInterview.everything))


@leak("a question without an account left is still listed", answered_and_run_out, checks.nothing_on_pages)
def questions_run_on(patch):
    def everything(kind):
        return {row.slug: row.content for row in PublishedAuthority.everything.filter(kind=kind)}

    def counts(facets):
        return {"question": dict.fromkeys(everything("question"), 1)}

    now = SimpleNamespace(counts=counts, having=lambda facet, values: BitMap())
    patch.setattr(view, "of_kind", everything)
    patch.setattr(view, "current", lambda: now)
