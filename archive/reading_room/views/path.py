from django.shortcuts import get_object_or_404, render

from archive.edition.models import PublishedPath

from ..paths import outlines, stops_of


def path_list(request):
    """Every way into the archive that an archivist has composed."""
    return render(request, "path_list/path_list.html", {"paths": outlines(PublishedPath.objects.all())})


def path_detail(request, slug):
    """One path: what joins its testimonies, and each with the reason why it is here."""
    path = get_object_or_404(PublishedPath.objects, slug=slug)
    return render(request, "path_detail/path_detail.html", {"card": path.content, "stops": stops_of(path)})
