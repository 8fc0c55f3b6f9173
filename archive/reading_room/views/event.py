from ..authorities import cards, of_kind
from ..happened import in_time
from .authority import AuthorityDetail, NameList


class EventDetail(AuthorityDetail):
    """An event with who dates it so, where, and the questions that are asked about it."""

    kind = "event"
    template_name = "event_detail/event_detail.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        place = context["card"].place
        questions = [card for card in of_kind("question").values() if card.event == context["card"].slug]
        return context | {
            "place": cards([("place", place)] if place else []).get(("place", place)),
            "questions": sorted(questions, key=lambda card: card.slug),
        }


class EventList(NameList):
    """In the order of time, each with its place where that is public; those without a date last."""

    kind = "event"
    template_name = "event_list/event_list.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        counts = {card.slug: count for card, count in context["names"]}
        found = in_time(card for card, _count in context["names"])
        places = cards(("place", card.place) for card in found if card.place)
        return context | {
            "events": [(card, places.get(("place", card.place)), counts[card.slug]) for card in found],
        }
