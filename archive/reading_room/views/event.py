from ..authorities import cards, of_kind
from .authority import AuthorityDetail


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
