import pytest

POLICY = (
    "base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'"
)

ADDRESSES = ["/", "/no-such-page", "/en/no-such-page", "/workroom/login/", "/workroom"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_strict_headers(client, address):
    headers = client.get(address).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=()" in headers["Permissions-Policy"]
    assert "noarchive" in headers["X-Robots-Tag"]


@pytest.mark.parametrize("address", ["/", "/no-such-page", "/en/no-such-page"])
def test_public_answers_are_asked_for_anew_and_tell_nobody_where_a_reader_came_from(client, address):
    headers = client.get(address).headers
    assert headers["Cache-Control"] == "no-cache"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.django_db
def test_nothing_of_the_workroom_is_kept(client):
    headers = client.get("/workroom/login/").headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


@pytest.mark.django_db
def test_workroom_forms_say_where_they_come_from(client):
    """Under ``no-referrer`` a browser sends ``Origin: null`` and the CSRF check refuses the form."""
    assert client.get("/workroom/login/").headers["Referrer-Policy"] == "same-origin"


def test_an_archive_lets_search_engines_in_and_a_demonstration_keeps_them_out(client, settings):
    assert client.get("/").headers["X-Robots-Tag"] == "noarchive"
    settings.HOLOS_DEMONSTRATION = True
    assert "noindex" in type(client)().get("/").headers["X-Robots-Tag"]


def test_a_request_to_a_host_that_is_not_ours_is_answered_in_our_words_and_names_no_address(client):
    answer = client.get("/en/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert b"elsewhere" not in answer.content and b"canonical" not in answer.content
    assert answer.headers["Content-Security-Policy"] == POLICY
