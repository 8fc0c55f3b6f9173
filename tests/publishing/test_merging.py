"""Two records of one thing become one: everything moves, nothing private comes out, and what must not be one stays two."""

import pytest
from django.apps import apps

from archive import publishing
from archive.catalogue.models import (
    Authority,
    CustodyEvent,
    Event,
    FormerAuthority,
    IndexPoint,
    Interview,
    Label,
    Person,
    Place,
    PlaceMention,
    Question,
    Topic,
)
from archive.custody import acting
from archive.publishing import moving
from tests import cast

from .two_records import edit, merge, speaking_of, twins

pytestmark = pytest.mark.django_db


# What moves


def test_every_reference_moves():
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    made = speaking_of(merged)
    with acting(cast.archivist()):
        point = IndexPoint.objects.create(recording=made.recordings.get(), at_ms=0, title_en="Bread")
        point.topics.add(merged)
        crust = Topic.objects.create(slug="crust", name_en="Crust", broader=merged)
    assert publishing.what_moves(kept, merged).below == 1
    merge(kept, merged)
    assert [list(row.topics.all()) for row in (made, point)] == [[kept], [kept]]
    assert Topic.objects.get(pk=crust.pk).broader == kept
    assert not Authority.objects.filter(slug="loaf").exists()


def test_places_move_with_their_parts_and_events():
    kept, merged = twins()
    with acting(cast.archivist()):
        site = Place.objects.create(slug="bridge", name_en="Bridge", level="site", parent=merged)
        event = Event.objects.create(slug="fall", name_en="The fall", location=merged)
    merge(kept, merged)
    assert Place.objects.get(pk=site.pk).parent == kept and Event.objects.get(pk=event.pk).location == kept


def test_a_place_mentioned_under_both_records_keeps_the_stricter_precision():
    kept, merged = twins()
    made = speaking_of(places=[kept], precision="exact")
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=made, place=merged, precision="oblast")
    merge(kept, merged)
    assert list(made.place_mentions.values_list("place__slug", "precision")) == [("izium", "oblast")]


def test_labels_stay_public_or_private_and_of_two_alike_the_private_one_holds():
    kept, merged = cast.topic("bread"), cast.topic("loaf", name_pl="Bochenek")
    with acting(cast.archivist()):
        for record, words, is_public in (
            (kept, "both", True), (merged, "both", False), (merged, "open", True), (merged, "closed", False),
        ):  # fmt: skip
            Label.objects.create(authority=record, language="en", text=words, is_public=is_public)
    merged = edit(merged, name_pl="Bochen")
    merge(kept, merged)
    labels = {label.text: label.is_public for label in Label.objects.filter(authority=kept)}
    assert labels == {"both": False, "open": True, "closed": False, "Loaf": True, "loaf": True, "Bochen": False}


def test_gaps_are_filled_and_what_differs_is_noted():
    kept, merged = twins()
    kept, merged = (
        edit(kept, private_note="First.", latitude=None, longitude=None),
        edit(merged, katottg="UA63", private_note="Second.", latitude=49, longitude=37),
    )
    merge(kept, merged)
    kept.refresh_from_db()
    assert (kept.katottg, kept.latitude, kept.slug) == ("UA63", 49, "izium")
    assert kept.private_note.startswith("First.\nSecond.")


def test_every_interview_touched_is_marked_as_edited_and_the_record_needs_a_new_approval():
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    made, other = cast.approve(speaking_of(merged)), cast.approve(speaking_of(kept, slug="other"))
    with acting(cast.staff("second", "Archivist")):
        Label.objects.create(authority=merged, language="en", text="Crumb")
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    assert [e.editor for e in made.pending_edits.all()] == [cast.archivist()] and not other.pending_edits.exists()
    kept = Authority.objects.get(slug="bread")
    assert not kept.is_approved_as_it_stands
    assert {e.editor.username for e in kept.pending_edits.all()} == {"olha", "second"}
    event = CustodyEvent.objects.get(act="merged")
    assert (event.object_key, event.after, len(event.before)) == (merged.key, kept.key, 64)


def test_no_relation_is_forgotten():
    """A noun that comes to refer to an authority moves by itself, or is told here to belong to it."""
    moved = {
        kind: {(r.related_model.__name__, r.field.name) for r in moving._relations(model())}
        for kind, model in (
            ("place", Place),
            ("topic", Topic),
            ("event", Event),
            ("person", Person),
            ("question", Question),
        )
    }
    all_ = {
        (m.__name__, f.name)
        for m in apps.get_app_config("catalogue").get_models()
        for f in (*m._meta.local_fields, *m._meta.local_many_to_many)
        if f.is_relation and f.related_model and issubclass(f.related_model, Authority)
        and not (f.remote_field and getattr(f.remote_field, "parent_link", False))
    }  # fmt: skip
    own = {(m.__name__, f) for m, f in ((m, n) for m in moving.OF_THEIR_OWN for n in ("authority", "kept", "person"))}
    assert all_ - own == set().union(*moved.values())


# What is refused


def refused(kept, merged, match):
    before = Authority.objects.count()
    with pytest.raises(publishing.Refused, match=match):
        merge(kept, merged)
    assert Authority.objects.count() == before and not FormerAuthority.objects.exists()


def test_records_of_other_kinds_and_one_record_with_itself():
    refused(cast.topic("bread"), cast.izium(), "same kind")
    refused(cast.topic("bread"), cast.topic("bread"), "different")


def test_a_part_with_its_whole_in_either_direction():
    izium = Place.objects.get(pk=cast.izium().pk)
    wide, narrow = cast.topic("food"), cast.topic("bread")
    crumb = cast.topic("crumb", broader=narrow)
    edit(narrow, broader=wide)
    for pair in ((wide, crumb), (crumb, wide), (narrow, wide)):
        refused(*(Topic.objects.get(pk=topic.pk) for topic in pair), "part of the other")
    site = cast.place("izium-site", "settlement", izium)
    refused(izium, site, "part of the other")


@pytest.mark.parametrize("fields", [{"level": "hromada"}, {"katottg": "UA64"}, {"wikidata_id": "Q2"}], ids=str)
def test_places_that_differ_in_what_can_only_be_one(fields):
    kept, merged = twins()
    kept = edit(kept, katottg="UA63", wikidata_id="Q1")
    refused(kept, edit(merged, **fields), "differ")


def test_two_persons_who_take_part_in_one_interview():
    made = cast.interview(narrators=2)
    first, second = (p.person for p in made.participations.all())
    refused(first, second, "one interview")
    assert Interview.objects.get().participations.count() == 2


def test_persons_with_two_dates_of_birth():
    refused(edit(cast.person("one"), born="1950"), edit(cast.person("other"), born="1951"), "differ")


@pytest.mark.parametrize("role", ["Moderator", "Administrator", ""])
def test_whoever_does_not_catalogue(role):
    user = cast.staff("somebody", role or "Archivist")
    if not role:
        user.groups.clear()
    with pytest.raises(publishing.Refused, match="may not merge"):
        publishing.merge_authorities(kept=cast.topic("bread"), merged=cast.topic("loaf"), by=user)
