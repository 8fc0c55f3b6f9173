from .authority import AuthorityDetail, NameList


class PersonDetail(AuthorityDetail):
    """A public figure, or a narrator who agreed that interviews may be joined under a full name."""

    kind = "person"
    template_name = "person_detail/person_detail.html"


class PersonList(NameList):
    kind = "person"
    template_name = "person_list/person_list.html"
