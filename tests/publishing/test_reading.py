"""Researchers read what was approved and is open to them at that moment, and every opening is on record."""

import datetime as dt
from pathlib import Path

import pytest

from archive import publishing
from archive.catalogue.models import (
    CustodyEvent,
    Document,
    DocumentPage,
    Grant,
    Interview,
    Job,
    Master,
    ResearchFile,
    ResearchListing,
)
from archive.custody import acting
from archive.edition.models import PublishedFile, PublishedInterview
from archive.jobs.worker import drain
from archive.publishing.clock import publish_due
from archive.publishing.door import erase
from archive.publishing.rebuilding import rebuild
from tests import cast
from tests.canary import scenario

pytestmark = pytest.mark.django_db
SAID = "We baked bread over a fire."


def opened_to_researchers(scopes=("transcript", "audio"), slug="olena", **fields) -> Interview:
    """Approved, the scopes for researchers alone and the others for everyone."""
    interview = cast.interview(slug=slug, **fields)
    _grants(interview).filter(scope__in=scopes).update(audience="researchers")
    scenario.approve_waiving(interview)
    interview.refresh_from_db()
    return interview


def _grants(interview):
    return Grant.objects.filter(record__participation__interview=interview)


def reads(interview):
    """What a researcher is shown of it now."""
    found = publishing.open_reading(interview.publication.reference, by=cast.researcher())
    return found and found.document


def said(document) -> list:
    return [s.text for r in document.recordings for t in r.transcripts if t.language == "en" for s in t.segments]


def test_researchers_read_words_that_the_public_does_not():
    interview = opened_to_researchers()
    assert (SAID,) in said(reads(interview))
    assert said(PublishedInterview.objects.get().content) == []
    assert interview.research_listing.beyond == ["text", "sound"]


def test_what_nobody_but_staff_may_read_is_not_read_by_researchers():
    assert said(reads(opened_to_researchers(scopes=["transcript"]))) != []
    interview = cast.interview(slug="other")
    _grants(interview).filter(scope="transcript").update(audience="staff")
    scenario.approve_waiving(interview)
    interview.refresh_from_db()
    assert said(reads(interview)) == []


def test_what_everybody_may_read_researchers_read_in_the_same_words():
    interview = cast.published()
    assert reads(interview) == PublishedInterview.objects.get().content
    assert interview.research_listing.beyond == []


def test_an_edit_is_not_read_until_it_is_approved():
    interview = opened_to_researchers()
    with acting(cast.archivist()):
        segment = interview.transcripts.get(language="en").segments.get(alignment="a1")
        segment.text = "Something else."
        segment.save()
    publishing.publish(interview)
    assert (SAID,) in said(reads(interview))


def test_a_redaction_acts_at_once_in_every_language():
    interview = opened_to_researchers()
    publishing.redact(interview, by=cast.archivist(), reason="safety", alignment="a1")
    assert said(reads(interview))[1] == (None,)


def test_words_that_name_somebody_who_is_no_public_figure_any_more_are_held_back():
    interview = cast.interview(abstract_uk="Приїхав Степан Гончаренко.")
    mayor = cast.person("mayor", name_uk="Степан Гончаренко")
    with acting(cast.archivist()):
        figure = mayor.statuses.create(kind="public-figure")
        interview.person_mentions.create(person=mayor, is_confirmed=True)
    publishing.approve_authority(mayor, by=cast.moderator())
    _grants(interview).update(audience="researchers")
    scenario.approve_waiving(interview)
    interview.refresh_from_db()
    assert reads(interview).people == ("mayor",)
    with acting(cast.archivist()):
        figure.delete()
    assert reads(interview) is None and not publishing.offered().exists()


def test_a_stop_closes_it_and_a_release_opens_it_again():
    interview = opened_to_researchers()
    publishing.stop(interview, by=cast.archivist(), reason="She called.")
    assert reads(interview) is None and not publishing.offered().exists()
    publishing.release(interview, by=cast.moderator(), reason="All is well.")
    assert (SAID,) in said(reads(interview))


def test_a_withdrawal_closes_it():
    interview = opened_to_researchers()
    scenario.withdraw_all(interview, answer="missing")
    assert reads(interview) is None and not ResearchListing.objects.exists()


def test_a_narrower_word_needs_an_approval_to_be_undone():
    interview = opened_to_researchers()
    grant = _grants(interview).get(scope="transcript")
    for audience in ("staff", "researchers"):
        with acting(cast.archivist()):
            grant.audience = audience
            grant.save()
        assert said(reads(interview)) == []
    scenario.approve_waiving(interview)
    assert (SAID,) in said(reads(interview))


def test_a_captive_narrator_closes_it():
    interview = opened_to_researchers()
    with acting(cast.archivist()):
        interview.participations.get().person.statuses.create(kind="captive")
    assert reads(interview) is None


def test_what_narrowed_behind_the_back_of_publishing_is_not_read_either():
    """A grant changed by hand in the database: no longer the document that was checked."""
    interview = opened_to_researchers()
    _grants(interview).filter(scope="transcript").update(audience="nobody")
    assert reads(interview) is None
    publishing.publish(interview)
    assert said(reads(interview)) == []


def test_a_name_withheld_by_now_in_words_for_researchers_holds_it_back_from_them_alone():
    interview = cast.interview(narrators=2)
    with acting(cast.archivist()):
        segment = interview.transcripts.get(language="uk").segments.get(alignment="a1")
        segment.text = "Олена К. пекла хліб."
        segment.save()
    _grants(interview).filter(scope="transcript").update(audience="researchers")
    interview = cast.approve(interview)
    assert reads(interview)
    with acting(cast.archivist()):
        name = _grants(interview).filter(scope="name").first()
        name.audience = "nobody"
        name.save()
    interview.refresh_from_db()
    assert reads(interview) is None and interview.research_listing.is_held
    assert interview.publication.is_public
    scenario.waived(interview)
    assert reads(interview)


def test_what_is_held_back_from_the_public_is_held_back_from_researchers():
    interview = cast.published(narrators=2, abstract_uk="Олена К. і Марія Б. розповідають про хліб.")
    with acting(cast.archivist()):
        name = _grants(interview).filter(scope="name").first()
        name.audience = "nobody"
        name.save()
    interview.refresh_from_db()
    assert interview.publication.is_held and reads(interview) is None


def test_access_for_researchers_runs_out_on_its_day_without_any_worker(time_machine):
    time_machine.move_to("2026-01-10 12:00")
    interview = cast.interview()
    _grants(interview).update(audience="researchers", ends_on=dt.date(2026, 1, 31))
    scenario.approve_waiving(interview)
    interview.refresh_from_db()
    assert reads(interview) and not PublishedInterview.everything.exists()
    time_machine.move_to("2026-02-01 00:30+02:00")
    assert reads(interview) is None and not publishing.offered().exists()


def test_it_opens_on_its_day_as_the_worker_comes_by(time_machine):
    time_machine.move_to("2026-01-10 12:00")
    interview = cast.interview()
    _grants(interview).update(audience="researchers", starts_on=dt.date(2026, 2, 1))
    scenario.approve_waiving(interview)
    interview.refresh_from_db()
    assert reads(interview) is None
    time_machine.move_to("2026-02-01 00:30+02:00")
    publish_due()
    assert reads(interview)


def test_nothing_for_researchers_moves_the_edition():
    interview = opened_to_researchers()
    before = PublishedInterview.objects.get().document
    publishing.publish(interview)
    rebuild()
    assert PublishedInterview.objects.get().document == before


def test_an_interview_that_is_destroyed_is_off_the_list():
    erase(opened_to_researchers())
    assert not ResearchListing.objects.exists()


def test_without_access_nothing_is_opened_and_nothing_recorded():
    interview = opened_to_researchers()
    for who in (cast.archivist(), cast.moderator(), cast.administrator(), cast.staff("petro", "Researcher")):
        with pytest.raises(publishing.Refused):
            publishing.open_reading(interview.publication.reference, by=who)
        with pytest.raises(publishing.Refused):
            publishing.open_file(interview.publication.reference, by=who, digest="0" * 64, suffix="m4a")
    assert not CustodyEvent.objects.filter(act__in=["read", "opened"]).exists()


def test_every_opening_is_on_record_under_the_researcher():
    interview = opened_to_researchers()
    reads(interview), reads(interview)
    events = CustodyEvent.objects.filter(act="read", interview_key=interview.key)
    assert [event.actor.username for event in events] == ["roman", "roman"]


# Files


@pytest.fixture
def letter(tmp_path, settings):
    """A picture that only researchers may see, ready."""
    from PIL import Image

    from archive.vault.masters import keep

    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"
    file = tmp_path / "letter.png"
    Image.new("RGB", (64, 48), "white").save(file)
    interview = cast.interview()
    with acting(cast.archivist()), file.open("rb") as opened:
        document = Document.objects.create(interview=interview, title_en="A letter")
        master = keep(opened, original_name="letter.png", by=cast.archivist())
        DocumentPage.objects.create(document=document, master=master)
    _grants(interview).filter(scope="images").update(audience="researchers")
    scenario.approve_waiving(interview)
    drain()
    interview.refresh_from_db()
    return interview


def on_disk(settings) -> list[Path]:
    return [path for path in Path(settings.HOLOS_PUBLIC_ROOT).rglob("*") if path.is_file()]


def ask(interview, file=None, *, digest=None):
    return publishing.open_file(
        interview.publication.reference,
        by=cast.researcher(),
        digest=digest or file.digest,
        suffix=file.suffix if file else "png",
    )


def pictures(interview):
    return [file for paper in reads(interview).papers for page in paper.pages for file in page.files]


def test_files_for_researchers_are_made_and_are_not_in_the_edition(letter):
    files = pictures(letter)
    assert len(files) == 6 and ask(letter, files[0]) == files[0]
    assert not PublishedFile.everything.exists()
    assert letter.research_listing.beyond == ["papers"]


def test_a_master_is_never_handed_out(letter):
    assert ask(letter, digest=Master.objects.get().sha256) is None


def test_a_file_is_recorded_once_for_each_opening(letter):
    events = CustodyEvent.objects.filter(act="opened", interview_key=letter.key)
    file = pictures(letter)[0]
    ask(letter, file), ask(letter, file)
    assert [(event.actor.username, event.after) for event in events] == [("roman", file.digest)]
    reads(letter)
    ask(letter, file)
    assert events.all().count() == 2


def test_files_go_with_a_withdrawal(letter, settings):
    file = pictures(letter)[0]
    scenario.withdraw_all(letter, answer="missing")
    assert ask(letter, file) is None
    drain()
    assert on_disk(settings) == [] and not ResearchFile.objects.exists()


def test_files_that_only_the_public_loses_stay_for_researchers(letter, settings):
    _grants(letter).filter(scope="images").update(audience="public")
    scenario.approve_waiving(letter)
    assert PublishedFile.objects.count() == 6
    with acting(cast.archivist()):
        grant = _grants(letter).get(scope="images")
        grant.audience = "researchers"
        grant.save()
    drain()
    assert not PublishedFile.everything.exists()
    assert ask(letter, pictures(letter)[0]) and on_disk(settings)


def test_a_film_for_researchers_beside_sound_for_all_is_two_recipes():
    interview = cast.interview()
    master = Master.objects.create(
        sha256="ab" * 32, size=1, media_type="video/mp4", kind="video", duration_ms=60_000, received_by=cast.archivist()
    )
    with acting(cast.archivist()):
        interview.recordings.update(master=master)
    _grants(interview).filter(scope="video").update(audience="researchers")
    scenario.approve_waiving(interview)
    payloads = Job.objects.filter(kind="vault.derive").values_list("payload", flat=True)
    assert {recipe["kind"] for payload in payloads for recipe in payload["recipes"]} == {"sound", "film"}
