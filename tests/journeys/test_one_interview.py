"""From an archivist's first field to a visitor's headphones, and back to silence when the narrator says no."""

import re

import pytest
from playwright.sync_api import expect

from archive.catalogue.models import Interview
from archive.jobs.worker import drain
from tests import cast
from tests.vault.media import photograph, tone, wav

from .people import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SECONDS = 24
UKRAINIAN = """\
00:00 Narrator: Ми спустилися в підвал і взяли борошно.
00:06 Narrator: Хліб пекли на вогнищі, по черзі.
00:12 Narrator: На тину скрекотіла сорока, і ми сміялися.
00:18 Narrator: У дворі нас усі звали Сороками.
"""
ENGLISH = """\
00:00 Narrator: We went down to the cellar and took the flour.
00:06 Narrator: We baked bread over a fire, in turns.
00:12 Narrator: A magpie chattered on the fence, and we laughed.
00:18 Narrator: Everybody in the yard knew our family.
"""


@pytest.fixture
def files(tmp_path):
    return {
        "sound": wav(tmp_path / "hanna-soroka.wav", tone(SECONDS)),
        "paper": photograph(tmp_path / "hanna-soroka.jpg"),
    }


def enter(archivist, files):
    """A whole interview, by the forms of the workroom alone; returns its number there."""
    archivist.enter_person("Ганна Сорока")
    interview = archivist.enter_interview(
        collection="IZIU · Voices of Izium",
        languages=["Ukrainian"],
        title_uk="Хліб на подвір’ї",
        title_en="Bread in the yard",
        title_pl="Chleb na podwórzu",
        abstract_uk="Як сусіди пекли хліб.",
        abstract_en="How neighbours baked bread.",
        abstract_pl="Jak sąsiedzi piekli chleb.",
        recorded="April 2023",
        told="March 2022",
    )
    archivist.pick("topics", "Bread")
    archivist.enter_narrator("Ганна Сорока", rendition="pseudonym", name_pseudonym_uk="Оксана")
    archivist.enter_sitting("12.04.2023")
    archivist.enter_place("Izium")
    archivist.save()
    archivist.hand_in(files["sound"])
    archivist.save()
    archivist.paste_transcript(interview, UKRAINIAN, language="Ukrainian", kind="verbatim")
    archivist.paste_transcript(interview, ENGLISH, language="English", kind="translation")
    archivist.enter_agreement(interview, signed_on="2023-05-01", evidence=files["paper"], download="nobody")
    archivist.submit(interview)
    return interview


def approve(moderator):
    """The names that were found are dealt with one by one; only then is there a button."""
    moderator.open_from_queue("Bread in the yard")
    page = moderator.page
    expect(page.locator("#decide").get_by_role("button", name="Approve")).to_have_count(0)
    expect(page.locator("#preview")).to_contain_text("Хліб пекли на вогнищі")
    moderator.let_stand("На тину", "The bird is meant.")
    moderator.withhold("У дворі", "the narrator asked for it")
    moderator.open_from_queue("Bread in the yard")
    moderator.approve()


def find(visitor):
    """By filters, and by a word in another case than the one that was said; returns the address of the interview."""
    visitor.open("en/interviews/")
    for facet, choice in (("Place", "Izium raion"), ("Topic", "Bread")):
        group = visitor.page.locator("details.facet").filter(has=visitor.page.get_by_text(facet, exact=True))
        if group.get_attribute("open") is None:
            group.locator("summary").click()
        group.locator("label").filter(has=visitor.page.get_by_text(choice, exact=True)).locator("input").check()
    visitor.press("Show")
    assert visitor.titles() == ["Bread in the yard"]
    visitor.open("en/interviews/?q=хлібом")
    assert visitor.titles() == ["Bread in the yard"]
    expect(visitor.page.locator(".passages mark").first).to_have_text(re.compile("хліб", re.IGNORECASE))
    visitor.follow("Bread in the yard")
    return visitor.page.url.partition("?")[0]


def read(visitor):
    expect(visitor.page.locator("main")).to_contain_text("Хліб пекли на вогнищі")
    expect(visitor.page.locator("main")).to_contain_text("Passage withheld")
    expect(visitor.page.locator("main")).to_contain_text("скрекотіла сорока")
    assert not [word for word in ("Сорок", "Ганн", "Soroka", "hanna") if word in visitor.page.content()]


def hear(visitor, address):
    """Press the button, and the sound runs; returns the address of the sound."""
    visitor.page.goto(address)
    answers = []
    visitor.page.on("response", lambda answer: answers.append((answer.url, answer.status)))
    visitor.page.get_by_role("button", name="Listen").click()
    wait_for_sound(visitor.page, after=0.3)
    sound = visitor.page.locator("audio").evaluate("e => e.currentSrc.split('#')[0]")
    assert (sound, 206) in answers
    assert visitor.page.request.get(sound, headers={"Range": "bytes=0-99"}).headers["content-length"] == "100"
    length = visitor.page.locator("audio").evaluate("e => e.duration")
    assert abs(length - SECONDS) < 0.5
    return sound


def jump(visitor, address):
    """A link with a time stands there before anything is heard; a time that is clicked is heard."""
    visitor.page.goto(f"{address}?t=12")
    expect(visitor.page.locator("[data-clock]")).to_have_text("0:12")
    visitor.page.get_by_role("button", name="Listen").click()
    wait_for_sound(visitor.page, after=12)
    visitor.page.locator(".line", has_text="Хліб пекли").locator(".time").click()
    visitor.page.wait_for_function(
        "() => {const t = document.querySelector('audio').currentTime; return t > 6 && t < 11}"
    )
    expect(visitor.page.locator(".line", has_text="Хліб пекли")).to_have_class("line narrator is-now")


def wait_for_sound(page, *, after):
    page.wait_for_function(
        "after => {const a = document.querySelector('audio'); return a.readyState >= 2 && !a.paused && a.currentTime > after}",
        arg=after,
    )


def find_without_javascript(door, address):
    visitor = door(Visitor, java_script_enabled=False)
    visitor.open("en/interviews/?topic=bread")
    assert visitor.titles() == ["Bread in the yard"]
    visitor.page.goto(f"{address}?t=12")
    expect(visitor.page.locator("audio")).to_be_visible()
    assert visitor.page.locator("audio").get_attribute("src").endswith("#t=12")
    expect(visitor.page.locator("main")).to_contain_text("Хліб пекли на вогнищі")


def read_in_three_languages(visitor, address):
    for language, title, listen in (
        ("uk", "Хліб на подвір’ї", "Слухати"),
        ("en", "Bread in the yard", "Listen"),
        ("pl", "Chleb na podwórzu", "Słuchaj"),
    ):
        visitor.page.goto(address.replace("/en/", f"/{language}/"))
        assert visitor.page.locator("html").get_attribute("lang") == language
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text(title)
        expect(visitor.page.locator("[data-play]")).to_contain_text(listen)
        expect(visitor.page.locator("main")).to_contain_text("Хліб пекли на вогнищі")


def find_nothing(visitor, address, sound):
    assert visitor.page.goto(address).status == 410
    expect(visitor.page.locator("main")).to_contain_text("not available")
    assert "Хліб" not in visitor.page.content()
    assert visitor.page.request.get(sound).status == 404
    for question in ("", "?topic=bread", "?q=хлібом", "?q=Оксана"):
        visitor.open(f"en/interviews/{question}")
        assert visitor.titles() == []


def test_what_a_narrator_agreed_to_is_found_and_heard_until_the_narrator_says_no(
    archivist, moderator, visitor, door, files
):
    interview = enter(archivist, files)
    drain()

    visitor.open("en/interviews/")
    assert visitor.titles() == []
    archivist.open(f"preview/{interview}/")
    expect(archivist.page.get_by_role("button", name="Approve")).to_have_count(0)
    assert archivist.post(f"review/{interview}/", seen="0" * 64) == 403

    approve(moderator)
    drain()

    address = find(visitor)
    read(visitor)
    sound = hear(visitor, address)
    jump(visitor, address)
    find_without_javascript(door, address)
    read_in_three_languages(visitor, address)

    archivist.withdraw(interview, asked_by="the narrator")
    find_nothing(visitor, address, sound)


def test_a_moderator_who_had_a_hand_in_it_finds_no_button_and_is_refused(site, moderator):
    both = cast.moderator()
    interview = cast.interview("The well")
    both.groups.add(cast.archivist().groups.get())
    moderator.open(f"catalogue/interview/{interview.pk}/change/")
    moderator.page.fill("#id_title_en", "The well in the yard")
    moderator.save()
    moderator.follow("Submit for review")
    moderator.press("Submit for review")
    moderator.open(f"review/{interview.pk}/")
    expect(moderator.page.get_by_role("button", name="Approve")).to_have_count(0)
    seen = moderator.page.locator("[name=seen]")
    assert moderator.post(f"review/{interview.pk}/", seen=seen.input_value() if seen.count() else "") in (200, 409)
    interview.refresh_from_db()
    assert interview.state == Interview.State.SUBMITTED
