"""The addresses each role answers: the reading room and the exchange for everybody, the workroom for staff."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView

from config.front_door import front_door

urlpatterns = []
handler400 = "config.errors.not_understood"

if settings.HOLOS_ROLE in ("staff", "all"):
    urlpatterns += [path("workroom/", include("archive.workroom.urls"))]

if settings.HOLOS_ROLE == "staff":
    urlpatterns += [path("", RedirectView.as_view(url="/workroom/"), name="front-door")]

if settings.HOLOS_ROLE in ("public", "all"):
    urlpatterns += [
        path("", front_door, name="front-door"),
        path("", include("archive.reading_room.root_urls")),
        path("", include("archive.exchange.root_urls")),
        *i18n_patterns(
            path("", include("archive.reading_room.urls")),
            path("", include("archive.exchange.urls")),
            prefix_default_language=True,
        ),
    ]
