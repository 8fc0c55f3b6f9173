"""The addresses of the house, and one for each error, which raises what Django then answers."""

from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.urls import path

from config.middleware.maintenance import closed
from config.urls import urlpatterns as of_the_house


def raising(error: type[Exception]):
    def view(request):
        raise error

    return view


urlpatterns = [
    *of_the_house,
    *i18n_patterns(
        path("every-page/400/", raising(BadRequest), name="every-page-400"),
        path("every-page/403/", raising(PermissionDenied), name="every-page-403"),
        path("every-page/404/", raising(Http404), name="every-page-404"),
        path("every-page/500/", raising(RuntimeError), name="every-page-500"),
        path("every-page/503/", closed, name="every-page-503"),
        prefix_default_language=True,
    ),
]
