"""Two records of one person become one: what narrows does so at once, and what would join waits for approval."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import (
    Label,
    Person,
    PersonIdentity,
    PersonMention,
    PersonStatus,
)
from archive.custody import acting
from archive.edition.models import PublishedInterview
from tests import cast

from .two_records import approve, merge, pages

pytestmark = pytest.mark.django_db


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
