"""The one list of kinds of pages, each with an address in the sample for every language it is in.

``python -m tests.every_page.page_types`` prints the addresses in the edition of this process as JSON.
"""

import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote

import django
from django.apps import apps
from django.urls import reverse
from django.utils.translation import override

LANGUAGES = ("uk", "en", "pl")
WITHOUT_LANGUAGE = ""


@dataclass(frozen=True)
class PageType:
    """A kind of page: the name of its route, the parts of its address that ``find`` looks up in the edition, its query.

    ``languages`` are those it has an address in. ``script_budget`` is in bytes, packed with gzip.
    """

    name: str
    route: str
    find: Callable[[], dict] = dict
    query: str = ""
    status: int = 200
    languages: tuple[str, ...] = LANGUAGES
    script_budget: int = 5 * 1024

    def addresses(self) -> dict[str, str]:
        """Language → address."""
        kwargs, found = self.find(), {}
        query = f"?{quote(self.query, safe='=&')}" if self.query else ""
        for language in self.languages:
            with override(language or LANGUAGES[0]):
                found[language] = reverse(self.route, kwargs=kwargs) + query
        return found


def slug(value: str) -> Callable[[], dict]:
    return lambda: {"slug": value}


def titled(title: str) -> Callable[[], dict]:
    """The interview with this English title; its reference differs from one loading of the sample to the next."""
    return lambda: {"reference": interview(title).reference}


def buried() -> dict:
    return {"reference": model("Tombstone").objects.first().reference}


def captioned() -> dict:
    told = interview(RECORDED)
    return {"reference": told.reference, "key": told.content.recordings[0].transcripts[0].key}


def paper(title: str, of: str) -> Callable[[], dict]:
    """The paper with this English title of the interview with that one."""

    def found() -> dict:
        told = interview(of)
        return {
            "reference": told.reference,
            "key": next(p.key for p in told.content.papers if p.title["en"] == title),
        }

    return found


def shown_file() -> dict:
    file = model("PublishedFile").objects.filter(media_type__startswith="image/").first()
    return {"digest": file.digest, "suffix": file.suffix}


def interview(title: str):
    return model("PublishedInterview").objects.get(title_en=title)


def model(name: str):
    """A table of the edition; asked for late, because this list is read before Django is set up."""
    return apps.get_model("edition", name)


RECORDED, REPORT, WITH_LETTERS, OF_LETTERS = (
    "The cellar and the eighth step",
    "A video report on the months when Izium was occupied",
    "Letters under the oilcloth",
    "Letters that retreating soldiers left behind",
)
ON_AN_INTERVIEW = 15 * 1024

PAGES = (
    PageType("home", "home"),
    PageType("listing", "interview-list"),
    PageType("listing with choices", "interview-list", query="kind=recorded&sort=title"),
    PageType("results", "interview-list", query="q=хліб"),
    PageType("found by some words", "interview-list", query="q=хліб вертоліт"),
    PageType("nothing found", "interview-list", query="q=слон&not-place=izium-raion"),
    PageType("passages", "passage-list", query="q=хліб OR підвал"),
    PageType("no passages", "passage-list"),
    PageType("how to search", "search-help"),
    PageType("interview", "interview-detail", titled(RECORDED), script_budget=ON_AN_INTERVIEW),
    PageType("found inside", "interview-detail", titled(RECORDED), "t=12&q=підвал", script_budget=ON_AN_INTERVIEW),
    PageType("nothing inside", "interview-detail", titled(RECORDED), "q=слон", script_budget=ON_AN_INTERVIEW),
    PageType("interview with letters", "interview-detail", titled(WITH_LETTERS), script_budget=ON_AN_INTERVIEW),
    PageType(
        "on a path",
        "interview-detail",
        titled(WITH_LETTERS),
        "path=across-the-water",
        script_budget=ON_AN_INTERVIEW,
    ),
    PageType("letter", "paper-detail", paper("The brother’s letter", WITH_LETTERS)),
    PageType("letter with words marked", "paper-detail", paper("The sister’s answer", WITH_LETTERS), "q=чашка"),
    PageType("photograph", "paper-detail", paper("The bridge without its middle", WITH_LETTERS)),
    PageType("described paper", "paper-detail", paper("Ten letters dated 30 August", OF_LETTERS)),
    PageType("report", "interview-detail", titled(REPORT), script_budget=ON_AN_INTERVIEW),
    PageType("timeline", "timeline"),
    PageType("timeline of years", "timeline", query="period=1990..2022&place=kharkiv-oblast"),
    PageType("timeline of one event", "timeline", query="dates=occupation-of-izium"),
    PageType("empty timeline", "timeline", query="kind=written"),
    PageType("map", "map"),
    PageType("map with choices", "map", query="kind=recorded&not-topic=bread&order=title"),
    PageType("map without results", "map", query="q=слон"),
    PageType("places", "place-list"),
    PageType("place", "place-detail", slug("izium-raion")),
    PageType("topics", "topic-list"),
    PageType("topic", "topic-detail", slug("bread")),
    PageType("people", "person-list"),
    PageType("person", "person-detail", slug("president-zelenskyy")),
    PageType("events", "event-list"),
    PageType("event", "event-detail", slug("occupation-of-izium")),
    PageType("questions", "question-list"),
    PageType("question", "question-detail", slug("duration-izium")),
    PageType("collections", "collection-list"),
    PageType("collection", "collection-detail", slug("demonstration")),
    PageType("about", "about"),
    PageType("consent", "consent"),
    PageType("consent in Russian", "consent-russian", languages=(WITHOUT_LANGUAGE,)),
    PageType("safety", "safety"),
    PageType("safety in Russian", "safety-russian", languages=(WITHOUT_LANGUAGE,)),
    PageType("paths", "path-list"),
    PageType("path", "path-detail", slug("what-held-a-day-together")),
    PageType("glossary", "glossary"),
    PageType("privacy", "privacy"),
    PageType("use", "use"),
    PageType("contact", "contact"),
    PageType("accessibility", "accessibility"),
)

GALLERY = (PageType("design", "design", languages=("en",)),)
"""Shows builders every part in every state, the same part more than once and leading nowhere; looked at like all others,
but no document that must hold together."""

ERRORS = (
    PageType("not understood", "every-page-400", status=400),
    PageType("not allowed", "every-page-403", status=403),
    PageType("not there", "every-page-404", status=404),
    PageType("not available", "interview-detail", buried, status=410),
    PageType("our fault", "every-page-500", status=500),
    PageType("closed for a while", "every-page-503", status=503),
)

FILES = (
    PageType("captions", "captions", captioned),
    PageType("picture of an interview", "interview-picture", titled(RECORDED)),
    PageType("picture of the site", "site-picture"),
    PageType("feed", "interview-feed"),
    PageType("export", "interview-export", lambda: {"form": "json"}),
    PageType("media", "media", shown_file, languages=(WITHOUT_LANGUAGE,)),
    PageType("robots", "robots", languages=(WITHOUT_LANGUAGE,)),
    PageType("sitemap", "sitemap", languages=(WITHOUT_LANGUAGE,)),
    PageType("sitemap of pages", "sitemap-pages", languages=(WITHOUT_LANGUAGE,)),
    PageType("names of the sitemap", "sitemap-names", lambda: {"number": 0}, languages=(WITHOUT_LANGUAGE,)),
    PageType("part of the sitemap", "sitemap-part", lambda: {"number": 0}, languages=(WITHOUT_LANGUAGE,)),
    PageType("search for programs", "api-search", query="q=хліб", languages=(WITHOUT_LANGUAGE,)),
    PageType("suggestions", "api-suggest", query="q=хл", languages=(WITHOUT_LANGUAGE,)),
)


def resolved(types: Iterable[PageType] = (*PAGES, *GALLERY, *ERRORS, *FILES)) -> dict[str, dict[str, str]]:
    """Name → language → address in the edition of this process."""
    return {each.name: each.addresses() for each in types}


if __name__ == "__main__":
    django.setup()
    json.dump(resolved(), sys.stdout)
