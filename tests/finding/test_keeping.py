"""The private index follows the catalogue: changes soon, deletions at once."""

import pytest
from django.db import connection, transaction
from django.db.models.deletion import Collector
from django.test.utils import CaptureQueriesContext

from archive import publishing
from archive.catalogue.models import Claim, Interview, Job, Label, OutdatedRecord, PersonIdentity, Segment, Sheet
from archive.custody import acting
from archive.finding import tasks, writing
from archive.finding.numbers import Record
from tests import cast

from .conftest import found, indexed_words, read_all, said

pytestmark = pytest.mark.django_db


def of(interview) -> tuple[str, int]:
    return "interview", interview.pk


def test_what_is_saved_is_found_when_the_worker_has_read_it():
    made = cast.interview()
    assert found("підвал") == []
    read_all()
    assert found("підвалі") == [of(made)]
    with acting(cast.archivist()):
        made.private_note = "Ask about the lighthouse."
        made.save()
    read_all()
    assert said("lighthouses") == ["Ask about the [lighthouse]."]
    assert not OutdatedRecord.objects.exists()


def test_many_changes_of_a_record_are_one_job():
    made = cast.interview()
    tasks.ask()
    assert Job.objects.filter(kind=tasks.READ, payload={"record": ["interview", made.pk]}).count() == 1


def test_a_change_that_is_rolled_back_asks_for_nothing():
    read_all()
    before = OutdatedRecord.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        cast.interview()
        raise RuntimeError
    assert OutdatedRecord.objects.count() == before


def test_saving_costs_one_row_and_no_reading(django_assert_num_queries):
    made = cast.interview()
    claim = Claim(interview=made, statement_en="So it was.")
    with acting(cast.archivist()):
        claim.save()
        with django_assert_num_queries(4):  # the row as it was and is, the edit that is known already, and the note
            claim.save()


def test_what_stays_the_same_is_not_written_again():
    made = cast.interview()
    read_all()
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=made, text__contains="bread").first().save()
    drawn = writing.draw(Record(*of(made)))
    assert drawn.sheets == [] and len(drawn.wanted) == Sheet.objects.filter(pk__in=drawn.wanted).count()


def test_a_text_that_was_changed_is_shown_as_it_stands_and_found_no_more_by_what_it_said():
    made = cast.interview()
    read_all()
    with acting(cast.archivist()):
        segment = Segment.objects.get(transcript__interview=made, transcript__language="en", alignment="a1")
        segment.text = "We baked cakes in a stove."
        segment.save()
    assert said('"baked bread"') == []
    read_all()
    assert found('"baked bread"') == [] and said("cakes") == ["We baked [cakes] in a stove."]


def test_a_part_that_is_deleted_is_out_in_the_same_transaction():
    made = cast.interview()
    with acting(cast.archivist()):
        gone = Claim.objects.create(interview=made, statement_en="The zeppelin came.")
        Claim.objects.create(interview=made, statement_en="The airship left.")
        read_all()
        assert "zeppelin" in indexed_words()
        gone.delete()
    assert "zeppelin" not in indexed_words() and found("zeppelin") == []
    read_all()
    assert found("airship") == [of(made)]


def test_a_transcript_that_is_deleted_takes_its_passages_along():
    made = cast.interview()
    read_all()
    with acting(cast.archivist()):
        made.transcripts.get(language="en").delete()
    assert found("bread", groups=frozenset(["transcript"])) == []
    read_all()
    assert found("вогнище") == [of(made)]


@pytest.mark.parametrize("passages", [1, 3])
def test_deleting_a_transcript_takes_its_passages_out_once_and_asks_once(passages):
    made = cast.interview()
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=made, position__gte=passages).delete()
    read_all()
    with acting(cast.archivist()), CaptureQueriesContext(connection) as queries:
        made.transcripts.get(language="en").delete()
    mine = [q["sql"] for q in queries if '"catalogue_sheet"' in q["sql"] or '"catalogue_outdatedrecord"' in q["sql"]]
    assert OutdatedRecord.objects.count() == 1
    # what stands of the passages and what of the transcript, the sheets deleted, and the note
    assert len(mine) == 5, mine


def test_a_deletion_that_was_rolled_back_takes_out_what_it_deletes_when_it_is_tried_again():
    made = cast.interview()
    read_all()
    passages = Segment.objects.filter(transcript__interview=made, alignment="a1")
    with acting(cast.archivist()):
        with pytest.raises(RuntimeError), transaction.atomic():
            passages.delete()
            raise RuntimeError
        assert "вогнищ" in indexed_words()
        passages.delete()
    assert "вогнищ" not in indexed_words()


def test_a_worker_that_has_read_a_part_before_its_deletion_does_not_bring_its_words_back():
    made = cast.interview()
    with acting(cast.archivist()):
        gone = Claim.objects.create(interview=made, statement_en="The zeppelin came.")
        Claim.objects.create(interview=made, statement_en="The airship left.")
        drawn = writing.draw(Record(*of(made)))
        gone.delete()
    writing.put(Record(*of(made)), drawn)
    assert "zeppelin" not in indexed_words() and found("zeppelin") == []
    read_all()
    assert found("airship") == [of(made)]


def test_passages_that_are_deleted_together_are_out_at_once():
    made = cast.interview()
    read_all()
    with acting(cast.archivist()):
        Segment.objects.filter(transcript__interview=made, alignment="a1").delete()
    assert "вогнищ" not in indexed_words() and "bake" not in indexed_words()


def test_what_is_read_again_between_two_deletions_that_name_no_beginning_is_out_after_the_second():
    made = cast.interview()
    with acting(cast.archivist()):
        claims = [
            Claim.objects.create(interview=made, statement_en=f"The {what} came.") for what in ("train", "zeppelin")
        ]
    read_all()
    with acting(cast.archivist()), transaction.atomic():
        for claim in claims:
            writing.put(Record(*of(made)), writing.draw(Record(*of(made))))
            collector = Collector("default")
            collector.collect([claim])
            collector.delete()
    assert "zeppelin" not in indexed_words() and found("zeppelin") == []


def test_nothing_of_an_erased_interview_is_left():
    made, other = cast.interview(abstract_en="A zeppelin."), cast.interview(slug="vira")
    read_all()
    publishing.propose_erasure(made, by=cast.archivist(), reason="She asked.")
    erased = Record(*of(made))
    publishing.erase_interview(made, by=cast.moderator())
    assert "zeppelin" not in indexed_words() and not writing.standing(erased).exists()
    assert not OutdatedRecord.objects.filter(root="interview", record=erased.pk).exists()
    read_all()
    assert found("підвал") == [of(other)]


def test_a_worker_that_has_read_it_before_the_erasure_writes_nothing_after_it():
    made = cast.interview(abstract_en="A zeppelin.")
    drawn = writing.draw(Record(*of(made)))
    publishing.propose_erasure(made, by=cast.archivist(), reason="She asked.")
    record = Record(*of(made))
    publishing.erase_interview(Interview.objects.get(pk=made.pk), by=cast.moderator())
    writing.put(record, drawn)
    assert not Sheet.objects.exists() and indexed_words() == ""


def test_a_record_that_is_merged_into_another_is_gone_and_its_label_is_found_with_the_kept_one():
    kept, merged = cast.topic("bread"), cast.topic("loaf")
    with acting(cast.archivist()):
        Label.objects.create(authority=merged, language="en", text="Sourdough")
    read_all()
    publishing.merge_authorities(kept=kept, merged=merged, by=cast.archivist())
    read_all()
    assert found("sourdough") == [("authority", kept.pk)]


def test_a_reason_that_is_written_by_an_act_is_found():
    made = cast.interview()
    publishing.submit(made, by=cast.archivist())
    publishing.send_back(made, by=cast.moderator(), reason="Name the orchard.")
    read_all()
    assert said("orchards") == ["Name the [orchard]."]


def test_a_name_that_is_approved_later_is_found_in_what_was_written_before():
    made = cast.interview(abstract_uk="Ми виїхали з Ізюма.")
    read_all()
    place = cast.izium()
    read_all()
    assert of(made) in found("Izium")
    assert ("authority", place.pk) in found("Izium")


def test_legal_names_and_contacts_are_never_in_the_index():
    made = cast.interview()
    PersonIdentity.objects.create(person=made.participations.get().person, legal_name="Zeppelina", contacts="Airship 7")
    read_all()
    assert "zeppelin" not in indexed_words() and "airship" not in indexed_words()


@pytest.mark.django_db(transaction=True)
def test_emptying_the_database_empties_the_index():
    from django.core.management import call_command

    cast.interview()
    read_all()
    assert indexed_words()
    call_command("flush", verbosity=0, interactive=False)
    assert connection.introspection.table_names() and indexed_words() == ""
