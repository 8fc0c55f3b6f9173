"""Addresses without a language: the API."""

from django.urls import path

from .api.search import search
from .api.suggest import suggest
from .offering import offered

urlpatterns = [
    path("api/v1/search", offered(search), name="api-search"),
    path("api/v1/suggest", offered(suggest), name="api-suggest"),
]
