from math import pi

import pytest

from archive.document.authority import AuthorityCard
from archive.edition.labels import Label
from archive.edition.places import ToldPlace
from archive.reading_room.map.basemap import Basemap
from archive.reading_room.map.marks import BEYOND, LARGEST, LEAST, PLAINLY, UNKNOWN, marks
from archive.reading_room.map.projection import Projection

RING = ((35.0, 48.5), (38.0, 48.5), (38.0, 50.5), (35.0, 50.5), (35.0, 48.5))
GROUND = Basemap({"UA63": RING}, (), ())
FRAME = Projection.around(RING)


def told(slug: str, level: str = "settlement", count: int = 1, own: int | None = None, **fields) -> ToldPlace:
    known = {"latitude": 49.2, "longitude": 37.3} | fields
    card = AuthorityCard(kind="place", slug=slug, name={"uk": slug}, level=level, **known)
    return ToldPlace(card, Label(slug, "uk"), count, count if own is None else own, False)


def drawn(*places: ToldPlace):
    return marks(places, GROUND, FRAME)


def test_a_settlement_is_a_spot_and_never_an_area():
    found = drawn(told("izium"))
    assert [(spot.place.card.slug, spot.x, spot.y) for spot in found.spots] == [("izium", *FRAME.point((37.3, 49.2)))]
    assert found.areas == []


@pytest.mark.parametrize("level", ["oblast", "raion", "hromada"])
def test_a_district_is_an_area_and_never_a_spot(level):
    found = drawn(told("here", level))
    assert [area.place.card.slug for area in found.areas] == ["here"]
    assert found.spots == []


def test_a_disc_is_as_large_as_such_a_district_is():
    (area,) = drawn(told("raion", "raion")).areas
    kilometre = FRAME.length(1)
    assert pi * (area.radius / kilometre) ** 2 == pytest.approx(603_500 / 136, rel=0.05)
    assert area.outline == ()


def test_a_disc_ends_where_the_district_around_it_does():
    oblast = told("oblast", "oblast", own=0, identifiers={"katottg": "UA63"})
    within = [area.within for area in drawn(oblast, told("raion", "raion", parent="oblast")).areas]
    assert within == ["UA63"]
    assert drawn(told("raion", "raion", parent="unknown")).areas[0].within == ""


def test_a_known_outline_is_drawn_as_it_is():
    (area,) = drawn(told("oblast", "oblast", identifiers={"katottg": "UA63"}, latitude=None, longitude=None)).areas
    assert area.outline == tuple(map(FRAME.point, RING))


def test_an_area_of_which_all_name_something_narrower_is_not_drawn():
    assert drawn(told("raion", "raion", count=5, own=0)).areas == []


def test_the_widest_area_lies_lowest():
    found = drawn(told("hromada", "hromada", count=9), told("raion", "raion"))
    assert [area.place.card.slug for area in found.areas] == ["raion", "hromada"]


def test_a_site_is_part_of_the_spot_of_its_settlement():
    found = drawn(told("izium"), told("cellar", "site", parent="izium"))
    assert [spot.place.card.slug for spot in found.spots] == ["izium"]
    assert (found.areas, found.left_out) == ([], {})


def test_what_cannot_be_drawn_says_why():
    found = drawn(
        told("lunohai", is_invented=True),
        told("bucha", latitude=None, longitude=None),
        told("lviv", latitude=49.8, longitude=24.0),
    )
    assert (found.spots, found.areas) == ([], [])
    assert found.left_out == {"lunohai": PLAINLY, "bucha": UNKNOWN, "lviv": BEYOND}


def test_spots_grow_by_their_area():
    one, four = drawn(told("one"), told("four", count=4)).spots
    assert four.radius == pytest.approx(2 * one.radius)


def test_a_large_archive_has_spots_of_bounded_size():
    found = drawn(told("all", count=100_000), told("few", count=1))
    assert [spot.radius for spot in found.spots] == [LARGEST, LEAST]


NOWHERE = {"latitude": None, "longitude": None}


@pytest.mark.parametrize(
    ("around", "fields", "said"),
    [
        (told("here", parent="raion"), {}, None),
        (told("here", parent="raion", **NOWHERE), NOWHERE, UNKNOWN),
        (told("here", "raion"), NOWHERE, UNKNOWN),
        (told("here", "raion"), {}, PLAINLY),
        (told("here", "hromada"), {"is_invented": True}, PLAINLY),
        (told("elsewhere"), NOWHERE, UNKNOWN),
    ],
)
def test_a_site_is_on_the_map_only_with_a_settlement_that_is(around, fields, said):
    site = told("site", "site", parent="here", **fields)
    assert drawn(around, site).left_out.get("site") == said


def test_a_site_within_a_site_is_on_the_map_with_the_settlement_of_both():
    found = drawn(told("here"), told("school", "site", parent="here"), told("cellar", "site", parent="school"))
    assert found.left_out == {}
