"""The search of the workroom: everything is found by those who may open it, and nothing of it is public."""

import datetime as dt
import re

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Claim, Collection, Label, Person, User
from archive.custody import acting
from archive.finding import tasks
from archive.jobs.worker import drain
from archive.workroom.interview import InterviewAdmin
from tests import cast
from tests.canary.surfaces import SEARCHES, answers
from tests.canary.surfaces import ask as asked_in_public
from tests.canary.tokens import found_in, token
from tests.walls import public_only

from .conftest import signed_in

pytestmark = pytest.mark.django_db

SEARCH = reverse("workroom:search")


def read_all():
    tasks.ask()
    drain()


def ask(client, q, **more):
    return client.get(SEARCH, {"q": q, **more})


def rows(answer) -> list[str]:
    return [row.name for group in answer.context["groups"] for row in group.rows]


def body(answer) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def draft():
    made = cast.interview(private_note="Call her sister first.")
    with acting(cast.archivist()):
        Claim.objects.create(interview=made, statement_en="The mill <burnt> down.")
    read_all()
    return made


def test_a_draft_is_found_with_its_state_and_the_words_marked(archivist, draft):
    answer = ask(archivist, "mills")
    assert rows(answer) == [f"{draft.code} · The cellar"]
    assert "Recorded interview · draft" in body(answer) and "The <mark>mill</mark> &lt;burnt&gt; down." in body(answer)
    assert "1 record" in body(answer)


def test_a_passage_leads_to_its_row_on_the_page_of_the_transcript(archivist, draft):
    address = re.search(r'href="([^"]*)">Passage <span class="clock">0:10', body(ask(archivist, "вогнище")))[1]
    page, row = address.split("#")
    assert row == "segments-1"
    answer = archivist.get(page)
    assert answer.status_code == 200
    assert "Хліб пекли на вогнищі." in answer.content.decode().split('id="segments-1"')[1].split('id="segments-2"')[0]


def test_every_passage_shown_leads_to_a_page_that_opens(archivist, draft):
    for q in ("sister", "mill", "вогнище", "Коваленко", "Voices", draft.code):
        addresses = re.findall(r'<p class="quiet"><a href="([^"]*)', ask(archivist, q).content.decode())
        assert addresses, q
        for page, _, place in (address.partition("#") for address in addresses):
            answer = archivist.get(page)
            assert answer.status_code == 200
            assert not place or f'id="{place}"' in answer.content.decode(), (q, page, place)


def test_what_is_withheld_says_so(archivist, draft):
    publishing.redact(draft, by=cast.archivist(), alignment="a1", reason="safety")
    read_all()
    assert "<strong" in body(ask(archivist, "вогнище")) and "withheld" in body(ask(archivist, "вогнище"))
    assert "withheld</strong>" not in body(ask(archivist, "зошит"))


def test_moderators_find_interviews_and_no_private_name(archivist, moderator, draft):
    with acting(cast.archivist()):
        hidden = cast.person("hidden", name_uk="Зінаїда Вишня")
    read_all()
    assert rows(ask(archivist, "Вишня")) == [f"{hidden} · Зінаїда Вишня"]
    assert rows(ask(moderator, "Вишня")) == [] and "Зінаїда" not in body(ask(moderator, "Вишня"))
    assert rows(ask(moderator, str(hidden))) == [str(hidden)]
    assert rows(ask(moderator, "вогнище")) == rows(ask(archivist, "вогнище"))


def test_whoever_may_open_nothing_is_not_let_in_and_whoever_may_open_a_little_finds_that(draft):
    somebody = User.objects.create(username="somebody", is_staff=True)
    assert ask(signed_in(somebody), "вогнище").status_code == 403
    somebody.user_permissions.add(Permission.objects.get(codename="view_place"))
    cast.izium()
    read_all()
    answer = ask(signed_in(somebody), "вогнище")
    assert rows(answer) == [] and "Nothing that you may read holds these words." in body(answer)
    assert "Izium · settlement · Izium raion" in rows(ask(signed_in(somebody), "Izium"))


def test_researchers_and_visitors_are_not_let_in(client, draft):
    assert signed_in(cast.researcher()).get(SEARCH).status_code == 403
    assert client.get(SEARCH).status_code == 302


def test_a_record_that_the_admin_does_not_give_is_left_out(archivist, draft, monkeypatch):
    theirs = InterviewAdmin.get_queryset
    monkeypatch.setattr(InterviewAdmin, "get_queryset", lambda self, request: theirs(self, request).none())
    assert rows(ask(archivist, "вогнище")) == []


def test_choices_narrow_what_is_found(archivist, draft):
    public = cast.published("Public", slug="vira")
    publishing.stop(cast.published("Stopped", slug="nina"), by=cast.archivist(), reason="She called.")
    read_all()

    def titles(**chosen):
        return sorted(name.split(" · ")[1] for name in rows(ask(archivist, "вогнище", **chosen)))

    assert titles() == ["Public", "Stopped", "The cellar"]
    assert titles(state="draft") == ["The cellar"]
    assert titles(state="approved") == ["Public", "Stopped"]
    assert titles(state="public") == ["Public"]
    assert titles(state="stopped") == ["Stopped"]
    assert titles(kind="transcript", language="uk") == ["Public", "Stopped", "The cellar"]
    assert titles(language="pl") == [] == titles(kind="claim")
    assert titles(collection=public.collection_id) == ["Public", "Stopped", "The cellar"]
    other = Collection.objects.create(slug="other", code="OT", name_en="Other")
    assert titles(collection=other.pk) == []
    assert titles(state="nonsense", kind="nonsense", collection="x") == ["Public", "Stopped", "The cellar"]


def test_a_withdrawal_is_said_and_can_be_chosen(archivist, draft):
    said_on = {"requester": "narrator", "received_on": dt.date(2024, 1, 1)}
    publishing.withdraw(draft.participations.get(), by=cast.archivist(), **said_on)
    read_all()
    answer = ask(archivist, "вогнище", state="withdrawn")
    assert rows(answer) == [f"{draft.code} · The cellar"] and "agreement withdrawn" in body(answer)


def test_other_words_are_offered_where_nothing_is_found(archivist):
    cast.published()
    read_all()
    answer = ask(archivist, "kandles", state="draft")
    assert rows(answer) == [] and "Did you mean:" in body(answer)
    assert 'href="?q=candles&amp;state=draft"' in body(answer) or 'href="?state=draft&amp;q=candles"' in body(answer)


def test_records_of_every_kind_stand_in_one_list(archivist, draft):
    cast.izium()
    with acting(cast.archivist()):
        Label.objects.create(authority=cast.izium(), language="en", text="Izyumchik")
    read_all()
    assert rows(ask(archivist, "izyumchik")) == ["Izium · settlement · Izium raion"]
    assert any("Voices of Izium" in name for name in rows(ask(archivist, "voices")))


def test_the_box_stands_on_the_first_page_and_on_lists_and_not_for_those_who_may_open_nothing(archivist, draft):
    for page in ("workroom:index", "workroom:catalogue_interview_changelist"):
        assert f'action="{SEARCH}"' in archivist.get(reverse(page)).content.decode()
    nobody = signed_in(User.objects.create(username="nobody", is_staff=True))
    assert f'action="{SEARCH}"' not in nobody.get(reverse("workroom:index")).content.decode()


def test_pages_hold_twenty_records_and_keep_the_choices(archivist, draft):
    with acting(cast.archivist()):
        for n in range(22):
            Person.objects.create(slug=f"p{n}", name_uk="Однофамілець Зайвий")
    read_all()
    answer = ask(archivist, "Однофамілець", kind="person")
    assert len(rows(answer)) == 20 and "Page 1 of 2" in body(answer)
    assert (
        'href="?q=%D0%9E%D0%B4%D0%BD%D0%BE%D1%84%D0%B0%D0%BC%D1%96%D0%BB%D0%B5%D1%86%D1%8C&amp;kind=person&amp;page=2"'
        in body(answer)
    )
    assert (
        len(rows(ask(archivist, "Однофамілець", page=2))) == 2
        and len(rows(ask(archivist, "Однофамілець", page="x"))) == 20
    )


@pytest.mark.parametrize("q", ["", " ", "(((", "\x00", "*", "-хліб", "a" * 5_000])
def test_no_text_breaks_the_page(archivist, draft, q):
    assert ask(archivist, q).status_code == 200


def test_one_row_takes_as_many_queries_as_three(archivist, draft):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            found = rows(ask(archivist, "вогнище"))
        return len(found), len(queries)

    ask(archivist, "вогнище")
    one, queries = count()
    for slug in ("vira", "nina"):
        cast.interview(slug=slug)
    read_all()
    assert (one, count()) == (1, (3, queries))


def test_a_token_that_stands_only_in_a_draft_is_found_here_and_nowhere_public(archivist, moderator):
    cast.published()
    word = token("a passage of a draft")
    made = cast.interview(slug="draft", abstract_en=f"She said {word}.")
    read_all()
    for client in (archivist, moderator):
        assert rows(ask(client, word)) == [f"{made.code} · The cellar"]
    public = answers(seeds=["/en/", "/en/interviews/", "/en/passages/?q=bread", "/api/v1/search?q=bread"])
    assert len(public) > 20 and [a.address for a in public.values() if found_in(a.head + a.body, {word: ""})] == []
    never = token("a word that nobody said")
    with public_only():
        for search in SEARCHES:
            hidden, unsaid = (asked_in_public(Client(), search.format(each)).body for each in (word, never))
            assert hidden.replace(word.encode(), never.encode()) == unsaid
