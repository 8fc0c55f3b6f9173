"""Papers go from the catalogue to the public sheet by sheet, with the notes on their pictures, and through approval."""

import pytest
from msgspec import UNSET

from archive import publishing
from archive.catalogue.models import Document, DocumentPage, DocumentRegion, Grant, Interview, Master, Source
from archive.custody import acting
from archive.document import document as shown
from archive.publishing.assemble import assemble
from archive.publishing.review import look, public_document
from tests import cast

pytestmark = pytest.mark.django_db
EDGES = {"left": 1000, "top": 2000, "width": 3000, "height": 500}


def with_a_letter(title="The cellar", note="The word is crossed out.", **fields) -> Interview:
    """An interview with a letter of one sheet and a note on its picture."""
    made = cast.interview(title)
    with acting(cast.archivist()):
        source = Source.objects.create(interview=made, type="webpage", title="A report", key="report")
        letter = Document.objects.create(
            interview=made, title_en="A letter", language="uk", source=source, key="letter", **fields
        )
        page = DocumentPage.objects.create(
            document=letter, master=picture(), key="page", alternative_en="A sheet", transcription_uk="Сестро"
        )
        DocumentRegion.objects.create(page=page, key="region", note_en=note, **EDGES)
    return made


def picture() -> Master:
    return Master.objects.create(
        sha256="ab" * 32, size=1, media_type="image/png", kind="image", width=9, height=9, received_by=cast.archivist()
    )


def test_sheets_notes_rights_and_source_of_a_paper_are_gathered():
    made = with_a_letter(by_machine=["en"], machine_checked=["en", "pl"], licence="cc-by", holder_en="A sister")
    [paper] = assemble(made).papers
    assert paper.pages[0].regions == (shown.Region(key="region", note={"en": "The word is crossed out."}, **EDGES),)
    assert paper.page_texts == (shown.PageText(page="page", transcription={"uk": "Сестро"}),)
    assert (paper.language, paper.source, paper.licence, paper.holder) == ("uk", "report", "cc-by", {"en": "A sister"})
    assert paper.makers == {"en": "machine", "pl": "machine-checked"}


def test_sheets_with_words_tell_nothing_of_those_without():
    made = with_a_letter()
    letter = made.documents.get()
    with acting(cast.archivist()):
        for number, words in ((2, ""), (3, "Обіймаю")):
            DocumentPage.objects.create(
                document=letter,
                number=number,
                master=letter.pages.first().master,
                key=f"page{number}",
                transcription_uk=words,
            )
    [paper] = assemble(made).papers
    assert paper.page_texts == (
        shown.PageText(page="page", transcription={"uk": "Сестро"}),
        shown.PageText(page="page3", transcription={"uk": "Обіймаю"}),
    )


def test_a_paper_of_which_nothing_more_is_said_is_written_as_it_always_was():
    made = cast.interview()
    with acting(cast.archivist()):
        Document.objects.create(interview=made, title_en="A letter")
    [paper] = assemble(made).papers
    later = ("page_texts", "language", "makers", "source", "holder", "licence", "absence")
    assert [getattr(paper, name) for name in later] == [UNSET] * len(later)


def test_a_source_of_another_interview_is_not_named():
    made, other = with_a_letter(), cast.interview("Other", slug="other")
    with acting(cast.archivist()):
        elsewhere = Source.objects.create(interview=other, type="webpage", title="Elsewhere")
        Document.objects.filter(key="letter").update(source=elsewhere)
    assert assemble(made).papers[0].source is UNSET


def test_a_note_is_public_once_somebody_else_has_approved_it():
    made = cast.approve(with_a_letter())
    with acting(cast.archivist()):
        region = DocumentRegion.objects.get()
        region.note_en = "Not approved."
        region.save()
    [paper] = public_document(made).papers
    assert paper.pages[0].regions[0].note == {"en": "The word is crossed out."}
    assert made.pending_edits.exists()
    with pytest.raises(publishing.Refused):
        publishing.submit(made, by=cast.archivist())
        review = look(made)
        publishing.approve(made, by=cast.archivist(), seen=review.digest, checklist=dict(review.checklist))


@pytest.mark.parametrize(
    ("scope", "remains"),
    [("images", ((), True)), ("transcript", (("region",), False)), ("documents", None)],
)
def test_a_stricter_word_takes_pictures_notes_and_words_away_at_once(scope, remains):
    made = cast.approve(with_a_letter())
    grant = Grant.objects.get(record__participation__interview=made, scope=scope)
    with acting(cast.archivist()):
        grant.audience = "nobody"
        grant.save()
    papers = public_document(made).papers
    seen = [(tuple(r.key for page in p.pages for r in page.regions), bool(p.page_texts)) for p in papers]
    assert seen == ([] if remains is None else [remains])


def test_a_withheld_name_in_a_note_or_on_a_sheet_is_found_before_approval():
    made = with_a_letter(note="Here Olena Kovalenko signs.")
    with acting(cast.archivist()):
        DocumentPage.objects.update(transcription_uk="Твоя Олена Коваленко")
        made.participations.update(rendition="withheld")
    found = [(sighting.where, sighting.found) for sighting in look(made).sightings]
    assert ("paper", "Олена Коваленко") in found
    assert any(where == "paper" and "Olena" in words for where, words in found)
