from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from archive.document.text import Text, read
from archive.edition.models import PublishedInterview
from archive.edition.words import word

from ..sharing.picture import Picture, png
from ..telling import briefly


def of_the_site(request):
    """The picture of every page that has none of its own."""
    return _png(Picture(title=_("Voices, kept with their agreement"), site=settings.HOLOS_SITE_NAME))


def of_an_interview(request, reference):
    """The picture of an interview: what a row of a list says of it, and its voice where that is public."""
    interview = get_object_or_404(PublishedInterview.objects.select_related("collection"), reference=reference)
    outline, reader = interview.in_outline, get_language()
    names = (read(speaker.name, reader) for speaker in outline.narrators if speaker.name)
    told = briefly(outline.told, reader) if outline.told else ""
    return _png(
        Picture(
            title=_words(outline.title, reader) or interview.reference,
            site=settings.HOLOS_SITE_NAME,
            kicker=f"{interview.reference} · {word(outline.kind, 'kind')}",
            mark=_words(interview.collection.content.demonstration_mark, reader),
            line=" · ".join(filter(None, (", ".join(name.text for name in names), told))),
            bars=outline.bars,
        )
    )


def _words(text: Text, reader: str) -> str:
    """What is written there, for this reader; nothing where it is blank."""
    reading = read(text, reader)
    return reading.text.strip() if reading else ""


def _png(picture: Picture) -> HttpResponse:
    response = HttpResponse(png(picture), content_type="image/png")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
