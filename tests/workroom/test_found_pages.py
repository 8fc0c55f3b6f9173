"""Whatever is found leads to the page on which it can be read, at its place."""

import datetime as dt
import re

import pytest
from django.db import models
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import (
    Claim,
    Document,
    DocumentPage,
    DocumentRegion,
    Event,
    IndexPoint,
    Interview,
    Label,
    Master,
    Mention,
    ModeratorDecision,
    PersonStatus,
    Publication,
    Question,
    Segment,
    Source,
    Topic,
    Waiver,
)
from archive.custody import acting
from archive.finding.nouns import NOUNS
from archive.finding.rebuilding import rebuild
from tests import cast
from tests.canary.tokens import token

pytestmark = pytest.mark.django_db

SEARCH = reverse("workroom:search")
ROOM = 60
"""Characters in a column that has room for a word of ours; shorter ones hold codes."""


def record_everything() -> Interview:
    """An interview with a row of every noun that is found."""
    cast.izium()
    made = cast.published()
    participation, by = made.participations.get(), cast.moderator()
    withheld = publishing.redact(made, by=cast.archivist(), alignment="a2", reason="safety")
    with acting(cast.archivist()):
        _describe(made)
        for model in (Topic, Event, Question):
            model.objects.create(slug=f"a-{model.__name__.lower()}", name_en="A name")
        for authority in (
            *Topic.objects.all(),
            *Event.objects.all(),
            *Question.objects.all(),
            cast.izium(),
            participation.person,
        ):
            Label.objects.create(authority=authority, language="en", text="A label")
        PersonStatus.objects.create(person=participation.person, kind="private")
    publishing.lift(withheld, by=cast.archivist())
    ModeratorDecision.objects.create(participation=participation, matter="name", reason="-", decided_by=by)
    Waiver.objects.create(interview=made, sighting="0" * 64, reason="-", waived_by=by)
    publishing.withdraw(participation, by=cast.archivist(), requester="narrator", received_on=dt.date(2024, 1, 1))
    publishing.stop(made, by=cast.archivist(), reason="-")
    publishing.release(made, by=by, reason="-")
    publishing.propose_erasure(made, by=cast.archivist(), reason="-")
    Interview.objects.filter(pk=made.pk).update(state=Interview.State.RETURNED, return_reason="-")
    return made


def _describe(made: Interview) -> None:
    IndexPoint.objects.create(recording=made.recordings.get(), at_ms=0, title_en="Down")
    picture = Master.objects.create(
        sha256="ab" * 32, size=1, media_type="image/png", kind="image", received_by=cast.archivist()
    )
    letter = Document.objects.create(interview=made, title_en="A letter")
    sheet = DocumentPage.objects.create(document=letter, master=picture)
    DocumentRegion.objects.create(page=sheet, number=1, left=0, top=0, width=10, height=10, note_en="A cup")
    source = Source.objects.create(interview=made, type="webpage", title="A page")
    Claim.objects.create(interview=made, source=source, statement_en="So it was.")
    decided = {"interview": made, "authority": cast.izium(), "verdict": "rejected", "decided_by": cast.archivist()}
    Mention.objects.create(passage="a1", **decided)


def fill(noun) -> dict[str, str]:
    """Write a text of its own into every column of a noun that has room for one."""
    texts = {
        column.name: f"{token(str(noun.number))} {column.name}"
        for column in noun.columns
        if column.name not in noun.computed and _has_room(noun.model._meta.get_field(column.name))
    }
    rows = noun.model._base_manager.filter(pk__in=noun.rows().values("pk"))
    for name, text in texts.items():
        assert rows.update(**{name: text}), noun.model
    return texts


def _has_room(field) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.URLField)
    return is_text and (field.max_length is None or field.max_length >= ROOM) and field.name != "reference"


def addresses(client, q: str) -> set[str]:
    """Where the passages lead that are shown, and are not the name of the record."""
    return set(re.findall(r'<p class="quiet"><a href="([^"]*)', client.get(SEARCH, {"q": q}).content.decode()))


@pytest.fixture
def archive():
    made = record_everything()
    texts = {noun: fill(noun) for noun in NOUNS if noun.model is not Publication}
    rebuild()
    return made, texts


def test_every_text_of_every_noun_is_on_the_page_that_its_passages_lead_to(archivist, archive):
    made, texts = archive
    wrong = []
    for noun, written in texts.items():
        if noun.model is Segment or not written:
            continue
        word = token(str(noun.number))
        found = addresses(archivist, word)
        if not found:
            wrong.append((noun.number, noun.model.__name__, "is not found"))
        for address in found:
            page, _, anchor = address.partition("#")
            answer = archivist.get(page)
            shown = answer.content.decode()
            place = shown.partition(f'id="{anchor}"')[2] if anchor else shown
            missing = [text for text in written.values() if text not in place]
            if answer.status_code != 200 or missing:
                wrong.append((noun.number, address, answer.status_code, missing))
    assert wrong == []


def test_the_public_reference_stands_with_how_the_interview_stands(archivist, archive):
    made, _texts = archive
    reference = Publication.objects.get().reference
    (address,) = (a for a in addresses(archivist, reference) if "standing" in a)
    page, anchor = address.split("#")
    assert reference in archivist.get(page).content.decode().split(f'id="{anchor}"')[1].split("</section>")[0]


def test_a_decision_on_words_far_down_leads_to_the_page_of_its_passage(archivist, monkeypatch):
    monkeypatch.setattr("archive.workroom.mentions.PASSAGES", 1)
    cast.izium()
    made = cast.interview()
    Segment.objects.filter(alignment="a2", transcript__language="uk").update(text="До Ізюма далеко.")
    given = {"authority": cast.izium(), "words": "ізюма", "private_note": "The zeppelin."}
    publishing.reject_mention(made, by=cast.archivist(), passage="a2", **given)
    rebuild()
    (address,) = addresses(archivist, "zeppelin")
    page, anchor = address.split("#")
    shown = archivist.get(page).content.decode().split(f'id="{anchor}"')[1]
    assert "До <mark>Ізюма</mark> далеко." in shown and "“The zeppelin.”" in shown
    for nonsense in ("x", "9" * 30, "0"):
        assert archivist.get(page.partition("?")[0], {"mention": nonsense}).status_code == 200


def test_a_decision_on_words_that_the_passage_says_no_more_is_still_read(archivist):
    cast.izium()
    made = cast.interview()
    given = {"authority": cast.izium(), "words": "ізюма", "private_note": "The zeppelin."}
    publishing.reject_mention(made, by=cast.archivist(), passage="a2", **given)
    page = archivist.get(reverse("workroom:mentions", args=[made.pk])).content.decode()
    assert "“The zeppelin.”" in page and "says other words by now" in page and "passage is gone" not in page
