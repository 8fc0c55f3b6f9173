"""A corpus loaded in bulk is what the acts of people would have made of it, row for row."""

from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models

from archive import publishing
from archive.catalogue.models import (
    ApprovedVersion,
    ConsentRecord,
    CustodyEvent,
    Edit,
    EnteredNames,
    Grant,
    Interview,
    Participation,
    Person,
    PlaceMention,
    Publication,
    Recording,
    ResearchListing,
    Segment,
    Sitting,
    Transcript,
)
from archive.consent import permissions as consent
from archive.custody import acting
from archive.document import canonical
from archive.edition.models import Edition, PublishedInterview
from archive.edition.search import search
from archive.publishing.assemble import assemble
from archive.publishing.refusal import Refused
from archive.trial import accounts
from archive.trial.corpus import load
from archive.trial.corpus.frame import INTERVIEWER
from archive.trial.corpus.prepare import INTERVIEWER_GRANTS, grants
from archive.trial.corpus.stated import Stated
from tests.trial.collection import written
from tests.trial.corpus import interviews

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_process(monkeypatch):
    """Within the transaction of a test everything is prepared by this very process."""
    monkeypatch.setattr(load, "_prepared", load.prepared_here)


@pytest.fixture
def corpus(tmp_path, time_machine):
    time_machine.move_to("2026-03-02 12:00", tick=False)
    file = written(tmp_path, "corpus.jsonl", interviews())
    loaded(file)
    return file


def loaded(file):
    out = StringIO()
    call_command("load_corpus", file, stdout=out, stderr=StringIO())
    return out.getvalue()


def rows_of(app):
    """Every row of an app's tables as the database has it."""
    found = {}
    for model in apps.get_app_config(app).get_models():
        manager = getattr(model, "everything", model._base_manager)
        found[model.__name__] = list(manager.order_by("pk").values())
    return found


def without_keys(rows, *also):
    """Rows without what is made anew each time they are written."""
    return [{name: value for name, value in row.items() if name not in ("id", *also)} for row in rows]


def test_what_is_open_is_public_and_the_rest_waits(corpus):
    states = dict(Interview.objects.values_list("private_note", "state"))
    assert {slug[-1] for slug, state in states.items() if state == "approved"} == set("124578")
    assert {slug[-1]: state for slug, state in states.items() if state != "approved"} == {
        "3": "draft", "6": "submitted", "9": "draft",
    }  # fmt: skip
    assert PublishedInterview.objects.count() == ResearchListing.objects.count() == 6
    assert list(PublishedInterview.objects.order_by("pk").values_list("pk", flat=True)) == list(range(1, 7))
    assert search("підвал", language="uk").total
    assert search("Місце 3", language="uk").total


def test_an_approval_is_bound_to_what_a_moderator_would_have_seen(corpus):
    for version in ApprovedVersion.objects.select_related("interview"):
        review = publishing.look(version.interview)
        assert version.digest == review.digest
        assert version.dossier == canonical.dump(assemble(version.interview))
        assert version.permissions == consent.dump(review.lasting)
        assert not [sighting for sighting in review.sightings if sighting.waiver is None]


def test_rebuilding_the_edition_changes_no_byte_of_it(corpus):
    before, ledger = rows_of("edition"), list(Publication.objects.order_by("pk").values())
    offers = list(ResearchListing.objects.order_by("pk").values())
    call_command("publish_edition", verbosity=0)
    after = rows_of("edition")
    for name, rows in before.items():
        assert sorted(map(repr, without_keys(after[name]))) == sorted(map(repr, without_keys(rows))), name
    assert [row["id"] for row in after["PublishedInterview"]] == [row["id"] for row in before["PublishedInterview"]]
    assert list(Publication.objects.order_by("pk").values()) == ledger
    assert list(ResearchListing.objects.order_by("pk").values()) == offers


def test_a_second_run_changes_nothing(corpus):
    before = rows_of("catalogue"), rows_of("edition")
    assert "already there" in loaded(corpus)
    assert (rows_of("catalogue"), rows_of("edition")) == before


def test_a_run_that_was_stopped_is_taken_up_where_it_stopped(tmp_path, monkeypatch):
    file = written(tmp_path, "corpus.jsonl", interviews())
    monkeypatch.setattr(load, "BATCH", 2)
    write, left = load._write, [2]

    def stopping(*arguments):
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        write(*arguments)

    monkeypatch.setattr(load, "_write", stopping)
    with pytest.raises(KeyboardInterrupt):
        loaded(file)
    assert Interview.objects.count() == 4
    first = list(Interview.objects.order_by("pk").values())
    monkeypatch.setattr(load, "_write", write)
    assert "Loaded 5 interviews" in loaded(file)
    assert list(Interview.objects.order_by("pk").values())[:4] == first
    assert sorted(Interview.objects.values_list("private_note", flat=True)) == [row["slug"] for row in interviews()]


def test_a_batch_whose_first_is_not_what_was_stated_is_refused_as_a_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("archive.trial.corpus.records.alignment", lambda position: f"other{position}")
    with pytest.raises(Refused):
        loaded(written(tmp_path, "corpus.jsonl", interviews()))
    assert not Interview.objects.exists() and not PublishedInterview.objects.exists()


def test_a_line_that_is_no_interview_is_said(tmp_path):
    with pytest.raises(CommandError, match="line 2"):
        loaded(written(tmp_path, "corpus.jsonl", [next(interviews()), {"id": 2}]))


# Beside an interview that was entered by hand


def entered_by_hand(stated, people):
    """The interview as an archivist enters it, part by part, under the same names."""
    collection = Interview.objects.first().collection
    model = Interview.objects.get(private_note=stated.slug)
    language, given = stated.language, grants(stated)
    with acting(people.archivist):
        person = Person.objects.create(slug=f"{stated.slug}-hand", **{f"name_{language}": stated.narrator})
        interview = Interview.objects.create(
            collection=collection,
            languages=[language],
            recorded=stated.date,
            private_note=stated.slug,
            **{f"title_{language}": stated.title, f"abstract_{language}": stated.summary},
        )
        narrator = Participation.objects.create(
            interview=interview, person=person, rendition="full", **{f"name_full_{language}": stated.narrator}
        )
        interviewer = Participation.objects.create(
            interview=interview,
            person=model.participations.get(role="interviewer").person,
            role="interviewer",
            rendition="full",
            position=1,
            name_full_en=INTERVIEWER,
        )
        for participation, scopes in ((narrator, given), (interviewer, INTERVIEWER_GRANTS)):
            record = ConsentRecord.objects.create(
                participation=participation, signed_on=stated.date, entered_by=people.archivist
            )
            for scope, audience in scopes.items():
                Grant.objects.create(record=record, scope=scope, audience=audience)
        for mention in model.place_mentions.order_by("pk"):
            PlaceMention.objects.create(interview=interview, place=mention.place, precision="settlement")
        interview.topics.set(model.topics.all())
        sitting = Sitting.objects.create(interview=interview, held=stated.date)
        recording = Recording.objects.create(interview=interview, sitting=sitting)
        transcript = Transcript.objects.create(interview=interview, recording=recording, language=language)
        speakers = {"N": narrator, "I": interviewer}
        for position, (start, end, who, words) in enumerate(stated.segments):
            Segment.objects.create(
                transcript=transcript,
                alignment=f"s{position}",
                position=position,
                speaker=speakers[who],
                start_ms=start,
                end_ms=end,
                text=words,
            )
    return interview


def parts(interview):
    """All rows that belong to an interview, without keys, codes and what stands for the other rows."""
    found = {}
    for model in apps.get_app_config("catalogue").get_models():
        path = _path_to_interview(model)
        if path:
            rows = model._base_manager.filter(**{path: interview.pk}).order_by("pk").values()
            links = [f.attname for f in model._meta.fields if isinstance(f, models.ForeignKey) and not _is_user(f)]
            also = ("key", "code", "interview_key", "reference", "ordinal", "digest", "public_digest", "packed",
                    "permissions", "person_key", "part", *links)  # fmt: skip
            if model is EnteredNames:
                also += ("slug",)
            found[model.__name__] = without_keys(rows, *also)
    events = CustodyEvent.objects.filter(interview_key=interview.key).order_by("pk")
    found["CustodyEvent"] = list(events.values("actor", "act", "object_type", "before", "at"))
    found["Person"] = without_keys(
        Person.objects.filter(participations__interview=interview).order_by("participations__role").values(),
        "key", "slug", "authority_ptr_id",
    )  # fmt: skip
    return found


def _is_user(field):
    return field.related_model._meta.model_name == "user"


def _path_to_interview(model):
    for path in ("interview", "participation__interview", "record__participation__interview", "version__interview",
                 "transcript__interview"):  # fmt: skip
        try:
            reached = model
            for step in path.split("__"):
                reached = reached._meta.get_field(step).related_model
        except Exception:
            continue
        if reached is Interview:
            return path
    return "pk" if model is Interview else None


@pytest.mark.parametrize("number", [2, 6, 9], ids=["approved", "submitted", "draft"])
def test_every_row_is_as_an_archivist_and_a_moderator_would_have_left_it(corpus, number):
    people = accounts.ensure()
    row = [*interviews()][number - 1]
    stated = Stated(**{name: row[name] for name in Stated.__struct_fields__})
    interview = entered_by_hand(stated, people)
    if number != 9:
        publishing.submit(interview, by=people.archivist)
    if number == 2:
        review = publishing.look(interview)
        confirmed = [code for code, _words in review.checklist]
        publishing.approve(interview, by=people.moderator, seen=review.digest, checklist=confirmed)
    by_hand, in_bulk = parts(interview), parts(Interview.objects.get(private_note=stated.slug, pk__lt=interview.pk))
    assert by_hand.keys() == in_bulk.keys()
    for name in by_hand:
        assert in_bulk[name] == by_hand[name], name


def test_who_edited_what_waits_is_known(corpus):
    waiting = Interview.objects.exclude(state="approved")
    assert set(Edit.objects.values_list("interview", "editor__username")) == {
        (interview.pk, "trial-archivist") for interview in waiting
    }
    assert set(ApprovedVersion.objects.values_list("editors__editor__username", "approved_by__username")) == {
        ("trial-archivist", "trial-moderator")
    }


def test_the_next_interview_entered_by_hand_gets_the_next_code(corpus):
    first = Interview.objects.order_by("pk").first()
    with acting(accounts.ensure().archivist):
        made = Interview.objects.create(collection=first.collection, title_en="By hand")
    assert made.code == f"{first.code[:-4]}0010"
    assert Edition.objects.current().revision


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"date": "2022-05"}, "is no day"),
        ({"language": "be"}, "Invalid enum value"),
        ({"title": ""}, "length >= 1"),
        ({"segments": []}, "length >= 1"),
        ({"segments": [[500, 100, "N", "Було тихо."]]}, "ends before it begins"),
        ({"segments": [[0, 100, "N", "Було\0 тихо."]]}, "NUL"),
    ],
    ids=str,
)
def test_a_line_that_cannot_be_loaded_is_named_before_anything_is_written(tmp_path, change, said):
    good, bad = interviews(2)
    file = written(tmp_path, "corpus.jsonl", [good, bad | change])
    with pytest.raises(CommandError, match="line 2") as refused:
        loaded(file)
    assert said in str(refused.value)
    assert not Interview.objects.exists()


def test_two_interviews_of_one_name_are_refused(tmp_path):
    one, other = interviews(2)
    with pytest.raises(CommandError, match="are called"):
        loaded(written(tmp_path, "corpus.jsonl", [one, other | {"slug": one["slug"]}]))


def test_what_stays_closed_may_name_no_place(tmp_path):
    closed = [one | {"status": "restricted", "places": []} for one in interviews(2)]
    assert "Loaded 2 interviews" in loaded(written(tmp_path, "corpus.jsonl", closed))
