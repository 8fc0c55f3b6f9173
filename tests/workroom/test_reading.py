"""Who reads as a researcher, what, and that nothing else of the workroom is theirs."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import CustodyEvent, Grant, Redaction
from archive.custody import acting
from archive.edition.models import PublishedFile
from archive.jobs.worker import drain
from archive.vault.masters import keep
from archive.workroom.site import FOR_RESEARCHERS
from archive.workroom.urls import workroom
from tests import cast
from tests.canary import scenario
from tests.vault import media

from .conftest import signed_in
from .test_pages import ELSEWHERE, INLINE, pages

LIST = "/workroom/reading/"
TOKEN = re.compile('name="csrfmiddlewaretoken" value="[^"]*"')


def page(interview) -> str:
    publication = getattr(interview, "publication", None)
    return reverse("workroom:reading", args=[publication.reference if publication else "AAA-AAA"])


@pytest.fixture
def researcher(db):
    return signed_in(cast.researcher())


def is_kept_nowhere(answer) -> bool:
    return {"private", "no-store"} <= set(answer["Cache-Control"].split(", "))


# Who, and what


def embargoed(made):
    Grant.objects.filter(record__participation__interview=made).update(starts_on=dt.date(2090, 1, 1))
    scenario.approve_waiving(made)


def held(made):
    scenario.approve_waiving(made)
    with acting(cast.archivist()):
        name = Grant.objects.get(record__participation__interview=made, scope="name")
        name.audience = "nobody"
        name.save()


STATES = {
    "draft": lambda made: None,
    "in review": lambda made: publishing.submit(made, by=cast.archivist()),
    "public": cast.approve,
    "for researchers": scenario.researchers_only,
    "embargoed": embargoed,
    "stopped": scenario.stop,
    "withdrawn": scenario.withdraw,
    "held back": held,
}
READABLE = {"public", "for researchers"}


def interviews():
    """One in each state."""
    for number, (name, act) in enumerate(STATES.items()):
        words = {"abstract_uk": "Олена К. розповідає."} if name == "held back" else {}
        made = cast.interview(name.title(), slug=f"olena-{number}", **words)
        act(made)
        made.refresh_from_db()
        yield name, made


def ended(account):
    publishing.end_access(account.researcher_accesses.get(), by=cast.administrator())
    return account


def closed(account):
    account.is_active = False
    account.save()
    return account


def superuser(account):
    account.is_superuser = True
    account.save()
    return account


TODAY = dt.date.today
DAY = dt.timedelta(days=1)
WHO = {
    "archivist": (cast.archivist, 403),
    "moderator": (cast.moderator, 403),
    "administrator": (cast.administrator, 403),
    "superuser without access": (lambda: superuser(cast.staff("root", "Moderator")), 403),
    "no role": (lambda: signless(), 403),
    "researcher without access": (lambda: cast.staff("petro", "Researcher"), 403),
    "access run out": (lambda: run_out(), 403),
    "access not begun": (lambda: cast.researcher("soon", starts_on=TODAY() + 2 * DAY), 403),
    "access ended": (lambda: ended(cast.researcher("former")), 403),
    "closed account": (lambda: closed(cast.researcher("closed")), 302),
}


def signless():
    account = cast.staff("nobody", "Researcher")
    account.groups.clear()
    return account


def run_out():
    account = cast.researcher("late")
    account.researcher_accesses.update(starts_on=TODAY() - 9 * DAY, ends_on=TODAY() - 2 * DAY)
    return account


def test_who_may_read_what(db):
    made = dict(interviews())
    answers = {name: signed_in(cast.researcher()).get(page(each)).status_code for name, each in made.items()}
    assert answers == {name: 200 if name in READABLE else 404 for name in STATES}
    assert {Client().get(page(each)).status_code for each in made.values()} == {302}
    for who, (account, status) in WHO.items():
        client = signed_in(account())
        seen = {client.get(address).status_code for address in (LIST, *map(page, made.values()))}
        assert (who, seen) == (who, {status})
    opened = CustodyEvent.objects.filter(act="read").values_list("actor__username", "interview_key")
    assert set(opened) == {("roman", made[name].key) for name in READABLE}


def test_the_list_holds_exactly_what_can_be_opened(researcher):
    made = dict(interviews())
    listed = researcher.get(LIST).content.decode()
    assert {name for name, each in made.items() if page(each) in listed} == READABLE
    more = researcher.get(f"{LIST}?only=more").content.decode()
    assert {name for name, each in made.items() if page(each) in more} == {"for researchers"}


def test_what_is_hidden_answers_like_what_never_was(researcher):
    stopped = cast.interview()
    scenario.stop(stopped)
    stopped.refresh_from_db()
    addresses = ("/workroom/reading/AAA-AAA/", page(stopped))
    never, hidden = (TOKEN.sub("", researcher.get(address).content.decode()) for address in addresses)
    assert hidden == never.replace("AAA-AAA", stopped.publication.reference)


# The pages


def test_the_words_for_researchers_are_read_with_what_is_withheld_left_out(researcher):
    made = cast.interview()
    Grant.objects.filter(scope="transcript").update(audience="researchers")
    with acting(cast.archivist()):
        Redaction.objects.create(interview=made, alignment="a2", quote="the notebook", reason="safety")
    made = cast.approve(made)
    body = researcher.get(page(made)).content.decode()
    assert cast.ENGLISH[1] in body and "the notebook" not in body and "passage withheld" in body
    assert made.code not in body and made.code not in researcher.get(LIST).content.decode()


def test_pages_are_kept_nowhere_and_carry_nothing_inline(researcher):
    made = cast.published()
    for address in (LIST, page(made)):
        answer = researcher.get(address)
        assert is_kept_nowhere(answer)
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
        assert (INLINE.findall(answer.content.decode()), ELSEWHERE.findall(answer.content.decode())) == ([], [])


def test_pages_are_only_read(researcher):
    made = cast.published()
    assert [researcher.post(address).status_code for address in (LIST, page(made))] == [405, 405]


def test_three_interviews_take_as_many_queries_as_one(researcher):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert researcher.get(LIST).status_code == 200
        return len(captured)

    cast.published(slug="one")
    researcher.get(LIST)
    first = queries()
    for slug in ("two", "three"):
        cast.published(slug=slug)
    assert (queries(), first) == (first, 7)


def test_the_list_narrows_nothing(researcher, monkeypatch):
    cast.published()
    monkeypatch.setattr("archive.publishing.reading.narrow", lambda *args, **more: pytest.fail("narrowed"))
    assert researcher.get(LIST).status_code == 200


def test_a_closed_door_says_until_when_it_was_open_and_whom_to_ask(settings, db):
    body = signed_in(run_out()).get(LIST).content.decode()
    assert "until and including" in body and settings.HOLOS_CONTACT_EMAIL in body


# Nothing else


def test_a_researcher_lands_on_the_list_and_gets_at_nothing_else(researcher):
    home = researcher.get("/workroom/")
    assert (home.status_code, home["Location"]) == (302, LIST)
    made = [*pages()][1:]
    assert len(made) > 30
    for address in made:
        if address != reverse("workroom:password_change"):
            assert (address, researcher.get(address).status_code) == (address, 403)


def test_every_page_of_the_workroom_that_is_not_for_researchers_is_closed_to_them(researcher):
    """Also those added later: the site asks before the page does."""
    names = {pattern.name for pattern in workroom.get_urls() if getattr(pattern, "name", None)}
    assert names > FOR_RESEARCHERS
    for name, arguments in {
        "app_list": ["catalogue"],
        "view_on_site": [1, 1],
        "autocomplete": [],
        "jsi18n": [],
    }.items():
        assert researcher.get(reverse(f"workroom:{name}", args=arguments)).status_code == 403
    asked = f"{reverse('workroom:autocomplete')}?app_label=catalogue&model_name=participation&field_name=person&term=a"
    assert researcher.get(asked).status_code == 403


def test_a_researcher_changes_the_password_and_signs_out(researcher):
    assert researcher.get(reverse("workroom:password_change")).status_code == 200
    assert researcher.post(reverse("workroom:logout")).status_code == 200
    assert researcher.get(LIST).status_code == 302


def test_an_archivist_with_access_works_on_and_reads(db):
    both = cast.researcher("both")
    both.groups.add(*cast.archivist().groups.all())
    client = signed_in(both)
    assert [client.get(address).status_code for address in ("/workroom/", LIST)] == [200, 200]


# Sound


@pytest.fixture
def heard(db, tmp_path, settings):
    """Four seconds of sound for researchers alone, the second of them withheld."""
    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"
    made = cast.interview("Heard")
    sound = media.wav(tmp_path / "sound.wav", media.tone(4, level=0.3))
    with acting(cast.archivist()), sound.open("rb") as file:
        made.recordings.update(master=keep(file, original_name="sound.wav", by=cast.archivist()))
        made.redactions.create(recording=made.recordings.get(), start_ms=1000, end_ms=2000, reason="safety")
    Grant.objects.filter(scope="audio").update(audience="researchers")
    made = cast.approve(made)
    drain()
    return made


def sound_of(client, made) -> str:
    body = client.get(page(made)).content.decode()
    return body.split('<audio controls preload="none" src="')[1].split('"')[0]


def test_sound_is_heard_in_ranges_with_the_withheld_second_silent(researcher, heard, tmp_path):
    address = sound_of(researcher, heard)
    whole = researcher.get(address)
    body = whole.getvalue()
    part = researcher.get(address, headers={"range": "bytes=4-9"})
    assert (whole.status_code, part.status_code, part.getvalue()) == (200, 206, body[4:10])
    assert researcher.get(address, headers={"range": "bytes=99999999-"}).status_code == 416
    assert is_kept_nowhere(whole) and is_kept_nowhere(part)
    assert CustodyEvent.objects.filter(act="opened", interview_key=heard.key).count() == 1
    file = tmp_path / "heard.m4a"
    file.write_bytes(body)
    samples = media.heard(file)
    assert media.level(samples, 0.2, 0.8) > 0.01 and media.level(samples, 1.1, 1.9) < 1e-4


def test_sound_for_researchers_is_nowhere_in_public(researcher, heard):
    name = sound_of(researcher, heard).rpartition("/")[2]
    assert not PublishedFile.everything.exists()
    assert Client().get(f"/media/{name}").status_code == 404


def test_every_range_asks_again(researcher, heard):
    address = sound_of(researcher, heard)
    asked = {"range": "bytes=0-3"}
    assert researcher.get(address, headers=asked).status_code == 206
    assert Client().get(address, headers=asked).status_code == 302
    assert signed_in(cast.moderator()).get(address, headers=asked).status_code == 403
    publishing.stop(heard, by=cast.archivist(), reason="She called.")
    assert researcher.get(address, headers=asked).status_code == 404
    publishing.release(heard, by=cast.moderator(), reason="All is well.")
    drain()
    assert researcher.get(sound_of(researcher, heard), headers=asked).status_code == 206
    cast.researcher().researcher_accesses.update(ended_by=cast.administrator(), ended_at=dt.datetime.now(dt.UTC))
    assert researcher.get(address, headers=asked).status_code == 403


def test_sound_that_is_public_is_asked_for_where_everybody_asks(researcher, heard):
    Grant.objects.filter(scope="audio").update(audience="public")
    made = cast.approve(heard)
    assert sound_of(researcher, made).startswith("/media/")


def test_a_file_of_another_interview_is_not_given_under_this_one(researcher, heard):
    name = sound_of(researcher, heard).rpartition("/")[2]
    assert researcher.get(page(cast.published(slug="other")) + name).status_code == 404
