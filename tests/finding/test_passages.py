"""What is withheld from the public is marked by the same rule that withholds it."""

import pytest

from archive import publishing
from archive.catalogue.models import Recording, Segment, Transcript
from archive.custody import acting
from archive.finding.passages import passages
from tests import cast

from .conftest import asked, read_all

pytestmark = pytest.mark.django_db

POLISH = ("Zeszliśmy do piwnicy.", "Chleb piekliśmy na ogniu.", "Zeszyt zachowałam.")


def withheld(q: str) -> set[bool]:
    answer = asked(q)
    return {passage.is_withheld for shown in passages(answer, answer.ranked).values() for passage in shown.passages}


@pytest.fixture
def made():
    return cast.interview()


def beside(made, **fields) -> Recording:
    """A second file of the sitting, with a Polish text of its own."""
    speakers = list(made.participations.all())
    with acting(cast.archivist()):
        recording = Recording.objects.create(interview=made, sitting=made.sittings.get(), number=2, **fields)
        cast.transcript(made, recording, "pl", "translation", speakers, POLISH)
    return recording


def redact(made, **anchor) -> None:
    publishing.redact(made, by=cast.archivist(), reason="safety", **anchor)
    read_all()


def test_a_file_that_ran_beside_is_withheld_at_the_same_moment(made):
    recording = made.recordings.get()
    beside(made)
    redact(made, recording=recording, start_ms=10_000, end_ms=20_000)
    assert withheld("chleb") == {True} and withheld("zeszyt") == {False}


def test_a_file_that_began_earlier_is_withheld_at_its_own_time(made):
    recording = made.recordings.get()
    Recording.objects.filter(pk=recording.pk).update(starts_ms=10_000)
    beside(made)
    redact(made, recording=recording, start_ms=0, end_ms=10_000)
    assert withheld("chleb") == {True} and withheld("piwnicy") == {False} == withheld("zeszyt")


def test_a_translation_that_divides_the_words_otherwise_is_withheld_where_it_meets_them(made):
    with acting(cast.archivist()):
        transcript = Transcript.objects.create(
            interview=made, recording=made.recordings.get(), language="pl", kind="translation"
        )
        for n, words in enumerate(POLISH):
            start = 5_000 + n * 10_000
            Segment.objects.create(
                transcript=transcript, alignment=f"p{n}", position=n, start_ms=start, end_ms=start + 10_000, text=words
            )
    redact(made, alignment="a2")
    assert withheld("piwnicy") == {False} and withheld("chleb") == {True} == withheld("zeszyt")


def test_words_withheld_mark_their_passage_alone(made):
    redact(made, alignment="a1", quote="bread")
    assert withheld("fire") == {True} and withheld("notebook") == {False}


def test_a_passage_that_is_gone_marks_every_passage(made):
    redact(made, alignment="a1")
    with acting(cast.archivist()):
        Segment.objects.filter(alignment="a1").delete()
    read_all()
    assert withheld("kept") == {True}


def test_nothing_withheld_marks_nothing(made):
    read_all()
    assert withheld("bread") == {False}
