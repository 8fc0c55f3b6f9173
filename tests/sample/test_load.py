"""The sample is loaded through the door: every state is there, and nothing is public that should not be."""

import datetime as dt
import stat
import tempfile
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import TestCase, override_settings

from archive.catalogue.models import CustodyEvent, Interview, UnsaidWords, User
from archive.edition.models import PublishedPath
from archive.publishing.review import look, public_document
from archive.sample import accounts, files, load

LOADED_ON = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
KYIV_IN_WINTER = dt.timezone(dt.timedelta(hours=2))
SHOWN = {
    "The cellar and the eighth step": ["Hanna Perelitna"],
    "Bread for seven yards": ["Olesia"],
    "A squared notebook": ["T. O."],
    "A footbridge, a ferry and hens": ["a carpenter, past sixty"],
    "Two sisters, one stove": ["Vira K.", "Nadiia K."],
    "The president comes to newly liberated Izium": ["a woman of 74", "Volodymyr Zelenskyy"],
}


def interview(title):
    return Interview.objects.get(title_en=title)


def public(title):
    return public_document(interview(title))


def passages(document):
    return [(t.language, s) for r in document.recordings for t in r.transcripts for s in t.segments]


class TestSample(TestCase):
    """Loaded once, on 2 March 2026, into a data directory of its own; the tests only look."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        roots = {"HOLOS_PRIVATE_ROOT": cls.folder / "private", "HOLOS_PUBLIC_ROOT": cls.folder / "public"}
        cls.enterClassContext(override_settings(HOLOS_DEMONSTRATION=True, HOLOS_DATA_DIR=cls.folder, **roots))
        cls.enterClassContext(time_machine.travel(LOADED_ON))
        super().setUpClass()

    @classmethod
    def setUpTestData(cls):
        load.load()

    def test_only_what_is_in_review_or_withdrawn_is_not_public(self):
        assert Interview.objects.count() == len(files.reports()) + len(files.recordings())
        hidden = {i.title_en for i in Interview.objects.all() if public_document(i) is None}
        assert hidden == {"The neighbour’s pear tree", "Mother’s recipe book"}

    def test_narrators_are_called_as_they_agreed(self):
        names = {
            title: [speaker.name["en"] for speaker in public(title).speakers if speaker.role == "narrator"]
            for title in SHOWN
        }
        assert names == SHOWN

    def test_a_transcript_may_be_public_without_its_sound(self):
        document = public("A footbridge, a ferry and hens")
        assert passages(document)
        assert not any(recording.has_sound for recording in document.recordings)

    def test_a_withheld_passage_is_withheld_in_every_language_and_in_the_sound(self):
        document = public("The way home, in two conversations")
        withheld = {(segment.key, language) for language, segment in passages(document) if None in segment.text}
        assert withheld == {(key, language) for key in ("s05", "s14") for language in ("uk", "en", "pl")}
        assert [len(recording.silenced) for recording in document.recordings] == [1, 1]

    def test_what_is_under_embargo_or_for_researchers_is_described_and_no_more(self):
        for title in ("Lessons from a hill", "Twenty-three sets of keys"):
            document = public(title)
            assert document.abstract["en"]
            assert passages(document) == []
            assert not any(recording.has_sound for recording in document.recordings)

    def test_the_stricter_sister_decides_on_the_whole(self):
        assert "download" not in public("Two sisters, one stove").uses
        assert "download" in public("The cellar and the eighth step").uses

    def test_an_edit_after_approval_is_not_public(self):
        record = interview("The neighbour upstairs and the radiator")
        assert public_document(record).title["en"] == "The neighbour upstairs"
        assert [edit.editor.username for edit in record.pending_edits.all()] == ["archivist"]

    def test_a_withdrawn_interview_leaves_a_tombstone(self):
        publication = interview("The neighbour’s pear tree").publication
        assert (publication.is_public, publication.answer) == (False, "tombstone")

    def test_a_consent_lapses_after_its_twentieth_day(self):
        due = interview("A school at the kitchen table").publication.due_at
        assert due.astimezone(KYIV_IN_WINTER) == dt.datetime(2026, 3, 23, tzinfo=KYIV_IN_WINTER)

    def test_the_archivist_entered_and_the_moderator_approved(self):
        for act, account in (("submitted", "archivist"), ("approved", "moderator"), ("withdrawn", "archivist")):
            actors = CustodyEvent.objects.filter(act=act).values_list("actor__username", flat=True)
            assert set(actors) == {account}, act

    def test_what_the_archive_says_of_testimonies_is_all_said(self):
        assert {path.slug for path in PublishedPath.objects.all()} == files.read("paths").keys()
        assert not UnsaidWords.objects.exists()

    def test_claims_that_differ_stand_beside_one_another(self):
        claims = public("Letters that retreating soldiers left behind").claims
        assert [relation.kind for relation in claims[0].relations] == ["contradicts"]

    def test_nothing_waits_for_a_word_on_withheld_names(self):
        assert [s.found for i in Interview.objects.all() for s in look(i).sightings] == []

    def test_passwords_are_for_their_owner_alone_and_open_the_accounts(self):
        assert stat.S_IMODE(accounts.passwords_file().stat().st_mode) == 0o600
        assert accounts.passwords().keys() == {"archivist", "moderator", "administrator", "researcher"}
        for name, password in accounts.passwords().items():
            account = User.objects.get(username=name)
            assert account.check_password(password)
            assert [group.name.lower() for group in account.groups.all()] == [name]
            assert account.is_staff and not account.is_superuser

    def test_a_second_run_changes_nothing_and_says_so(self):
        before, known = CustodyEvent.objects.count(), accounts.passwords()
        out = StringIO()
        call_command("load_sample", stdout=out)
        assert "already there" in out.getvalue()
        assert (CustodyEvent.objects.count(), accounts.passwords()) == (before, known)

    def test_the_accounts_are_printed_a_line_each(self):
        out = StringIO()
        call_command("demonstration_accounts", stdout=out)
        assert dict(line.split() for line in out.getvalue().splitlines()) == accounts.passwords()


@pytest.mark.parametrize("command", ["load_sample", "demonstration_accounts"])
def test_an_archive_that_is_no_demonstration_refuses(settings, command):
    settings.HOLOS_DEMONSTRATION = False
    with pytest.raises(CommandError):
        call_command(command)
