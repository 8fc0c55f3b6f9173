"""Addresses without a language."""

from django.urls import path

from archive.edition.revalidation import revalidated

from . import converters  # noqa: F401  (registers the forms named below)
from .views import media, robots, texts

urlpatterns = [
    path("media/<digest:digest>.<suffix:suffix>", media.media, name="media"),
    path("ru/consent/", revalidated(texts.consent_in_russian), name="consent-russian"),
    path("robots.txt", robots.robots, name="robots"),
]
