from archive.document.authority import AuthorityCard

from ..authorities import of_kind, trail
from ..gathered import gathered
from ..happened import in_time
from ..tree import in_order
from .authority import AuthorityDetail, AuthorityList


class PlaceDetail(AuthorityDetail):
    """A place with what happened in it or in its parts, what is asked about that, and the months told about."""

    kind = "place"
    template_name = "place_detail/place_detail.html"

    def more(self, cards, slug, filterset, naming):
        events = in_time(card for card in of_kind("event").values() if _is_inside(card.place, slug, cards))
        asked = {card.slug for card in events}
        return {
            "events": events,
            "questions": in_order(card for card in of_kind("question").values() if card.event in asked),
            "gathered": gathered(filterset) if filterset.chosen else None,
        }


def _is_inside(place: str, slug: str, cards: dict[str, AuthorityCard]) -> bool:
    return place == slug or (place in cards and any(card.slug == slug for card in trail(place, cards)))


class PlaceList(AuthorityList):
    kind = "place"
    template_name = "place_list/place_list.html"
