"""Production starts when everything is said, and refuses when something unsafe is."""

import pytest

from tests.deployment import manage, production


@pytest.mark.parametrize("role", ["public", "staff", "all"])
def test_production_starts_when_everything_is_said(tmp_path, role):
    done = manage("check", "--deploy", "--fail-level", "WARNING", environment=production(tmp_path, role=role))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"HOLOS_SECRET_KEY": None}, "HOLOS_SECRET_KEY is not set"),
        ({"HOLOS_SECRET_KEY": "short"}, "HOLOS_SECRET_KEY is too short"),
        ({"HOLOS_FIELD_KEYS": None}, "HOLOS_FIELD_KEYS is not set"),
        ({"HOLOS_ALLOWED_HOSTS": None}, "HOLOS_ALLOWED_HOSTS is not set"),
        ({"HOLOS_ALLOWED_HOSTS": "*"}, "HOLOS_ALLOWED_HOSTS may not be *"),
        ({"HOLOS_BEHIND_PROXY": None}, "HOLOS_BEHIND_PROXY is not set"),
        ({"HOLOS_CONTACT_EMAIL": None}, "HOLOS_CONTACT_EMAIL is not set"),
        ({"HOLOS_DEBUG": "yes"}, "HOLOS_DEBUG shows private data"),
        ({"HOLOS_DATABASE_URL": "mysql://x"}, "HOLOS_DATABASE_URL is not understood"),
        ({"HOLOS_ROLE": "everyone"}, "HOLOS_ROLE is 'everyone'"),
        ({"HOLOS_ENV": "test"}, "HOLOS_ENV is 'test'"),
    ],
)
def test_production_refuses_what_is_unsafe_and_says_what_to_do(tmp_path, change, sentence):
    done = manage("check", environment=production(tmp_path, **change))
    assert done.returncode != 0
    assert sentence in done.stderr


def test_production_refuses_public_files_beside_masters(tmp_path):
    environment = production(tmp_path, HOLOS_PUBLIC_ROOT=str(tmp_path), HOLOS_PRIVATE_ROOT=str(tmp_path / "private"))
    assert "holos.E001" in manage("check", environment=environment).stderr


def test_production_is_the_default(tmp_path):
    environment = production(tmp_path, HOLOS_ENV=None, HOLOS_SECRET_KEY=None)
    assert "HOLOS_SECRET_KEY is not set" in manage("check", environment=environment).stderr


def test_the_public_process_holds_no_key_of_private_fields(tmp_path):
    done = manage(
        "shell",
        "--no-imports",
        "--command",
        "from django.conf import settings; print(settings.HOLOS_FIELD_KEYS, settings.SALT_KEY)",
        environment=production(tmp_path, role="public"),
    )
    assert done.stdout.strip() == "[] []", done.stderr


def test_an_archive_that_nobody_is_said_to_keep_is_warned_of(tmp_path):
    done = manage("check", "--deploy", environment=production(tmp_path, HOLOS_PUBLISHER=None))
    assert "holos.W004" in done.stderr


def test_development_makes_its_own_keys_and_keeps_them(tmp_path):
    from config.keys import development_key

    first = development_key(tmp_path, "secret-key")
    assert len(first) >= 64
    assert development_key(tmp_path, "secret-key") == first
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
