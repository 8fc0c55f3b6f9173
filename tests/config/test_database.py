import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config import database, sqlite


def test_a_postgresql_address_is_read_whole():
    read = database.from_url("postgresql://staff:p%40ss@db.example.org:5433/holos?sslmode=verify-full")
    assert read["ENGINE"] == "django.db.backends.postgresql"
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"], read["NAME"]) == (
        "staff",
        "p@ss",
        "db.example.org",
        "5433",
        "holos",
    )
    assert read["OPTIONS"] == {"sslmode": "verify-full"}


def test_a_socket_directory_is_a_host():
    assert database.from_url("postgresql:///holos?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_an_sqlite_address_names_an_absolute_file():
    assert database.from_url("sqlite:////srv/holos/db.sqlite3")["NAME"] == "/srv/holos/db.sqlite3"


@pytest.mark.parametrize(
    "url",
    [
        "mysql://user:hunter2@host/name",
        "postgresql://user:hunter2@host:port/name",
        "postgresql://user:hunter2@host/",
        "postgresql://user:hunter2@host/name?sslmod=require",
        "sqlite://relative.sqlite3",
        "hunter2",
    ],
)
def test_what_is_not_understood_is_refused_without_repeating_the_password(url):
    with pytest.raises(ImproperlyConfigured) as refusal:
        database.from_url(url)
    assert "hunter2" not in str(refusal.value)


@pytest.mark.django_db
def test_sqlite_keeps_what_is_committed_and_forgets_what_is_deleted():
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    with connection.cursor() as cursor:
        found = {
            pragma: cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 20_000,
    }
    assert connection.transaction_mode == "IMMEDIATE"


def test_django_runs_on_the_bundled_sqlite():
    pysqlite3 = pytest.importorskip("pysqlite3", reason="no wheel of pysqlite3 for this platform")
    from django.db.backends.sqlite3 import base

    assert base.Database.sqlite_version_info == pysqlite3.sqlite_version_info >= sqlite.SAFE_VERSION
