"""The baseline: a listing as anybody would write it with django-filter over the same tables. Never served elsewhere."""

import os

import django_filters
from django.conf import settings
from django.core.paginator import Paginator
from django.core.wsgi import get_wsgi_application
from django.db.models import Count, Q
from django.template import engines
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
settings.ROOT_URLCONF = __name__

from django.http import HttpResponse  # noqa: E402

from archive.edition.models import FacetValue, PublishedInterview  # noqa: E402

FACETS = ("place", "topic", "language")
PAGE = """<h1>{{ page.paginator.count }}</h1>
{% for name, counts in facets %}<h2>{{ name }}</h2><ul>{% for row in counts %}<li>{{ row.value }} {{ row.number }}</li>{% endfor %}</ul>{% endfor %}
<ol>{% for row in page %}<li><a href="/{{ row.reference }}">{{ row.title_uk }}</a> {{ row.recorded_earliest }}</li>{% endfor %}</ol>"""


class PlainFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="containing")
    place = django_filters.CharFilter(method="valued")
    topic = django_filters.CharFilter(method="valued")
    language = django_filters.CharFilter(method="valued")

    class Meta:
        model = PublishedInterview
        fields = ["kind"]

    def containing(self, rows, name, words):
        """Every word somewhere in the interview; words between quotation marks together in one text."""
        for word in [words.strip('"')] if words.startswith('"') else words.split():
            rows = rows.filter(Q(pk__in=_holding(word)))
        return rows

    def valued(self, rows, name, value):
        return rows.filter(pk__in=FacetValue.objects.filter(facet=name, value=value).values("interview"))


def _holding(word: str):
    from archive.edition.models import SearchEntry

    return SearchEntry.objects.filter(text__icontains=word).values("interview")


def listing(request):
    found = PlainFilter(request.GET, queryset=PublishedInterview.objects.defer("packed", "outline").order_by("-pk")).qs
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    counted = FacetValue.objects.filter(interview__in=found.values("pk"))
    facets = [(name, list(_counts(counted.filter(facet=name)))) for name in FACETS]
    return HttpResponse(engines["django"].from_string(PAGE).render({"page": page, "facets": facets}))


def _counts(values):
    return values.values("value").annotate(number=Count("interview", distinct=True)).order_by("-number")


urlpatterns = [path("", listing)]
