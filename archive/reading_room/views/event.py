from ..authorities import cards
from .authority import AuthorityDetail


class EventDetail(AuthorityDetail):
    """An event with who dates it so, and where."""

    kind = "event"
    template_name = "event_detail/event_detail.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        place = context["card"].place
        return context | {"place": cards([("place", place)] if place else []).get(("place", place))}
