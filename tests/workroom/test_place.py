"""Where a place lies is written in one field, as one copies it from a map."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from archive.catalogue.models import Place
from archive.custody import acting
from archive.workroom.coordinates import read
from tests import cast

from .forms import fields_of

IZIUM = (Decimal("49.21000"), Decimal("37.28000"))


@pytest.fixture
def page(db):
    with acting(cast.archivist()):
        place = Place.objects.create(slug="borivske", level="settlement", name_en="Borivske")
    return reverse("workroom:catalogue_place_change", args=[place.pk])


def write(archivist, page, coordinates: str, **fields):
    return archivist.post(page, fields_of(archivist.get(page)) | {"coordinates": coordinates} | fields)


@pytest.mark.parametrize("text", ["49.21, 37.28", " 49.21,37.28 ", "49.21 37.28", "49,21; 37,28", "49,21 37,28"])
def test_coordinates_are_read_as_maps_and_people_write_them(text):
    assert read(text) == IZIUM


def test_coordinates_are_kept_to_a_metre():
    assert read("49.206971234, -37.276789999") == (Decimal("49.20697"), Decimal("-37.27679"))


@pytest.mark.parametrize("text", ["49.21", "49,21", "Izium", "49.21, 37.28, 12", "49°12′ 37°16′", "٤٩.٢, ٣٧.٢"])
def test_what_is_no_pair_of_numbers_is_refused_with_an_example(text):
    with pytest.raises(ValidationError, match="such as “49.21, 37.28”"):
        read(text)


@pytest.mark.parametrize("text", ["90.1, 37.2", "-91.0, 37.2", "49.2, 180.5"])
def test_what_lies_on_no_globe_is_refused(text):
    with pytest.raises(ValidationError, match="Is one mistyped"):
        read(text)


def test_an_archivist_writes_sees_and_takes_them_away(archivist, page):
    assert write(archivist, page, "49.21, 37.28").status_code == 302
    place = Place.objects.get(slug="borivske")
    assert (place.latitude, place.longitude) == IZIUM
    assert 'value="49.21000, 37.28000"' in archivist.get(page).content.decode()
    write(archivist, page, "")
    place.refresh_from_db()
    assert (place.latitude, place.longitude) == (None, None)


def test_a_fault_is_said_beside_the_field_and_nothing_is_saved(archivist, page):
    answer = write(archivist, page, "49.21")
    assert "with a comma between them" in answer.content.decode()
    assert Place.objects.get(slug="borivske").latitude is None


def test_an_invented_place_has_none(archivist, page):
    answer = write(archivist, page, "49.21, 37.28", is_invented="on")
    assert "An invented place has no coordinates." in answer.content.decode()
    assert Place.objects.get(slug="borivske").latitude is None


def test_a_moderator_sees_them_before_they_become_public(archivist, moderator, page):
    write(archivist, page, "49.21, 37.28")
    place = Place.objects.get(slug="borivske")
    assert (
        "49.21000, 37.28000" in moderator.get(reverse("workroom:approve-authority", args=[place.pk])).content.decode()
    )
    assert "49.21000, 37.28000" in moderator.get(page).content.decode()
