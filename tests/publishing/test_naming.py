"""What the words of a public document name, beside what it is said to be about."""

import datetime as dt
from types import SimpleNamespace

import pytest

from archive import publishing
from archive.catalogue.models import Label, Segment
from archive.catalogue.models import PlaceMention as CataloguedMention
from archive.consent.dossier import PlaceLink, PlaceMention
from archive.custody import acting
from archive.edition.models import FacetValue, PublishedAuthority, PublishedInterview, SearchEntry
from archive.edition.search import search
from archive.jobs.worker import drain
from archive.publishing import naming, renaming
from tests import cast

pytestmark = pytest.mark.django_db


def speaking(words: str):
    """An interview whose first passage says this, approved."""
    made = cast.interview()
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=made, transcript__language="uk", position=0).update(text=words)
        publishing.record_edit(made, by=cast.archivist())
    return cast.approve(made)


def named() -> set[str]:
    return set(FacetValue.objects.filter(facet="named-place").values_list("value", flat=True))


def test_a_place_that_words_name_stands_in_the_edition_with_what_it_is_part_of():
    cast.izium()
    speaking("Ми виїхали з Ізюма.")
    assert named() == {"izium", "izium-raion", "kharkiv-oblast"}
    assert not FacetValue.objects.filter(facet="place").exists()
    assert set(PublishedAuthority.objects.values_list("slug", flat=True)) == named()
    assert search("Izium", language="en").total == 1


def test_a_place_approved_later_is_found_in_words_that_are_public_already():
    speaking("Ми виїхали з Ізюма.")
    before = PublishedInterview.objects.get()
    assert named() == set()
    cast.izium()
    drain()
    assert named() == {"izium", "izium-raion", "kharkiv-oblast"}
    assert PublishedInterview.objects.get().digest == before.digest
    assert search("Izium", language="en").total == 1


def test_a_long_search_for_a_name_goes_on_where_it_stopped(monkeypatch):
    for slug in ("a", "b", "c"):
        cast.approve(cast.interview(slug=slug, title_uk="З Ізюма"))
    monkeypatch.setattr(renaming, "AT_ONCE", 1)
    cast.izium()
    drain()
    assert FacetValue.objects.filter(facet="named-place", value="izium").count() == 3


def test_a_withdrawal_takes_the_named_places_along():
    cast.izium()
    made = speaking("Ми виїхали з Ізюма.")
    sister = made.participations.get()
    publishing.withdraw(sister, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1))
    assert named() == set() and not PublishedAuthority.everything.exists()


def test_a_corrected_name_reaches_the_edition_and_a_private_one_never_does():
    place = cast.izium()
    speaking("Ми виїхали з Ізюма.")
    with acting(cast.archivist()):
        Label.objects.create(authority=place, language="en", text="Izjum", is_public=True)
        Label.objects.create(authority=place, language="en", text="Gnezdo", is_public=False)
        place.save()
    publishing.approve_authority(place, by=cast.moderator())
    known = PublishedAuthority.objects.get(slug="izium")
    assert "izjum" in known.forms and "gnezdo" not in known.forms + known.card
    assert (search("Izjum", language="en").total, search("Gnezdo", language="en").total) == (1, 0)


def test_a_corrected_name_reaches_every_interview_about_the_place():
    place = cast.izium()
    for slug in ("a", "b"):
        made = cast.interview(slug=slug)
        with acting(cast.archivist()):
            CataloguedMention.objects.create(interview=made, place=place, precision="exact")
        cast.approve(made)
    with acting(cast.archivist()):
        Label.objects.create(authority=place, language="en", text="Izjum", is_public=True)
        place.save()
    publishing.approve_authority(place, by=cast.moderator())
    assert SearchEntry.objects.filter(kind="name", text="Izjum").count() == 2


def places(*chains: tuple[str, ...]):
    links = (tuple(PlaceLink(place=slug, level="settlement") for slug in chain) for chain in chains)
    return tuple(PlaceMention(chain=chain, relation="about", precision="raion") for chain in links)


def test_words_lead_to_no_place_that_is_withheld_and_to_no_person_that_is_not_shown():
    nothing = {"sittings": (), "texts": (), "rejections": ()}
    dossier = SimpleNamespace(places=places(("hidden", "raion", "oblast")), **nothing)
    shown = SimpleNamespace(people=("mayor",), speakers=(), places=(SimpleNamespace(place="raion"),), mentions=())
    found = naming.names_of(shown, dossier, ()).rules
    leads = {key for key in [("place", "hidden"), ("place", "raion"), ("place", "other")] if found.may_lead(*key)}
    assert leads == {("place", "raion"), ("place", "other")}
    assert found.may_lead("person", "mayor") and not found.may_lead("person", "neighbour")


@pytest.mark.parametrize("is_told_of", [True, False])
def test_words_lead_to_a_place_finer_than_a_settlement_only_where_the_interview_may_show_it(is_told_of):
    site = cast.place("cellar-9", "site", cast.izium(), name_uk="Підвал Сокола", latitude="49.1", longitude="37.2")
    made = cast.interview()
    with acting(cast.archivist()):
        if is_told_of:
            made.place_mentions.create(place=site, precision="exact")
        Segment.objects.filter(transcript__language="uk", position=0).update(text="Там був Підвал Сокола.")
    cast.approve(made)
    assert ("cellar-9" in named()) is is_told_of
    assert PublishedAuthority.everything.filter(slug="cellar-9").exists() is is_told_of
