"""What a process holds in memory is what was committed, and no more than may be seen now."""

from threading import Thread

import pytest
import time_machine
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from archive.document.document import PlaceReference
from archive.edition import bitmaps, snapshot
from archive.edition.labels import labels
from archive.edition.models import Edition, FacetBitmap, PublishedAuthority, PublishedInterview

from .factory import FIRST_PUBLIC_AT, cards, document, place, publish_document

CARDS = cards(place("izium", "Ізюм"), place("kupiansk", "Куп’янськ"))

pytestmark = pytest.mark.django_db(transaction=True)


def publish(reference: str, slug: str = "izium", **fields) -> PublishedInterview:
    shown = document(places=(PlaceReference(place=slug, relation="about"),), **fields.pop("shown", {}))
    return publish_document(shown, reference=reference, authorities=CARDS, **fields)


def withdraw(interview: PublishedInterview) -> None:
    with transaction.atomic():
        edition = Edition.objects.get()
        before, number = bitmaps.keys(interview), interview.pk
        interview.delete()
        for facet, value in bitmaps.put(number, before, set(), version=edition.revision + 1):
            PublishedAuthority.everything.filter(kind=facet, slug=value).delete()
        Edition.objects.update(revision=edition.revision + 1)


def places() -> dict[str, int]:
    return snapshot.current().counts(["place"])["place"]


def test_a_revision_is_read_once_and_asked_for_with_two_queries():
    publish("AAA-AAA")
    assert places() == {"izium": 1}
    with CaptureQueriesContext(connection) as asked:
        assert places() == {"izium": 1}
    assert len(asked) == 2


def test_after_a_publication_only_what_it_changed_is_read_again():
    publish("AAA-AAA")
    publish("BBB-BBB", "kupiansk")
    before = snapshot.current().snapshot
    publish("CCC-CCC", shown={"told": "2022-05"})
    after = snapshot.current().snapshot
    assert places() == {"izium": 2, "kupiansk": 1}
    assert after.sets["place", "kupiansk"] is before.sets["place", "kupiansk"]
    assert after.columns.told_earliest.tolist()[:3] == before.columns.told_earliest.tolist()
    assert len(after.columns) == 4


def test_what_is_withdrawn_leaves_the_sets_the_columns_and_the_names():
    publish("AAA-AAA")
    gone = publish("BBB-BBB", "kupiansk", shown={"told": "2022-05"}, duration_ms=5)
    assert ("place", "kupiansk") in labels(snapshot.current().snapshot, "uk")
    number = gone.pk
    withdraw(gone)
    now = snapshot.current().snapshot
    assert places() == {"izium": 1} and ("place", "kupiansk") not in now.sets
    assert ("place", "kupiansk") not in labels(now, "uk")
    assert now.columns.duration_ms[number] == 0
    assert now.columns.told_earliest[number] > now.columns.told_latest[number]


def test_what_was_undone_is_remembered_by_nobody():
    publish("AAA-AAA")
    assert places() == {"izium": 1}
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish("BBB-BBB", "kupiansk")
        assert places() == {"izium": 1, "kupiansk": 1}
        raise ZeroDivisionError
    assert places() == {"izium": 1}
    publish("CCC-CCC")  # under the revision that was undone
    assert places() == {"izium": 2}


def test_what_another_thread_publishes_is_seen_at_the_next_look():
    publish("AAA-AAA")
    assert places() == {"izium": 1}

    def elsewhere():
        try:
            publish("BBB-BBB", "kupiansk")
            assert places() == {"izium": 1, "kupiansk": 1}
        finally:
            connection.close()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert places() == {"izium": 1, "kupiansk": 1}


def test_two_processes_see_the_same_whoever_published():
    one, other = snapshot._Shared(), snapshot._Shared()
    first = publish("AAA-AAA")
    assert one.at_this_revision().sets == other.at_this_revision().sets
    publish("BBB-BBB", "kupiansk", shown={"told": "2022"})
    assert one.at_this_revision().sets.keys() >= {("place", "izium"), ("place", "kupiansk")}
    withdraw(first)
    fresh = snapshot._Shared().at_this_revision()
    for held in (one.at_this_revision(), other.at_this_revision()):
        assert (held.revision, held.sets, held.versions) == (fresh.revision, fresh.sets, fresh.versions)
        assert held.columns.told_earliest.tolist() == fresh.columns.told_earliest.tolist()


def test_what_has_run_out_is_in_no_set_from_that_moment_without_any_worker():
    publish("AAA-AAA")
    with time_machine.travel(FIRST_PUBLIC_AT, tick=False) as clock:
        gone = publish("BBB-BBB", "kupiansk", valid_until=FIRST_PUBLIC_AT.replace(hour=13))
        assert places() == {"izium": 1, "kupiansk": 1} and snapshot.current().is_known("place", "kupiansk")
        clock.move_to(FIRST_PUBLIC_AT.replace(hour=13))
        current = snapshot.current()
        assert places() == {"izium": 1} and not current.is_known("place", "kupiansk")
        assert gone.pk not in current.everything and not current.having("place", ["kupiansk"])
        assert current.kept("what is kept", lambda: "now") == "now" and ("what is kept") not in current.snapshot.kept
    assert FacetBitmap.objects.filter(value="kupiansk").exists()


def test_an_edition_begun_anew_is_read_as_a_whole():
    publish("AAA-AAA")
    publish("BBB-BBB", "kupiansk")
    assert places() == {"izium": 1, "kupiansk": 1}
    PublishedInterview.everything.all().delete()
    FacetBitmap.objects.all().delete()
    Edition.objects.all().delete()
    assert places() == {}
    publish("CCC-CCC", "kupiansk")
    assert places() == {"kupiansk": 1}
