"""The addresses of the workroom. Importing the nouns puts their pages on the site."""

from django.urls import path

from . import (  # noqa: F401
    account,
    claim,
    collection,
    consent_record,
    custody_event,
    document,
    document_page,
    erasure,
    event,
    guides,
    interview,
    job,
    master,
    participation,
    person,
    place,
    question,
    recording,
    redaction,
    stop,
    term,
    topic,
    transcript,
    withdrawal,
)
from .site import workroom

urlpatterns = [path("", workroom.urls)]
