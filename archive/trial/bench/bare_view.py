"""The least a page can cost here: one Django view that answers a constant, without middleware and database."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
settings.MIDDLEWARE, settings.ROOT_URLCONF = [], __name__

PAGE = b"<!doctype html><title>Nothing</title><p>Nothing is asked of a database here."


def page(request):
    return HttpResponse(PAGE)


urlpatterns = [path("", page)]
application = get_wsgi_application()
