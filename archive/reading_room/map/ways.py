"""Where a place on the map leads."""

from html import escape

from django.urls import reverse

from archive.edition.places import ToldPlace


class Ways:
    """Addresses ready for an attribute: the page of a place, and the list with the place added to the choices."""

    def __init__(self, query: str):
        self._page = reverse("place-detail", args=["_"])
        self._list = escape(f"{reverse('interview-list')}?{query}&" if query else f"{reverse('interview-list')}?")

    def to_page(self, told: ToldPlace) -> str:
        return self._page.replace("/_/", f"/{told.card.slug}/")

    def to_list(self, told: ToldPlace) -> str:
        return f"{self._list}place={told.card.slug}"
