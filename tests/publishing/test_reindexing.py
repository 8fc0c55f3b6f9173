import pytest
from django.core.management import call_command
from django.db import connection

from archive import publishing
from archive.catalogue.models import Authority, Interview
from archive.custody import acting
from archive.edition.models import IndexedInterview, PublishedAuthority, VocabularyWord
from archive.edition.search import generations, index, search
from archive.edition.search.tables import EDITION
from archive.publishing import reindexing
from tests import cast

from .test_unsaid import told_by

pytestmark = pytest.mark.django_db


def answers() -> dict[str, int]:
    return {q: search(q, language="uk").total for q in ("хліб", "Izium", '"пекли на вогнищі"', "notebook", "літак")}


def index_rows() -> tuple:
    packed = IndexedInterview.objects.order_by("interview", "generation").values_list(
        "interview", "generation", "packed"
    )
    words = VocabularyWord.objects.order_by("word", "l", "m", "k").values_list(
        "word", "x", "l", "m", "k", "interviews", "generation"
    )
    return [(number, name, bytes(blob)) for number, name, blob in packed], list(words)


@pytest.fixture
def two():
    cast.izium()
    first = cast.approve(cast.interview(title_uk="З Ізюма"))
    return first, cast.approve(cast.interview(slug="vira"))


class Interrupted(Exception):
    pass


def interrupt(*args):
    raise Interrupted


def test_a_new_index_says_what_the_old_one_said(two):
    before, rows = answers(), index_rows()
    call_command("reindex", verbosity=0)
    assert answers() == before and before["хліб"] == 2 and before["Izium"] == 1
    assert index_rows() == rows


def test_what_the_old_index_had_wrong_is_right_in_the_new_one(two):
    with connection.cursor() as cursor:
        for statement in index.ENGINES[connection.vendor].empty(EDITION):
            cursor.execute(statement)
    assert answers()["хліб"] == 0
    call_command("reindex", verbosity=0)
    assert answers()["хліб"] == 2


def test_names_are_looked_for_in_the_forms_that_are_known_by_now(two):
    Authority.objects.filter(slug="izium").update(forms="[]")
    PublishedAuthority.everything.filter(slug="izium").update(forms="[]")
    call_command("reindex", verbosity=0)
    forms = Authority.objects.get(slug="izium").forms
    assert "ізюм" in forms and PublishedAuthority.objects.get(slug="izium").forms == forms


def test_names_interrupted_halfway_are_gone_on_with(two, monkeypatch):
    Authority.objects.update(forms="[]")
    PublishedAuthority.everything.update(forms="[]")
    with monkeypatch.context() as patched, pytest.raises(Interrupted):
        patched.setattr(reindexing, "refresh_card", interrupt)
        call_command("reindex", verbosity=0)
    call_command("reindex", verbosity=0)
    assert not PublishedAuthority.objects.filter(forms="[]").exists()


def test_an_interrupted_run_leaves_the_old_index_answering_and_is_gone_on_with(two, monkeypatch):
    before, rows = answers(), index_rows()
    monkeypatch.setattr(reindexing, "AT_ONCE", 1)
    with pytest.raises(Interrupted):
        reindexing.reindex(report=interrupt)
    assert generations.is_building() and answers() == before
    numbers = []
    reindexing.reindex(report=lambda done, total: numbers.append(done))
    assert numbers == [1]
    assert answers() == before and index_rows() == rows and not generations.is_building()


def test_what_an_interrupted_run_has_built_can_be_let_go(two, monkeypatch):
    before, rows = answers(), index_rows()
    monkeypatch.setattr(reindexing, "AT_ONCE", 1)
    with pytest.raises(Interrupted):
        reindexing.reindex(report=interrupt)
    VocabularyWord.objects.filter(generation=generations.NEXT).update(k="wrong")
    call_command("reindex", "--public", "--afresh", verbosity=0)
    assert answers() == before and index_rows() == rows


def test_what_is_erased_meanwhile_is_left_out_and_the_run_goes_on(two, monkeypatch):
    publishing.propose_erasure(two[0], by=cast.archivist(), reason="She asked.")
    repacked, rows = reindexing._repacked, []

    def erase_first(row):
        if not rows:
            publishing.erase_interview(Interview.objects.get(pk=two[0].pk), by=cast.moderator())
        rows.append(row)
        return repacked(row)

    monkeypatch.setattr(reindexing, "_repacked", erase_first)
    call_command("reindex", verbosity=0)
    assert len(rows) == 2 and not generations.is_building()
    assert answers()["хліб"] == 1 and IndexedInterview.objects.count() == 1


def test_what_changes_meanwhile_changes_in_both(two, monkeypatch):
    monkeypatch.setattr(reindexing, "AT_ONCE", 1)
    with pytest.raises(Interrupted):
        reindexing.reindex(report=interrupt)
    publishing.stop(two[0], by=cast.archivist(), reason="She called.")
    cast.approve(cast.interview(slug="nina", title_uk="Хліб і літак"))
    before = answers()
    assert (before["хліб"], before["літак"]) == (2, 1)
    call_command("reindex", verbosity=0)
    assert answers() == before
    assert {name for _, name, _ in index_rows()[0]} == {""}


def test_what_changes_while_its_words_are_made_ready_is_never_put_back(two, monkeypatch):
    prepare, archivist = reindexing._prepared, cast.archivist()

    def withdrawn_meanwhile(numbers):
        made = prepare(numbers)
        if not publishing_stopped:
            publishing_stopped.append(publishing.stop(two[0], by=archivist, reason="She called."))
        return made

    publishing_stopped = []
    monkeypatch.setattr(reindexing, "_prepared", withdrawn_meanwhile)
    call_command("reindex", verbosity=0)
    assert answers()["хліб"] == 1
    assert IndexedInterview.objects.count() == 1 and not generations.is_building()


def test_long_interviews_are_written_by_themselves(two, monkeypatch):
    monkeypatch.setattr(reindexing, "MOST_TEXTS", 1)
    numbers = []
    reindexing.reindex(report=lambda done, total: numbers.append(done))
    assert numbers == [1, 2]


def test_a_new_index_leads_to_no_record_that_was_left_out():
    told = cast.topic("bread", name_uk="Хліб")
    made = told_by("Марія Бондар", slug="mariia")
    with acting(cast.archivist()):
        made.topics.add(told)
    cast.approve(made)
    named = index_rows()
    cast.reword(told, scope_note_uk="Пекла Марія Бондар.")
    rows = index_rows()
    assert rows != named
    call_command("reindex", verbosity=0)
    assert index_rows() == rows
