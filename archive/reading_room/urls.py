"""Addresses under a language: every page is revalidated against the edition."""

from django.conf import settings
from django.urls import path
from django.utils.timezone import localdate

from archive.edition.revalidation import revalidated

from . import converters  # noqa: F401  (registers the forms named below)
from .views import captions as captions_view
from .views import (
    collection,
    design,
    event,
    glossary,
    home,
    interview_detail,
    interview_list,
    map,
    paper_detail,
    passage_list,
    person,
    place,
    question,
    search_help,
    share_picture,
    texts,
    timeline,
    topic,
)
from .views import path as path_view


def page(route, view, name, **more):
    return path(route, revalidated(view, **more), name=name)


urlpatterns = [
    page("", home.home, "home"),
    page("interviews/", interview_list.interview_list, "interview-list"),
    page("interviews/<reference:reference>/", interview_detail.interview_detail, "interview-detail", moving=localdate),
    page("interviews/<reference:reference>/captions/<str:key>.vtt", captions_view.captions, "captions"),
    page("interviews/<reference:reference>/papers/<key:key>/", paper_detail.paper_detail, "paper-detail"),
    page("interviews/<reference:reference>/picture.png", share_picture.of_an_interview, "interview-picture"),
    page("picture.png", share_picture.of_the_site, "site-picture"),
    page("passages/", passage_list.passage_list, "passage-list"),
    page("timeline/", timeline.timeline, "timeline"),
    page("map/", map.testimony_map, "map"),
    page("search-help/", search_help.search_help, "search-help"),
    page("places/", place.PlaceList.as_view(), "place-list"),
    page("places/<slug:slug>/", place.PlaceDetail.as_view(), "place-detail"),
    page("topics/", topic.TopicList.as_view(), "topic-list"),
    page("topics/<slug:slug>/", topic.TopicDetail.as_view(), "topic-detail"),
    page("people/", person.PersonList.as_view(), "person-list"),
    page("people/<slug:slug>/", person.PersonDetail.as_view(), "person-detail"),
    page("events/", event.EventList.as_view(), "event-list"),
    page("events/<slug:slug>/", event.EventDetail.as_view(), "event-detail"),
    page("questions/", question.question_list, "question-list"),
    page("questions/<slug:slug>/", question.question_detail, "question-detail"),
    page("collections/", collection.collection_list, "collection-list"),
    page("collections/<slug:slug>/", collection.collection_detail, "collection-detail"),
    page("paths/", path_view.path_list, "path-list"),
    page("paths/<slug:slug>/", path_view.path_detail, "path-detail"),
    page("glossary/", glossary.glossary, "glossary"),
    page("about/", texts.about, "about"),
    page("consent/", texts.consent, "consent"),
    page("safety/", texts.safety, "safety"),
    page("privacy/", texts.privacy, "privacy"),
    page("use/", texts.use, "use"),
    page("contact/", texts.contact, "contact"),
    page("accessibility/", texts.accessibility, "accessibility"),
]

if settings.HOLOS_DEVELOPMENT:
    urlpatterns += [page("design/", design.design, "design")]
