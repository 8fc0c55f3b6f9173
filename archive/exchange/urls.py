"""Addresses under a language: feeds and files of the listing."""

from django.urls import path
from django.utils import timezone

from .atom.view import atom
from .export import export
from .offering import offered

# References name the day they were taken, so a file is of its day.
urlpatterns = [
    path("interviews/feed.atom", offered(atom), name="interview-feed"),
    path("interviews/export.<slug:form>", offered(export, moving=timezone.localdate), name="interview-export"),
]
