"""Two people at one record: nothing that somebody saved meanwhile is overwritten unseen, and nothing typed is lost."""

from django.urls import reverse

from archive.custody import acting
from tests import cast

from .forms import fields_of


def change(record):
    return reverse(f"workroom:catalogue_{record._meta.model_name}_change", args=[record.pk])


def test_what_somebody_else_saved_is_not_overwritten_unseen(archivist):
    interview = cast.interview()
    opened = fields_of(archivist.get(change(interview)))
    with acting(cast.administrator()):
        interview.abstract_en = "Saved by somebody else."
        interview.save()
    answer = archivist.post(change(interview), opened | {"abstract_en": "Typed by me."})
    assert "since you opened this page" in answer.content.decode()
    assert "Typed by me." in answer.content.decode()
    interview.refresh_from_db()
    assert interview.abstract_en == "Saved by somebody else."


def test_it_can_be_kept_knowingly(archivist):
    interview = cast.interview()
    opened = fields_of(archivist.get(change(interview)))
    with acting(cast.administrator()):
        interview.abstract_en = "Saved by somebody else."
        interview.save()
    refused = archivist.post(change(interview), opened | {"abstract_en": "Typed by me."})
    archivist.post(change(interview), fields_of(refused))
    interview.refresh_from_db()
    assert interview.abstract_en == "Typed by me."


def test_a_passage_saved_meanwhile_is_kept(archivist):
    transcript = cast.interview().transcripts.get(language="en")
    opened = fields_of(archivist.get(change(transcript)))
    with acting(cast.administrator()):
        segment = transcript.segments.first()
        segment.text = "Corrected meanwhile."
        segment.save()
    answer = archivist.post(change(transcript), opened)
    assert "since you opened this page" in answer.content.decode()
    assert transcript.segments.first().text == "Corrected meanwhile."


def test_a_sitting_with_a_recording_is_not_removed_with_everything_in_it(archivist):
    interview = cast.interview()
    opened = fields_of(archivist.get(change(interview)))
    answer = archivist.post(change(interview), opened | {"sittings-0-DELETE": "on"})
    assert answer.status_code == 200
    assert interview.sittings.count() == 1 and interview.recordings.count() == 1
