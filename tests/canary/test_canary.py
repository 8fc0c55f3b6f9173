"""A token planted in anything private appears on no public surface; what is public appears."""

import pytest
from django.test import Client

from archive.catalogue.models import Interview
from tests import cast
from tests.walls import public_only

from . import planting, scenario
from .surfaces import SEARCHES, answers, ask
from .tokens import found_in, token

pytestmark = pytest.mark.django_db


def leaks(archive: scenario.Archive) -> dict[str, set[str]]:
    """Where planted tokens were found: address → origins."""
    found: dict[str, set[str]] = {}
    for address, answer in answers(also=archive.addresses).items():
        here = found_in(answer.head + b"\n" + answer.body, archive.tokens)
        if here:
            found[address] = set(here.values())
    return found


def test_nothing_private_stands_on_any_public_surface():
    archive = scenario.hidden_beside(scenario.public_history())
    assert len(archive.tokens) > 80
    assert leaks(archive) == {}


def test_what_is_public_is_there_to_be_seen():
    scenario.hidden_beside(scenario.public_history())
    seen = b"\n".join(answer.body for answer in answers().values())
    assert {name for name, words in scenario.VISIBLE.items() if words.encode() not in seen} == set()


def test_the_parts_narrowed_away_stand_nowhere():
    made = cast.interview(scenario.VISIBLE["title"], slug="narrowed")
    archive = scenario.Archive(made)
    planting.hide_parts(made, archive.tokens)
    scenario.approve_waiving(made)
    archive.shown = Interview.objects.get(pk=made.pk)
    planting.plant_everywhere(archive.tokens)
    assert leaks(archive) == {}
    page = answers()[f"/en/interviews/{archive.reference}/"].body
    assert b"again visible" in page and b"before" not in page.split(b"<main", 1)[1].split(b"again visible")[0][-400:]


def test_searching_for_a_hidden_word_answers_like_searching_for_none():
    archive = scenario.hidden_beside(scenario.public_history())
    hidden = next(word for word, origin in archive.tokens.items() if "passage" in origin)
    never = "qxzuzuzuzuzuxq"
    with public_only():
        for search in SEARCHES:
            asked = [ask(Client(), search.format(word)) for word in (hidden, never)]
            assert asked[0].status == asked[1].status == 200
            assert asked[0].body.replace(hidden.encode(), never.encode()) == asked[1].body


def test_the_test_sees_a_token_that_does_leak():
    archive = scenario.Archive(cast.published(token("a public title")))
    archive.tokens[token("a public title")] = "the visible title"
    assert any("the visible title" in origins for origins in leaks(archive).values())
