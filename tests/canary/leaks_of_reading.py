"""Leaks of the public pages: what has run out is read, or an answer tells more than its page."""

from collections import Counter
from types import SimpleNamespace

from django.http import HttpResponseNotFound
from django.shortcuts import redirect, render
from django.utils import timezone

from archive.catalogue.models import Interview, Segment
from archive.edition import facets, revalidation
from archive.edition.models import Edition, FacetValue, PublishedFile, PublishedInterview, liveness
from archive.publishing import pages
from archive.reading_room.views import captions, interview_detail, media
from config import urls
from config.middleware.headers import SecurityHeadersMiddleware

from . import checks, stages
from .leaks import ended, leak, passing


@leak("rows that ran out are read", ended("run out"), checks.nothing_on_pages)
def no_liveness(patch):
    patch.setattr(liveness, "in_force", lambda path="": liveness.Q())


def _everything_of(patch, model):
    live = liveness.LiveManager.get_queryset

    def rows(manager):
        return model.everything.all() if manager.model is model else live(manager)

    patch.setattr(liveness.LiveManager, "get_queryset", rows)


@leak("topics of what ran out still have a page", ended("run out"), checks.nothing_on_pages)
def facets_run_on(patch):
    _everything_of(patch, FacetValue)


@leak("files of what ran out are still served", ended("run out"), checks.nothing_on_pages)
def files_run_on(patch):
    _everything_of(patch, PublishedFile)


@leak("facets are counted over what ran out", ended("run out"), checks.nothing_on_pages)
def hidden_counts(patch):
    def counted(filterset):
        numbers = {name: Counter() for name in facets.COUNTED}
        for facet, value in FacetValue.everything.values_list("facet", "value"):
            if facet in numbers:
                numbers[facet][value] += 1
        return numbers

    patch.setattr(facets, "_counted", counted)


@leak("validators hold on after something ran out", ended("run out"), checks.run_out_is_absent)
def validator_holds(patch):
    patch.setattr(Edition, "has_expired_rows", False)


@leak("files are served without asking the edition", stages.heard_and_gone, checks.no_file_answers)
def no_gate(patch):
    class AnyFile:
        @staticmethod
        def filter(digest, suffix):
            return SimpleNamespace(first=lambda: SimpleNamespace(digest=digest, suffix=suffix, media_type="audio/mp4"))

    patch.setattr(media, "PublishedFile", SimpleNamespace(objects=AnyFile))


@leak("lower case leads to a record that ran out", stages.buried, checks.gone_alike)
def redirect_to_the_hidden(patch):
    absent = interview_detail.absent

    def leading(request, reference):
        canonical = reference.upper()
        if reference != canonical and PublishedInterview.everything.filter(reference=canonical).exists():
            return redirect("interview-detail", canonical)
        return absent(request, reference)

    patch.setattr(interview_detail, "absent", leading)


@leak("a hidden code leads to its record", stages.buried, checks.gone_alike)
def code_leads(patch):
    def leading(request, reference):
        return redirect("interview-detail", Interview.objects.get(code=reference).publication.reference)

    patch.setattr(interview_detail, "absent", leading)


def _drawn(patch, change):
    """Pages of interviews with ``change(body, request, context)`` for their body."""

    def drawing(request, template, context=None, **more):
        response = render(request, template, context, **more)
        response.content = change(response.content.decode(), request, context or {})
        return response

    patch.setattr(interview_detail, "render", drawing)


@leak("a tombstone tells the day", stages.buried, checks.gone_alike)
def tombstone_tells(patch):
    days, answer = {}, pages._answer

    def answering(entry):
        days[entry.reference] = timezone.localdate()
        answer(entry)

    patch.setattr(pages, "_answer", answering)
    _drawn(patch, lambda body, request, context: f"{body}<p>{days.get(request.path.split('/')[3])}</p>")


@leak("a note for staff stands in a comment of the page", stages.spoken, checks.nothing_on_pages)
def note_in_a_comment(patch):
    notes, write = {}, pages.write

    def writing(entry, *args, **kwargs):
        notes[entry.reference] = entry.interview.private_note
        return write(entry, *args, **kwargs)

    patch.setattr(pages, "write", writing)
    _drawn(patch, lambda body, request, context: body + f"<!-- {notes.get(context['page'].reference)} -->")


@leak("an error page repeats what was asked for", stages.buried, checks.gone_alike)
def echo(patch):
    patch.setattr(
        urls, "handler404", lambda request, exception: HttpResponseNotFound(f"No {request.path}"), raising=False
    )


@leak("captions are drawn from the catalogue", stages.spoken, checks.nothing_on_pages)
def captions_of_the_catalogue(patch):
    texts = passing(
        captions.webvtt, lambda text, *args: text + "\n".join(Segment.objects.values_list("text", flat=True))
    )
    patch.setattr(captions, "webvtt", texts)


@leak("captions hold what is withheld", stages.spoken, checks.nothing_on_pages)
def captions_of_everything(patch):
    said, write = [], pages.write

    def writing(*args, **kwargs):
        said[:] = Segment.objects.values_list("text", flat=True)
        return write(*args, **kwargs)

    patch.setattr(pages, "write", writing)
    patch.setattr(captions, "webvtt", passing(captions.webvtt, lambda text, *args: text + "\n".join(said)))


def _with_header(patch, value):
    call = SecurityHeadersMiddleware.__call__

    def answering(middleware, request):
        response = call(middleware, request)
        response["X-Records"] = value()
        return response

    patch.setattr(SecurityHeadersMiddleware, "__call__", answering)


@leak("a header counts all records", stages.beside, checks.unmoved_by_hidden_acts)
def header_reads_the_catalogue(patch):
    _with_header(patch, lambda: Interview.objects.count())


@leak("a header tells the next code to be given", stages.beside, checks.unmoved_by_hidden_acts)
def header_moves(patch):
    codes, next_code = ["none"], Interview._next_code
    patch.setattr(Interview, "_next_code", passing(next_code, lambda code, made: codes.append(code) or code))
    _with_header(patch, lambda: codes[-1])


@leak("the validator counts drafts", stages.beside, checks.unmoved_by_hidden_acts)
def validator_counts(patch):
    made, save = [], Interview.save

    def saving(interview, *args, **kwargs):
        made.append(interview)
        return save(interview, *args, **kwargs)

    patch.setattr(Interview, "save", saving)
    patch.setattr(revalidation, "house", lambda: str(len(made)))
