"""``python -m tests [--nothing-skipped] [pytest arguments]``: the suite on SQLite, then on PostgreSQL, there without what
sees no database (languages, documents) or sees it through a browser alone; the whole journey is made on both.

PostgreSQL is the server of ``HOLOS_TEST_DATABASE_URL``, or a private one started for the purpose and gone
afterwards. ``--nothing-skipped`` fails where a database, a browser or the checker of HTML is missing.
"""

import os
import subprocess
import sys
from contextlib import nullcontext

from tests import chromium, postgresql
from tests.every_page import tools

ONCE = (
    "every_page",
    "language",
    "document",
    "reading_room/browser",
    "workroom/browser",
    "journeys/test_accessibility.py",
)
"""What is tried on one database alone."""


def suite(database_url, arguments):
    """Run pytest once; True when everything passed."""
    environment = {**os.environ, "HOLOS_TEST_DATABASE_URL": database_url}
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "--numprocesses", "auto", "--dist", "worksteal"]
    return subprocess.run([*command, *arguments], env=environment, check=False).returncode == 0


def server():
    given = os.environ.get("HOLOS_TEST_DATABASE_URL")
    return nullcontext(given) if given else postgresql.temporary_server()


def main(arguments):
    skipping_fails = "--nothing-skipped" in arguments
    arguments = [argument for argument in arguments if argument != "--nothing-skipped"]
    missing = [] if chromium.path() else ["Browser tests were skipped: no Chromium is installed."]
    if not tools.checker():
        missing.append("Whether pages are valid HTML was skipped: `make tools` and Java are needed.")
    print("The suite on SQLite:", flush=True)
    passed = {"SQLite": suite("", arguments)}
    try:
        with server() as url:
            print("The suite on PostgreSQL:", flush=True)
            passed["PostgreSQL"] = suite(url, [*(f"--ignore=tests/{part}" for part in ONCE), *arguments])
    except postgresql.Unavailable as reason:
        missing.append(f"PostgreSQL was skipped: {reason}")
    for line in missing:
        print(line)
    for name, succeeded in passed.items():
        print(f"{name}: {'everything passed' if succeeded else 'FAILED'}")
    return not all(passed.values()) or (skipping_fails and bool(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
