from django.shortcuts import render

from archive.edition.models import PublishedTerm

from ..glossary import in_order


def glossary(request):
    """Words that readers from elsewhere may not know, in the alphabet of the reader."""
    return render(request, "glossary/glossary.html", {"entries": in_order(PublishedTerm.objects.all())})
