"""How an address looks where somebody shares it, and what machines learn of it."""

import gc
import json
import re
import weakref
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from archive.edition.models import PublishedInterview
from archive.reading_room.sharing.picture import HEIGHT, WIDTH, Picture, png
from archive.reading_room.sharing.type import Face
from archive.reading_room.views import sitemap
from tests.edition import guides
from tests.edition.factory import withdraw
from tests.every_page.page_types import PAGES
from tests.reading_room import cast


def tag(page: str, name: str) -> str:
    return re.search(rf'<meta property="{name}" content="([^"]*)">', page)[1]


def located(page: str) -> list[str]:
    """The addresses a sitemap holds."""
    return re.findall("<loc>http://testserver(.*?)</loc>", page)


def data(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])


def test_an_interview_is_shared_with_its_title_and_picture(archive):
    page = archive.read(f"/en/interviews/{cast.NOTEBOOK}/?q=bread&t=12")
    address = f"http://testserver/en/interviews/{cast.NOTEBOOK}/"
    assert f'<link rel="canonical" href="{address}">' in page
    assert (tag(page, "og:url"), tag(page, "og:type")) == (address, "article")
    assert tag(page, "og:title") in page.split("<h1>")[1]
    assert tag(page, "og:image") == f"{address}picture.png"


def test_the_title_of_the_page_stays_neutral(archive):
    title = re.search("<title>(.*?)</title>", archive.read(f"/en/interviews/{cast.NOTEBOOK}/"))[1]
    assert title.startswith(cast.NOTEBOOK)


@pytest.mark.parametrize("address", ["/uk/picture.png", f"/pl/interviews/{cast.NOTEBOOK}/picture.png"])
def test_a_picture_is_of_the_size_that_is_stated(archive, address):
    answer = archive.get(address)
    picture = Image.open(BytesIO(answer.body))
    assert answer["Content-Type"] == "image/png" and answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert picture.size == (WIDTH, HEIGHT) and len(picture.getcolors()) > 10


def test_the_picture_of_a_withdrawn_interview_is_gone(archive):
    withdraw(PublishedInterview.objects.get(reference=cast.NOTEBOOK))
    assert archive.get(f"/en/interviews/{cast.NOTEBOOK}/picture.png").status_code == 404


def test_a_picture_of_what_has_no_title_bears_its_reference(visitor):
    drawn = set()
    for title in (" ", cast.LETTER):
        told = cast.publish(cast.letter(title={"en": title}), cast.LETTER)
        drawn.add(visitor.get(f"/en/interviews/{cast.LETTER}/picture.png").body)
        told.delete()
    assert len(drawn) == 1


@pytest.mark.parametrize("blank", ["", " "])
def test_a_picture_without_words_is_drawn_all_the_same(blank):
    picture = Image.open(BytesIO(png(Picture(title=blank, site=blank, line=blank, mark=blank))))
    assert picture.size == (WIDTH, HEIGHT)


def test_a_mark_is_never_cut(monkeypatch):
    drawn, draw = [], Face.draw
    monkeypatch.setattr(
        Face,
        "draw",
        lambda face, canvas, at, text, colour: drawn.append((at, text)) or draw(face, canvas, at, text, colour),
    )
    mark = "Демонстрація: вигаданий оповідач, синтезований голос"
    png(Picture(title="Хліб", site="Holos", kicker="Записане інтерв’ю 4QF-HFJ · Демонстраційна колекція", mark=mark))
    places = {text: at for at, text in drawn}
    assert mark in places and places[mark][1] > min(y for _x, y in places.values())


def test_no_process_keeps_a_picture_that_it_drew():
    picture = Picture(title="What was said", site="Holos")
    drawn = weakref.ref(picture)
    png(picture)
    del picture
    gc.collect()
    assert drawn() is None


def test_machines_learn_what_a_list_shows_and_no_more(archive):
    found = data(archive.read(f"/en/interviews/{cast.NOTEBOOK}/"))
    assert found["@type"] == "ArchiveComponent" and found["identifier"] == cast.NOTEBOOK
    assert found["isPartOf"]["url"] == "http://testserver/en/collections/demonstration/"
    assert not {"author", "creator", "contributor", "text", "description"} & found.keys()


def test_an_uncertain_date_is_left_to_people(visitor):
    cast.publish(cast.letter(recorded="2022-05~", told="2022-03/2022-04"), cast.LETTER)
    found = data(visitor.read(f"/en/interviews/{cast.LETTER}/"))
    assert "dateCreated" not in found and found["temporalCoverage"] == "2022-03/2022-04"


@pytest.mark.parametrize(
    ("recorded", "told", "learned"),
    [
        ("2022-21", "2022-22/2022-24", {}),
        ("2022-12-31", "2022-21/2023", {"dateCreated": "2022-12-31"}),
        ("2022-01", "2022-01/2023", {"dateCreated": "2022-01", "temporalCoverage": "2022-01/2023"}),
        ("2022-03/2022-04", "2022", {"temporalCoverage": "2022"}),
    ],
)
def test_machines_learn_no_season_and_of_the_making_no_stretch(visitor, recorded, told, learned):
    cast.publish(cast.letter(recorded=recorded, told=told), cast.LETTER)
    found = data(visitor.read(f"/en/interviews/{cast.LETTER}/"))
    assert {name: found[name] for name in ("dateCreated", "temporalCoverage") if name in found} == learned


def test_no_word_can_end_the_element_it_stands_in(visitor):
    cast.publish(cast.letter(title={"en": "</script><script>alert(1)</script> & <!-- \u2028"}), cast.LETTER)
    page = visitor.read(f"/en/interviews/{cast.LETTER}/")
    assert data(page)["name"] == "</script><script>alert(1)</script> & <!-- \u2028"
    assert "<script>alert" not in page


def test_an_invented_place_is_not_told_to_machines(archive):
    assert "ld+json" not in archive.read("/en/places/verbivka/")
    assert data(archive.read("/en/places/izium-raion/"))["@type"] == "Place"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("/uk/topics/bread/", {"@type": "DefinedTerm", "name": "Хліб"}),
        ("/en/people/president/", {"@type": "Person", "name": "The president"}),
        ("/en/questions/how-long/", {"@type": "Question", "name": "How long did the occupation last?"}),
    ],
)
def test_machines_learn_what_a_page_is_about(archive, address, known):
    found = data(archive.read(address))
    assert found == {"@context": "https://schema.org", "url": f"http://testserver{address}", **known}


def test_machines_learn_when_and_where_an_event_happened(archive):
    found = data(archive.read("/en/events/occupation/"))
    assert (found["@type"], found["startDate"], found["endDate"]) == ("Event", "2022-03", "2022-09")
    where = {"@type": "Place", "name": "Izium raion", "url": "http://testserver/en/places/izium-raion/"}
    assert found["location"] == where


def test_machines_learn_of_a_paper_whose_it_is_and_no_word_of_it(archive):
    paper = PublishedInterview.objects.get(reference=cast.NOTEBOOK).content.papers[0]
    found = data(archive.read(f"/en/interviews/{cast.NOTEBOOK}/papers/{paper.key}/"))
    assert found["isPartOf"]["url"] == f"http://testserver/en/interviews/{cast.NOTEBOOK}/"
    assert found.keys() == {"@context", "@type", "name", "url", "isPartOf", "holdingArchive"}


def test_machines_learn_the_testimonies_of_a_path_in_order(archive):
    guides.path("begin", *(PublishedInterview.objects.get(reference=each) for each in (cast.NOTEBOOK, cast.LETTER)))
    found = data(archive.read("/en/paths/begin/"))
    assert [item["position"] for item in found["itemListElement"]] == [1, 2] and found["numberOfItems"] == 2
    assert found["itemListElement"][1]["url"] == f"http://testserver/en/interviews/{cast.LETTER}/"


@pytest.mark.parametrize("name", [each for each in sitemap.PAGES if each != "home"])
def test_a_page_of_text_is_shared_under_its_own_title(archive, name):
    page = archive.read(reverse(name))
    assert re.search("<title>(.*?)</title>", page)[1].startswith(f"{tag(page, 'og:title')} – ")


def test_a_page_in_russian_says_so_where_it_is_shared(archive):
    page = archive.read("/ru/safety/")
    assert tag(page, "og:locale") == "ru" and re.findall('og:locale:alternate" content="(..)"', page) == [
        "uk",
        "en",
        "pl",
    ]


def test_the_home_page_says_how_to_search(archive):
    action = data(archive.read("/pl/"))["potentialAction"]
    assert action["target"]["urlTemplate"] == "http://testserver/pl/interviews/?q={search_term_string}"


class TestSitemap:
    def test_it_leads_to_every_public_page_in_every_language(self, archive):
        listed = {address for part in located(archive.read("/sitemap.xml")) for address in located(archive.read(part))}
        for reference in PublishedInterview.objects.values_list("reference", flat=True):
            assert {f"/{code}/interviews/{reference}/" for code in ("uk", "en", "pl")} <= listed
        assert {"/uk/places/izium-raion/", "/en/", "/pl/consent/", "/uk/collections/demonstration/"} <= listed
        assert all(archive.get(address).status_code == 200 for address in listed)

    def test_it_has_every_kind_of_page_but_what_was_searched_for_and_what_is_part_of_an_interview(self):
        routes = {each.route for each in PAGES} - {"passage-list", "paper-detail", "interview-detail"}
        named = {f"{kind}-detail" for kind in sitemap.KINDS} | {"collection-detail", "path-detail"}
        assert {*sitemap.PAGES, *sitemap.WITHOUT_LANGUAGE, *named} == routes

    def test_it_has_the_page_of_every_paper_of_a_public_interview(self, archive):
        papers = {
            f"/en/interviews/{row.reference}/papers/{paper.key}/"
            for row in PublishedInterview.objects.all()
            for paper in row.content.papers
        }
        listed = located(archive.read("/sitemap-0.xml"))
        assert papers and papers == {address for address in listed if "/papers/" in address and address[:4] == "/en/"}
        assert all(archive.get(address).status_code == 200 for address in papers)

    def test_a_file_has_no_more_addresses_than_it_may_and_interviews_stand_before_papers(self, archive, monkeypatch):
        whole = located(archive.read("/sitemap-0.xml"))
        monkeypatch.setattr(sitemap, "ADDRESSES", len(whole) - 1)
        cut = located(archive.read("/sitemap-0.xml"))
        assert cut == whole[:-3] and "/papers/" in whole[-1] and "/papers/" not in cut[0]

    @pytest.mark.parametrize("kept", [1, 3])
    def test_a_part_asks_the_same_of_one_interview_as_of_three(self, archive, kept, django_assert_num_queries):
        for row in list(PublishedInterview.objects.order_by("-pk"))[kept:]:
            withdraw(row)
        archive.client.get("/sitemap-0.xml")
        with django_assert_num_queries(7):
            archive.client.get("/sitemap-0.xml")

    def test_names_are_cut_into_parts_that_hold_each_of_them_once(self, archive, monkeypatch):
        whole = located(archive.read("/sitemap-names-0.xml"))
        monkeypatch.setattr(sitemap, "PART", 2)
        parts = [part for part in located(archive.read("/sitemap.xml")) if "names" in part]
        assert len(parts) == -(-len(whole) // 3 // 2) > 1
        assert [address for part in parts for address in located(archive.read(part))] == whole
        assert archive.get(f"/sitemap-names-{len(parts)}.xml").status_code == 404
        assert archive.get(f"/sitemap-names-{10**20}.xml").status_code == 404

    def test_a_page_in_one_language_has_no_alternate(self, archive):
        page = archive.read("/sitemap-pages.xml")
        assert located(page).count("/ru/safety/") == located(page).count("/ru/consent/") == 1
        assert "ru/safety" not in "".join(re.findall("<xhtml[^>]*>", page))

    def test_what_is_withdrawn_is_not_in_it(self, archive):
        withdraw(PublishedInterview.objects.get(reference=cast.NOTEBOOK))
        assert cast.NOTEBOOK not in archive.read("/sitemap-0.xml") and "/papers/" not in archive.read("/sitemap-0.xml")

    def test_a_part_of_nothing_is_not_there(self, archive):
        assert archive.get("/sitemap-77.xml").status_code == 404

    def test_an_archive_names_it_to_crawlers_and_a_demonstration_does_not(self, visitor, settings):
        assert "Sitemap: http://testserver/sitemap.xml" in visitor.read("/robots.txt")
        settings.HOLOS_DEMONSTRATION = True
        assert "Sitemap" not in visitor.read("/robots.txt")
