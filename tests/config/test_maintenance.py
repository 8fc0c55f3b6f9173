"""While the sign is up every address says that the archive is closed, and asks nothing of the database."""

import time

import pytest
from django.conf import settings as of_the_house
from django.core.management import call_command

from archive.vault import check

DEFAULT = of_the_house.HOLOS_MAINTENANCE_SIGN


@pytest.fixture
def sign(settings, tmp_path):
    settings.HOLOS_MAINTENANCE_SIGN = tmp_path / "maintenance"
    return settings.HOLOS_MAINTENANCE_SIGN


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/en/interviews/", "The archive is closed for a short while"),
        ("/uk/", '<html lang="uk">'),
        ("/workroom/", "The archive is closed"),
        ("/media/" + "0" * 64 + ".mp3", "The archive is closed"),
        ("/api/v1/search?q=a", "The archive is closed"),
    ],
)
def test_every_address_says_so_without_the_database(sign, client, address, said):
    call_command("maintenance", "on")
    response = client.get(address, headers={"accept-language": "en"})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "900"
    assert response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert said in response.content.decode()


@pytest.mark.django_db
def test_the_sweep_of_public_files_leaves_the_sign(settings, tmp_path):
    settings.HOLOS_PUBLIC_ROOT = tmp_path
    settings.HOLOS_MAINTENANCE_SIGN = tmp_path / DEFAULT.relative_to(DEFAULT.parents[1])
    call_command("maintenance", "on")
    assert check.sweep(older_than=time.time() + 3600) == []
    assert settings.HOLOS_MAINTENANCE_SIGN.exists()


def test_no_restart_is_needed_to_open_again(sign, client):
    call_command("maintenance", "on")
    call_command("maintenance", "off")
    assert not sign.exists()
    assert client.get("/").status_code == 302
    call_command("maintenance", "off")
