import pytest


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("", "/uk/"),
        ("uk", "/uk/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("pl,en;q=0.5", "/pl/"),
        ("de,pl;q=0.3,en;q=0.2", "/pl/"),
        ("ru,de;q=0.8", "/uk/"),
        ("nonsense;;;q=x", "/uk/"),
    ],
)
def test_the_address_without_a_language_leads_to_the_one_asked_for(client, settings, asked, led_to):
    settings.LANGUAGE_CODE = "uk"
    response = client.get("/", headers={"accept-language": asked} if asked else {})
    assert (response.status_code, response.headers["Location"]) == (302, led_to)
    assert "Accept-Language" in response.headers["Vary"]
    assert not response.cookies
