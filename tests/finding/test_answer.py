"""What is found, by whom, and what is shown of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pyroaring import BitMap

from archive import publishing
from archive.catalogue.models import (
    Claim,
    ConsentRecord,
    Document,
    Label,
    Participation,
    PersonStatus,
    Segment,
    Source,
)
from archive.custody import acting
from archive.finding.answer import find
from archive.finding.passages import passages
from archive.finding.reader import Reader
from tests import cast

from .conftest import asked, found, may, may_know_nobody, read_all, said

pytestmark = pytest.mark.django_db


def of(interview) -> tuple[str, int]:
    return "interview", interview.pk


@pytest.fixture
def made():
    made = cast.interview(private_note="Call her sister first.", abstract_en="")
    with acting(cast.archivist()):
        source = Source.objects.create(interview=made, type="webpage", title="The Herald", author="N. N.")
        Claim.objects.create(interview=made, source=source, statement_en="The mill burnt down.")
        Document.objects.create(interview=made, title_en="A telegram", transcription_uk="Жива. Чекай листа.")
        ConsentRecord.objects.update(private_note="Signed at the kitchen table.")
    read_all()
    return made


@pytest.mark.parametrize(
    ("q", "passage"),
    [
        ("вогнище", "Хліб пекли на [вогнищі]."),
        ("candle", None),
        ("notebooks", "I kept the [notebook]."),
        ("sisters", "Call her [sister] first."),
        ("herald", "The [Herald]"),
        ("mills", "The [mill] burnt down."),
        ("лист", "Жива. Чекай [листа]."),
        ("kitchen", "Signed at the [kitchen] table."),
        ('"at the kitchen"', "Signed [at the kitchen] table."),
        ("vohnyshche", "Хліб пекли на [вогнищі]."),
        ("телеграма", None),
    ],
)
def test_words_are_found_in_every_part_of_a_draft_in_every_form(made, q, passage):
    assert said(q) == ([passage] if passage else [])


def test_all_words_have_to_stand_in_one_record_wherever_they_stand_in_it(made):
    cast.interview(slug="vira", private_note="")
    read_all()
    assert found("вогнище mill kitchen") == [of(made)]
    assert len(found("вогнище")) == 2 and found("вогнище -mill") != [of(made)] and len(found("вогнище -mill")) == 1


def test_where_nothing_holds_all_the_words_what_holds_some_is_found(made):
    answer = asked("mill zeppelin")
    assert answer.is_partial and [tuple(record) for record in answer.ranked] == [of(made)]


def test_a_translated_passage_is_shown_once_in_the_language_of_the_reader(made):
    cast.topic("bread", name_uk="Хліб", name_en="Bread")
    read_all()
    assert said("хліб OR bread", groups=frozenset(["transcript"])) == ["[Хліб] пекли на вогнищі."]


def test_an_accession_code_and_the_code_of_a_person_are_found(made):
    person = made.participations.get().person
    assert found(made.code) == [of(made)]
    assert ("authority", person.pk) in found(str(person))


def test_nobody_finds_what_they_may_not_read(made):
    for noun, q in [("consentrecord", "kitchen"), ("claim", "mill"), ("segment", "вогнище"), ("interview", "sister")]:
        assert found(q) == [of(made)]
        assert found(q, has_perm=lambda p, noun=noun: p != f"catalogue.view_{noun}") == []


def test_words_that_may_not_be_read_do_not_help_others_to_answer(made):
    may_read_no_agreement = {"has_perm": lambda permission: permission != "catalogue.view_consentrecord"}
    assert found("mill kitchen") == [of(made)]
    assert asked("mill kitchen", **may_read_no_agreement).is_partial
    assert found("mill -kitchen", **may_read_no_agreement) == [of(made)]


def test_a_private_name_is_found_by_those_who_may_know_it(made):
    with acting(cast.archivist()):
        person = cast.person("hidden", name_uk="Зінаїда Вишня")
        Label.objects.create(authority=person, language="uk", text="Зіна з млина")
    read_all()
    assert found("Вишня") == [("authority", person.pk)] and found("Зіна") == [("authority", person.pk)]
    assert found("Вишня", may_know_nobody) == [] and found("Зіна", may_know_nobody) == []
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=person, kind="public-figure")
    assert found("Вишня", may_know_nobody) == [("authority", person.pk)]


def test_a_name_in_an_interview_is_read_by_all_who_may_read_its_participants(made):
    Participation.objects.update(name_pseudonym_uk="Калина")
    with acting(cast.archivist()):
        made.participations.get().save()
    read_all()
    assert found("Калина", may_know_nobody) == [of(made)]


def test_what_is_looked_through_can_be_chosen(made):
    assert found("mill", groups=frozenset(["claim"])) == [of(made)]
    assert found("mill", groups=frozenset(["transcript"])) == []
    assert found("kept", spoken="en") == [of(made)] and found("kept", spoken="uk") == []


def shown(q):
    answer = asked(q)
    return [p for each in passages(answer, answer.ranked).values() for p in each.passages]


def test_a_passage_says_where_it_stands_and_when_it_is_said(made):
    [passage] = shown("вогнище")
    transcript = made.transcripts.get(language="uk")
    assert (passage.home, passage.row_on_page, passage.hit.start_ms) == (transcript.pk, 1, 10_000)
    assert passage.noun.home_model is type(transcript)


@pytest.mark.parametrize("anchor", [{"alignment": "a1"}, {"start_ms": 12_000, "end_ms": 13_000}])
def test_a_withheld_passage_is_found_and_says_so(made, anchor):
    recording = made.recordings.get() if "start_ms" in anchor else None
    publishing.redact(made, by=cast.archivist(), reason="safety", recording=recording, **anchor)
    read_all()
    assert [p.is_withheld for p in shown("вогнище")] == [True]
    assert [p.is_withheld for p in shown("підвал лютий")] == [False]


def test_a_text_that_is_gone_is_not_shown(made):
    gone = Segment.objects.filter(transcript__interview=made, alignment="a1")
    gone._raw_delete(gone.db)  # past all signals: the index still holds its words
    assert found("вогнище") == [of(made)] and said("вогнище") == []


@pytest.mark.parametrize(
    "q", ["", "   ", "*", "((((", '"', "-", "\x00", "\ud800", "AND OR", "a" * 10_000, "\u202e\u200f"]
)
def test_no_text_makes_it_raise(made, q):
    assert isinstance(said(q), list)


def test_the_number_of_queries_does_not_go_with_what_is_found(made):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert said("вогнище хліб")
        return len(queries)

    one = count()
    for slug in ("vira", "nina"):
        cast.interview(slug=slug)
    read_all()
    assert len(found("вогнище хліб")) == 3 and count() == one


def test_choices_that_leave_nothing_of_what_holds_all_leave_what_holds_some(made):
    other = cast.interview(slug="vira")
    read_all()
    answer = find("вогнище mill", reader=Reader(may, "uk"), narrow=lambda records: records - BitMap([made.pk << 2]))
    assert answer.is_partial and [tuple(record) for record in answer.ranked] == [of(other)]


def test_what_says_it_in_the_title_comes_before_what_says_it_somewhere(made):
    titled = cast.interview("The mill", slug="vira")
    newer = cast.interview(slug="nina", private_note="Past the mill.")
    read_all()
    assert found("mill") == [of(titled), of(newer), of(made)]
