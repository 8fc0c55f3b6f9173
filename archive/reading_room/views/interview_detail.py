from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from archive.document.reference import read_reference
from archive.edition.citation import STYLES, Item, styled
from archive.edition.models import PublishedInterview, Tombstone

from ..authorities import cards
from ..citing import kept, style_of
from ..claims import statements
from ..glossary import said_in
from ..interview_page import Choice, interview_page, named
from ..marking import Marking
from ..paths import way
from ..related import related


def interview_detail(request, reference):
    """One interview; 410 where one stood that is not available; the same 404 for all that never existed."""
    interview = PublishedInterview.objects.select_related("collection").filter(reference=reference).first()
    if interview is None:
        return absent(request, reference)
    document, choice = interview.content, Choice.read(request.GET)
    marking = Marking(interview, choice.q) if choice.q else None
    known = cards(named(document))
    page = interview_page(document, reference=reference, cards=known, choice=choice, marking=marking)
    card, url = interview.collection.content, request.build_absolute_uri(request.path)
    style = style_of(request)
    context = {
        "page": page,
        "document": document,
        "interview": interview,
        "collection": card,
        "statements": statements(document, known),
        "way": way(choice.path, reference, choice.at_ms) if choice.path else None,
        "related": related(interview),
        "words": said_in(interview),
        "url": url,
        "styles": STYLES.values(),
        "style": style,
        "today": timezone.localdate(),
        "citation": styled(style, _cited(document, reference, card, url, choice)),
    }
    return render(request, "interview_detail/interview_detail.html", context)


def _cited(document, reference, card, url, choice) -> Item:
    """The interview, or the passage that the address asks for, as it is cited today."""
    at_ms = choice.at_ms if _is_on_a_recording(document, choice) else None
    asked = {"r": choice.recording, "t": at_ms // 1000} if at_ms is not None else {}
    passage = urlencode({name: value for name, value in asked.items() if value != ""})
    return Item.of(document, url=f"{url}?{passage}" if passage else url, at_ms=at_ms, **kept(reference, card))


def _is_on_a_recording(document, choice) -> bool:
    """Whether the time that the address asks for is one of the recording it names, or of the first if it names none."""
    recordings = (
        [r for r in document.recordings if r.key == choice.recording] if choice.recording else document.recordings
    )
    if choice.at_ms is None or not recordings:
        return False
    recording = recordings[0]
    ends = (s.end_ms for t in recording.transcripts for s in t.segments)
    return choice.at_ms <= max(recording.duration_ms or 0, *(p.at_ms for p in recording.index), *ends, 0)


def absent(request, reference):
    """The answer where no interview is public: it is not available, or never was, or stands at another spelling."""
    canonical = read_reference(reference) or reference.upper()
    is_buried = Tombstone.objects.filter(reference=canonical).exists()
    if reference == canonical and is_buried:
        return render(request, "not_available/not_available.html", status=410)
    if is_buried or PublishedInterview.objects.filter(reference=canonical).exists():
        return redirect("interview-detail", canonical)
    raise Http404
