"""Where the records lie: SQLite in the data directory, or PostgreSQL by ``HOLOS_DATABASE_URL``."""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

POSTGRESQL_OPTIONS = {"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name"}

# WAL lets readers go on while one writes; FULL keeps a committed withdrawal through a power cut; secure_delete
# overwrites what is deleted. IMMEDIATE takes the write lock first, so that two writers wait instead of failing.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
    ),
}


def sqlite(file):
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": dict(SQLITE_OPTIONS)}


def postgresql(parts):
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    host = options.pop("host", None) or unquote(parts.hostname or "")
    unknown = sorted(options.keys() - POSTGRESQL_OPTIONS)
    if unknown:
        raise ImproperlyConfigured(f"HOLOS_DATABASE_URL has unknown options: {', '.join(unknown)}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def from_url(url):
    """Django's settings for ``postgresql://user:password@host:port/name?sslmode=…`` or ``sqlite:////absolute/file``.

    A socket directory is given as ``?host=/directory``. The message of a refusal never repeats the URL, which may
    hold a password.
    """
    try:
        parts = urlsplit(url)
        if parts.scheme in ("postgresql", "postgres") and len(parts.path) > 1:
            return postgresql(parts)
        if parts.scheme == "sqlite" and not parts.netloc and parts.path.startswith("//"):
            return sqlite(Path(unquote(parts.path[1:])))
    except ValueError:
        pass
    raise ImproperlyConfigured(
        "HOLOS_DATABASE_URL is not understood; write postgresql://user:password@host:port/name "
        "or sqlite:////absolute/path/to/file."
    )
