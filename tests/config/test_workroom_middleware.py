"""Sessions and sign-in run under /workroom/ alone."""

import pytest
from django.http import HttpResponse
from django.urls import path

from archive.catalogue.models import User


def seen(request):
    return HttpResponse(",".join(sorted(name for name in ("session", "user", "_messages") if hasattr(request, name))))


urlpatterns = [path("public", seen), path("workroom/seen", seen)]


@pytest.mark.urls("tests.config.test_workroom_middleware")
def test_a_public_page_knows_nobody_and_sets_no_cookie(client):
    client.cookies["sessionid"] = "someone"
    response = client.get("/public")
    assert response.content == b""
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.django_db
@pytest.mark.urls("tests.config.test_workroom_middleware")
def test_the_workroom_knows_who_is_there(client):
    assert client.get("/workroom/seen").content == b"_messages,session,user"


@pytest.mark.django_db
def test_a_form_of_the_workroom_is_refused_without_its_token(client):
    guarded = type(client)(enforce_csrf_checks=True)
    assert guarded.post("/workroom/login/", {"username": "a", "password": "b"}).status_code == 403


@pytest.mark.django_db
def test_staff_cookies_stay_in_the_workroom(client):
    User.objects.create_superuser(username="administrator", password="a long enough one")
    page = client.get("/workroom/login/")
    token = page.context["csrf_token"]
    done = client.post(
        "/workroom/login/",
        {"username": "administrator", "password": "a long enough one", "csrfmiddlewaretoken": str(token)},
    )
    assert done.status_code == 302
    assert {cookie["path"] for cookie in done.cookies.values()} == {"/workroom/"}
    assert all(cookie["httponly"] for cookie in done.cookies.values())
