from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language, override

from archive.document.text import read
from archive.edition.models import PublishedInterview

from ..captions import webvtt


def captions(request, reference, key):
    """The captions of one transcript of a recording, as WebVTT."""
    interview = get_object_or_404(PublishedInterview.objects.select_related("collection"), reference=reference)
    document = interview.content
    transcript = next((t for r in document.recordings for t in r.transcripts if t.key == key), None)
    if transcript is None:
        raise Http404
    mark = read(interview.collection.content.demonstration_mark, transcript.language)
    language = transcript.language if transcript.language in dict(settings.LANGUAGES) else get_language()
    with override(language):
        text = webvtt(transcript, document.speakers, [mark.text] if mark else [])
    return HttpResponse(text, content_type="text/vtt; charset=utf-8")
