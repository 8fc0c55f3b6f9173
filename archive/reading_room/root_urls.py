"""Addresses without a language."""

from django.urls import path

from archive.edition.revalidation import revalidated

from . import converters  # noqa: F401  (registers the forms named below)
from .views import media, robots, sitemap, texts

urlpatterns = [
    path("media/<digest:digest>.<suffix:suffix>", media.media, name="media"),
    path("ru/consent/", revalidated(texts.consent_in_russian), name="consent-russian"),
    path("ru/safety/", revalidated(texts.safety_in_russian), name="safety-russian"),
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", revalidated(sitemap.index), name="sitemap"),
    path("sitemap-pages.xml", revalidated(sitemap.pages), name="sitemap-pages"),
    path("sitemap-names-<int:number>.xml", revalidated(sitemap.names), name="sitemap-names"),
    path("sitemap-<int:number>.xml", revalidated(sitemap.part), name="sitemap-part"),
]
