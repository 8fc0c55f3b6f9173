import pytest
from django.core.management import call_command
from django.db import connection

from archive.catalogue.models import Claim, OutdatedRecord, Sheet
from archive.custody import acting
from archive.edition.search.engine import ENGINES
from archive.finding import rebuilding
from archive.finding.tables import TABLES
from tests import cast

from .conftest import found, indexed_words, read_all

pytestmark = pytest.mark.django_db


class Interrupted(Exception):
    pass


def interrupt(*args, **options):
    raise Interrupted


@pytest.fixture
def archive():
    cast.izium()
    made = cast.interview(), cast.interview(slug="vira")
    read_all()
    return made


def sheets() -> list[tuple]:
    return [(sheet.pk, sheet.digest, bytes(sheet.packed), sheet.places) for sheet in Sheet.objects.order_by("pk")]


def test_a_new_index_holds_what_the_old_one_held(archive):
    before, words = sheets(), indexed_words()
    call_command("reindex", workroom=True, verbosity=0)
    assert (sheets(), indexed_words()) == (before, words)
    assert not OutdatedRecord.objects.exists()


def test_what_was_written_past_the_signals_is_found_afterwards(archive):
    type(archive[0]).objects.filter(pk=archive[0].pk).update(private_note="A zeppelin.")
    assert found("zeppelin") == []
    call_command("reindex", verbosity=0)
    assert found("zeppelin") == [("interview", archive[0].pk)]


def test_an_index_that_lost_its_words_is_made_whole(archive):
    words = indexed_words()
    with connection.cursor() as cursor:
        for statement in ENGINES[connection.vendor].empty(TABLES):
            cursor.execute(statement)
    assert found("хліб") == []
    rebuilding.rebuild()
    assert indexed_words() == words


def test_an_index_that_lost_nothing_answers_all_the_while(archive, monkeypatch):
    with acting(cast.archivist()):
        Claim.objects.create(interview=archive[0], statement_en="— … —")  # a text without a word
    read_all()
    before = found("хліб")
    monkeypatch.setattr(rebuilding.writing, "draw", interrupt)
    with pytest.raises(Interrupted):
        rebuilding.rebuild()
    assert found("хліб") == before


def test_an_interrupted_run_goes_on_answering_and_is_gone_on_with(archive):
    before = found("хліб")
    with pytest.raises(Interrupted):
        rebuilding.rebuild(report=interrupt)
    total = OutdatedRecord.objects.count()
    assert rebuilding.is_unfinished() and found("хліб") == before
    read_all()
    assert OutdatedRecord.objects.count() == total
    assert rebuilding.rebuild() == total
    assert not rebuilding.is_unfinished() and found("хліб") == before


@pytest.mark.parametrize("chosen", [{"workroom": True}, {}])
def test_a_run_begun_afresh_reads_what_an_interrupted_one_had_read_already(archive, capsys, chosen):
    rebuilding.begin()
    total = OutdatedRecord.objects.count()
    OutdatedRecord.objects.order_by("pk").first().delete()
    call_command("reindex", afresh=True, verbosity=0, **chosen)
    assert f"{total} records are read for the index of the workroom." in capsys.readouterr().out


def test_the_public_index_begun_afresh_leaves_the_other_where_it_stands(archive):
    rebuilding.begin()
    total = OutdatedRecord.objects.count()
    call_command("reindex", public=True, afresh=True, verbosity=0)
    assert OutdatedRecord.objects.count() == total


def test_each_index_can_be_built_by_itself(archive, capsys):
    call_command("reindex", public=True, verbosity=0)
    assert capsys.readouterr().out == "0 interviews are in the public index.\n"
    call_command("reindex", workroom=True, verbosity=0)
    assert "in the public index" not in capsys.readouterr().out
