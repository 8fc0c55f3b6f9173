"""A transcript is saved with all its passages, or brought in as a text."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from archive import publishing
from archive.catalogue.models import Claim, CustodyEvent, Edit, Transcript
from archive.custody import acting
from tests import cast

from .forms import fields_of


def address(transcript):
    return reverse("workroom:catalogue_transcript_change", args=[transcript.pk])


def empty_transcript(language="pl", kind="translation"):
    interview = cast.interview()
    with acting(cast.archivist()):
        return Transcript.objects.create(
            interview=interview, recording=interview.recordings.get(), language=language, kind=kind
        )


def fifty_rows(transcript):
    speaker = transcript.interview.participations.get().pk
    data = {"segments-TOTAL_FORMS": "50", "segments-INITIAL_FORMS": "0"}
    for n in range(50):
        row = {
            "position": n,
            "start_ms": f"0:{n:02}",
            "end_ms": f"0:{n:02}.9",
            "speaker": speaker,
            "text": f"Word {n}.",
        }
        data |= {f"segments-{n}-{name}": value for name, value in row.items()} | {f"segments-{n}-alignment": f"key{n}"}
    return data


def test_fifty_passages_are_saved_with_less_than_two_hundred_queries(archivist):
    transcript = empty_transcript()
    data = fields_of(archivist.get(address(transcript))) | fifty_rows(transcript)
    with CaptureQueriesContext(connection) as queries:
        answer = archivist.post(address(transcript), data)
    assert answer.status_code == 302
    assert transcript.segments.count() == 50
    assert len(queries) < 200

    data = fields_of(archivist.get(address(transcript)))
    data |= {f"segments-{n}-text": f"Another word {n}." for n in range(50)}
    with CaptureQueriesContext(connection) as queries:
        archivist.post(address(transcript), data)
    assert transcript.segments.filter(text__startswith="Another").count() == 50
    assert len(queries) < 200


def test_times_are_written_as_on_a_clock(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    page = archivist.get(address(transcript)).content.decode()
    assert 'value="0:10"' in page
    data = fields_of(archivist.get(address(transcript))) | {"segments-0-end_ms": "0:09.25"}
    archivist.post(address(transcript), data)
    assert transcript.segments.get(alignment="a0").end_ms == 9250


def test_an_empty_passage_is_not_called_a_key_that_stands_twice(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    start = fields_of(archivist.get(address(transcript)))
    answer = archivist.post(address(transcript), start | {"segments-1-text": ""}).content.decode()
    assert "This field is required." in answer
    assert "Two passages have the same key" not in answer


def test_a_key_that_stands_twice_and_an_end_before_the_start_are_refused(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    start = fields_of(archivist.get(address(transcript)))
    twice = archivist.post(address(transcript), start | {"segments-1-alignment": "a0", "segments-2-text": "Changed."})
    assert "Another passage of this transcript has this key." in twice.content.decode()
    assert "Changed." in twice.content.decode()
    backwards = archivist.post(address(transcript), start | {"segments-1-end_ms": "0:01"})
    assert "A passage cannot end before it starts." in backwards.content.decode()
    unreadable = archivist.post(address(transcript), start | {"segments-1-end_ms": "soon"})
    assert "Write a time on the recording as 1:02:03" in unreadable.content.decode()
    assert not transcript.segments.filter(text="Changed.").exists()


def test_speakers_are_those_of_this_interview_alone(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    stranger = cast.interview(slug="vira").participations.get()
    data = fields_of(archivist.get(address(transcript))) | {"segments-0-speaker": str(stranger.pk)}
    assert archivist.post(address(transcript), data).status_code == 200
    assert not transcript.segments.filter(speaker=stranger).exists()


def test_a_recording_of_another_interview_is_refused(archivist):
    interview, other = cast.interview(), cast.interview(slug="vira")
    add = reverse("workroom:catalogue_transcript_add")
    data = fields_of(archivist.get(add)) | {"interview": interview.pk, "recording": other.recordings.get().pk}
    answer = archivist.post(add, data | {"language": "pl", "kind": "translation"})
    assert "This recording belongs to another interview." in answer.content.decode()


def test_a_text_is_brought_in_with_speakers_ends_and_the_keys_of_what_it_translates(archivist):
    transcript = empty_transcript()
    text = "0:00 Olena K.: Zeszliśmy do piwnicy.\n0:10 narrator: Piekliśmy chleb.\n0:25 — Cisza."
    data = fields_of(archivist.get(address(transcript))) | {"brought_in": text}
    assert archivist.post(address(transcript), data).status_code == 302
    narrator = transcript.interview.participations.get()
    rows = list(transcript.segments.values_list("alignment", "speaker", "start_ms", "end_ms", "text"))
    assert rows[:2] == [
        ("a0", narrator.pk, 0, 10_000, "Zeszliśmy do piwnicy."),
        ("a1", narrator.pk, 10_000, 25_000, "Piekliśmy chleb."),
    ]
    assert rows[2][0] not in ("a0", "a1", "a2")
    assert rows[2][1:] == (None, 25_000, 25_000, "Cisza.")
    assert Edit.objects.filter(interview=transcript.interview, editor=cast.archivist()).exists()


def test_a_text_with_mistakes_is_kept_on_the_page_with_every_mistake_by_its_line(archivist):
    transcript = empty_transcript()
    text = "0:10 Stranger: Good day.\n0:05 narrator: Back.\n9x words"
    answer = archivist.post(address(transcript), fields_of(archivist.get(address(transcript))) | {"brought_in": text})
    page = answer.content.decode()
    assert "Line 1: nobody called “Stranger” takes part." in page
    assert "Line 2: this passage begins before the one above it." in page
    assert "Line 3: begin with a time" in page
    assert "Good day." in page
    assert not transcript.segments.exists()


def test_a_text_is_not_brought_in_over_passages_that_are_there(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    assert "Text to bring in" not in archivist.get(address(transcript)).content.decode()
    data = fields_of(archivist.get(address(transcript))) | {"brought_in": "0:01 narrator: Again."}
    archivist.post(address(transcript), data)
    assert transcript.segments.count() == 3


def test_those_who_only_look_change_nothing(moderator):
    transcript = cast.interview().transcripts.get(language="uk")
    assert moderator.get(address(transcript)).status_code == 200
    assert moderator.post(address(transcript), {"language": "en"}).status_code == 403


def test_two_keys_change_places_in_one_save(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    data = fields_of(archivist.get(address(transcript)))
    data |= {"segments-0-alignment": "a1", "segments-1-alignment": "a0"}
    assert archivist.post(address(transcript), data).status_code == 302
    assert list(transcript.segments.values_list("alignment", flat=True)) == ["a1", "a0", "a2"]


def test_a_passage_that_stands_at_nought_stays_the_first(archivist):
    transcript = cast.interview().transcripts.get(language="uk")
    archivist.post(address(transcript), fields_of(archivist.get(address(transcript))))
    assert list(transcript.segments.values_list("position", "alignment")) == [(0, "a0"), (1, "a1"), (2, "a2")]


def signed(interview, passage: str) -> Claim:
    with acting(cast.archivist()):
        claim = Claim.objects.create(interview=interview, statement_en="There was bread.", passage=passage)
    signature = {"en": "The archivist"}
    return publishing.sign_claim(
        claim, by=cast.archivist(), standing="disputed", signature=signature, on=timezone.localdate()
    )


def test_a_signature_ends_with_the_words_of_its_passage_and_no_other_does(archivist):
    interview = cast.interview()
    transcript = interview.transcripts.get(language="uk")
    changed, same = signed(interview, "a1"), signed(interview, "a0")
    data = fields_of(archivist.get(address(transcript)))
    told = archivist.post(address(transcript), data | {"segments-0-end_ms": "0:09.25"}, follow=True)
    assert "has ended" not in told.content.decode()
    data = fields_of(archivist.get(address(transcript)))
    told = archivist.post(address(transcript), data | {"segments-1-text": "Changed."}, follow=True)
    assert "the signature of 1 claim has ended" in told.content.decode()
    assert [Claim.objects.get(pk=claim.pk).standing for claim in (changed, same)] == ["", "disputed"]
    assert CustodyEvent.objects.get(act="standing-lapsed").object_key == changed.key
