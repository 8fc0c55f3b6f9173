from ..gathered import gathered
from .authority import AuthorityDetail, NameList


class PersonDetail(AuthorityDetail):
    """A public figure, or a narrator who agreed that interviews may be joined under a full name; with the places and
    topics of the testimonies that tell about them, or, where none does, of those that name them."""

    kind = "person"
    template_name = "person_detail/person_detail.html"

    def more(self, cards, slug, filterset, naming):
        return {"gathered": gathered(filterset, members=None if filterset.chosen else naming)}


class PersonList(NameList):
    kind = "person"
    template_name = "person_list/person_list.html"
