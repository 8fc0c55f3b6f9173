"""Two records of one thing become one: everything moves, nothing private comes out, and the public sees it once approved."""

import datetime as dt

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command

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
    PersonIdentity,
    PersonMention,
    PersonStatus,
    Place,
    PlaceMention,
    Question,
    Topic,
)
from archive.custody import acting
from archive.edition.models import FacetValue, FormerAddress, PublishedAuthority, PublishedInterview, SearchEntry
from archive.publishing import moving
from tests import cast

from .test_rebuilding import edition, truncate

pytestmark = pytest.mark.django_db


def merge(kept, merged, **more):
    return publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist(), **more)


def approve(record):
    publishing.approve_authority(Authority.objects.get(pk=record.pk), by=cast.moderator())


def edit(record, **fields):
    with acting(cast.archivist()):
        record = type(record).objects.get(pk=record.pk)
        for name, value in fields.items():
            setattr(record, name, value)
        record.save()
    return record


def speaking_of(*topics, slug="olena", precision="settlement", places=()):
    made = cast.interview(slug=slug)
    with acting(cast.archivist()):
        made.topics.add(*topics)
        for place in places:
            PlaceMention.objects.create(interview=made, place=place, precision=precision)
    return made


def twins() -> tuple[Place, Place]:
    """Izium, and a second record of it under the same raion."""
    izium = cast.izium()
    return izium, cast.place("izyum", "settlement", izium.parent, name_en="Izyum", name_uk="Ізюм")


def pages(client, *addresses):
    return [client.get(f"/en/{address}/").status_code for address in addresses]


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


# What the public sees


def test_nothing_changes_in_public_until_somebody_else_approves(client):
    kept, merged = twins()
    made = cast.approve(speaking_of(places=[merged]))
    before = edition()
    merge(kept, merged)
    publishing.publish(made.pk)
    assert edition() == before
    assert pages(client, "places/izyum", "places/izium") == [200, 404]
    with pytest.raises(publishing.Refused):
        publishing.approve_authority(Authority.objects.get(slug="izium"), by=cast.archivist())


def test_after_the_approval_the_kept_record_stands_there_and_the_old_address_leads_to_it(client):
    kept, merged = twins()
    made = cast.approve(speaking_of(places=[merged]))
    merge(kept, merged)
    approve(kept)
    assert [p.place for p in PublishedInterview.objects.get().content.places] == ["izium"]
    answer = client.get("/uk/places/izyum/")
    assert (answer.status_code, answer["Location"]) == (301, "/uk/places/izium/")
    assert "no-cache" in answer["Cache-Control"]
    assert not PublishedAuthority.everything.filter(slug="izyum").exists()
    assert set(FacetValue.objects.filter(facet="place").values_list("value", flat=True)) == {
        "izium", "izium-raion", "kharkiv-oblast",
    }  # fmt: skip
    assert SearchEntry.objects.filter(kind="name", text="Izyum").exists()
    publishing.withdraw(
        made.participations.get(), by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1)
    )
    assert pages(client, "places/izyum", "places/izium") == [404, 404]
    assert not FormerAddress.objects.exists()


def test_an_address_that_nobody_knew_leads_nowhere(client):
    kept, merged = twins()
    cast.approve(speaking_of(places=[kept]))
    merge(kept, merged)
    approve(kept)
    assert pages(client, "places/izyum", "places/izium", "places/never") == [404, 200, 404]
    assert not FormerAddress.objects.exists()


def test_a_rebuilding_after_merges_gives_equal_bytes():
    kept, merged = twins()
    cast.approve(speaking_of(places=[merged]))
    merge(kept, merged)
    approve(kept)
    before = edition()
    assert before["FormerAddress"]
    truncate()
    call_command("publish_edition", verbosity=0)
    assert edition() == before


def test_a_record_merged_twice_is_followed_to_its_end(client):
    first, second, third = (cast.topic(slug) for slug in ("loaf", "bread", "food"))
    cast.approve(speaking_of(first))
    merge(second, first)
    approve(second)
    merge(third, Topic.objects.get(slug="bread"))
    assert PublishedInterview.objects.get().content.topics == ("bread",)
    assert client.get("/en/topics/loaf/")["Location"] == "/en/topics/bread/"
    approve(third)
    assert PublishedInterview.objects.get().content.topics == ("food",)
    assert [client.get(f"/en/topics/{slug}/")["Location"] for slug in ("loaf", "bread")] == ["/en/topics/food/"] * 2


def test_an_approved_version_that_named_both_shows_the_coarser():
    kept, merged = twins()
    made = speaking_of(places=[kept], precision="exact")
    with acting(cast.archivist()):
        PlaceMention.objects.create(interview=made, place=merged, precision="oblast")
    cast.approve(made)
    merge(kept, merged)
    approve(kept)
    assert [p.place for p in PublishedInterview.objects.get().content.places] == ["kharkiv-oblast"]


def test_a_part_of_a_merged_place_shows_the_kept_one_above_it():
    kept, merged = (cast.place(slug, "raion", name_en=slug.title()) for slug in ("raion-one", "raion-two"))
    village = cast.place("village", "settlement", merged)
    cast.approve(speaking_of(places=[village]))
    merge(kept, merged)
    approve(kept)
    assert PublishedAuthority.objects.get(slug="village").content.parent == "raion-one"
    assert set(FacetValue.objects.filter(facet="place").values_list("value", flat=True)) == {"village", "raion-one"}


def test_a_hidden_place_is_looked_for_under_the_kept_record_too():
    kept, merged = (cast.place(slug, "site", cast.izium(), name_en=slug.title()) for slug in ("mill", "watermill"))
    made = speaking_of(places=[merged], precision="settlement")
    cast.approve(made)
    merge(kept, merged)
    with acting(cast.archivist()):
        made.abstract_en = "By the Watermill."
        made.save()
    publishing.submit(made, by=cast.archivist())
    assert [s.found for s in publishing.look(made).sightings] == ["Watermill"]


def test_the_address_of_a_merged_record_is_never_given_again():
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    merge(kept, merged)
    with acting(cast.archivist()), pytest.raises(ValidationError, match="address"):
        Topic.objects.create(slug="loaf", name_en="Another loaf")


# Persons


def figures(*spans, slug):
    person = cast.person(slug, name_uk="Мер міста")
    with acting(cast.archivist()):
        for starts_on, ends_on in spans:
            PersonStatus.objects.create(person=person, kind="public-figure", starts_on=starts_on, ends_on=ends_on)
    approve(person)
    return person


def day(number):
    return dt.date(2022, 1, number)


def test_a_public_figure_is_only_who_is_one_by_both_records():
    kept = figures((day(1), day(10)), slug="mayor")
    merged = figures((day(5), None), slug="mayor-too")
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=merged, kind="captive")
    merge(kept, merged)
    said = PersonStatus.objects.filter(person=kept).order_by("kind").values_list("kind", "starts_on", "ends_on")
    assert list(said) == [("captive", None, None), ("public-figure", day(5), day(10))]


def test_a_figure_spoken_of_stays_on_the_page_until_and_after_the_approval():
    kept, merged = figures((None, None), slug="mayor"), figures((None, None), slug="mayor-too")
    made = cast.interview()
    with acting(cast.archivist()):
        PersonMention.objects.create(interview=made, person=merged, is_confirmed=True)
    cast.approve(made)
    merge(kept, merged)
    assert PublishedInterview.objects.get().content.people == ("mayor-too",)
    approve(kept)
    assert PublishedInterview.objects.get().content.people == ("mayor",)


def test_who_is_no_public_figure_by_the_other_record_leaves_the_public_at_once(client):
    kept, merged = cast.person("private"), figures((None, None), slug="mayor")
    made = cast.interview()
    with acting(cast.archivist()):
        PersonMention.objects.create(interview=made, person=merged, is_confirmed=True)
    cast.approve(made)
    assert pages(client, "people/mayor") == [200]
    merge(kept, merged)
    assert pages(client, "people/mayor", "people/private") == [404, 404]


def test_a_status_of_the_one_narrows_the_interviews_of_the_other_at_once():
    one, other = cast.published("One", slug="one"), cast.published("Other", slug="other")
    kept, merged = (made.participations.get().person for made in (one, other))
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=merged, kind="captive")
    assert PublishedInterview.objects.count() == 1
    merge(kept, merged)
    assert not PublishedInterview.objects.exists()


def test_two_narrators_are_joined_in_public_only_by_new_approvals_of_their_interviews(client):
    made = []
    for slug in ("one", "other"):
        interview = cast.interview(slug=slug)
        with acting(cast.archivist()):
            interview.participations.update(links_identity=True, rendition="full")
        approve(interview.participations.get().person)
        made.append(cast.approve(interview))
    assert pages(client, "people/one", "people/other") == [200, 200]
    merge(*(interview.participations.get().person for interview in made))
    approve(Person.objects.get(slug="one"))
    assert [row.content.speakers[0].identity for row in PublishedInterview.objects.order_by("pk")] == ["one", ""]
    assert pages(client, "people/one", "people/other") == [200, 404]
    cast.approve(made[1])
    assert {row.content.speakers[0].identity for row in PublishedInterview.objects.all()} == {"one"}


@pytest.mark.parametrize("chosen", ["", "kept", "merged"])
def test_two_legal_names_are_merged_only_by_a_choice(chosen):
    people = cast.person("one"), cast.person("other")
    for person, name in zip(people, ("Olena Koval", "Olena Kovalenko"), strict=True):
        PersonIdentity.objects.create(person=person, legal_name=name, contacts=f"of {name}")
    if not chosen:
        with pytest.raises(publishing.Refused, match="legal names"):
            merge(*people)
        assert Person.objects.count() == 2
        return
    merge(*people, legal_name=chosen)
    identity = PersonIdentity.objects.get()
    names = ["Olena Koval", "Olena Kovalenko"][:: 1 if chosen == "kept" else -1]
    assert (identity.person, identity.legal_name) == (people[0], names[0])
    assert identity.contacts.splitlines() == ["of Olena Koval", "of Olena Kovalenko", names[1]]


def test_names_of_a_merged_person_are_private_labels():
    kept, merged = cast.person("one"), cast.person("other", name_en="Olena the elder")
    approve(merged)
    merge(kept, merged)
    assert list(Label.objects.values_list("text", "is_public")) == [("Olena the elder", False)]


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
