"""Every page of the workroom keeps the strict policy: nothing inline, nothing from elsewhere, nothing for strangers."""

import re

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import User
from archive.custody import Unattributed
from archive.workroom.urls import workroom
from tests import cast

from .conftest import signed_in

INLINE = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:src|action)=\"(?:https?:)?//", re.IGNORECASE)


def pages():
    interview = cast.interview()
    publishing.submit(interview, by=cast.archivist())
    narrator = interview.participations.get()
    yield "/workroom/"
    yield reverse("workroom:review-queue")
    yield reverse("workroom:search") + "?q=bread"
    yield reverse("workroom:review", args=[interview.pk])
    yield reverse("workroom:preview", args=[interview.pk])
    yield reverse("workroom:withdraw", args=[narrator.pk])
    yield reverse("workroom:redact", args=[interview.pk])
    yield reverse("workroom:mentions", args=[interview.pk])
    yield reverse("workroom:doubtful-mentions")
    yield reverse("workroom:give-access", args=[cast.archivist().pk])
    yield reverse("workroom:end-access", args=[cast.researcher().researcher_accesses.get().pk])
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked for it.")
    yield reverse("workroom:erase", args=[interview.pk])
    yield reverse("workroom:merge", args=[cast.topic("bread").pk])
    yield reverse("workroom:merge", args=[cast.topic("bread").pk]) + f"?kept={cast.topic('loaf').pk}"
    yield reverse("workroom:password_change")
    for model in workroom._registry:
        name = f"workroom:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        row = model.objects.first()
        if row:
            yield reverse(f"{name}_change", args=[row.pk])
            yield reverse(f"{name}_history", args=[row.pk])


def test_no_page_carries_anything_inline_or_from_elsewhere(db):
    root = cast.staff("root", "Moderator")
    root.is_superuser = True
    root.save()
    client = signed_in(root)
    addresses = list(pages())
    assert len(addresses) > 30
    for address in addresses:
        answer = client.get(address)
        page = answer.content.decode()
        assert (address, answer.status_code) == (address, 200)
        assert (address, INLINE.findall(page)) == (address, [])
        assert (address, ELSEWHERE.findall(page)) == (address, [])
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
        assert "noindex" in answer["X-Robots-Tag"]
        assert "no-store" in answer["Cache-Control"]


def test_strangers_are_asked_to_sign_in_everywhere(client, db):
    for address in pages():
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 302)
        assert answer["Location"].startswith("/workroom/login/")


def test_an_account_without_a_role_sees_nothing(db):
    stranger = User.objects.create(username="petro", is_staff=True)
    client = signed_in(stranger)
    assert "Nothing waits." in client.get("/workroom/").content.decode()
    for address in list(pages())[1:7]:
        assert (address, client.get(address).status_code) == (address, 403)


@pytest.mark.parametrize(("language", "word"), [("uk", "Увійти"), ("en", "Log in"), ("pl", "Zaloguj")])
def test_the_language_is_chosen_and_kept_for_the_workroom_alone(client, db, language, word):
    answer = client.post(reverse("workroom:language"), {"language": language, "next": "/workroom/login/"})
    assert answer["Location"] == "/workroom/login/"
    assert next(iter(answer.cookies.values()))["path"] == "/workroom/"
    assert word in client.get("/workroom/login/").content.decode()


def test_nothing_is_written_by_nobody(db):
    interview = cast.interview()
    with pytest.raises(Unattributed):
        interview.save()
