from .authority import AuthorityDetail, AuthorityList


class TopicDetail(AuthorityDetail):
    kind = "topic"
    template_name = "topic_detail/topic_detail.html"


class TopicList(AuthorityList):
    kind = "topic"
    template_name = "topic_list/topic_list.html"
