from .authority import AuthorityDetail, AuthorityList


class PlaceDetail(AuthorityDetail):
    kind = "place"
    template_name = "place_detail/place_detail.html"


class PlaceList(AuthorityList):
    kind = "place"
    template_name = "place_list/place_list.html"
