"""``python -m tests.deployment``: ``check --deploy`` under settings as an archive would have them, for each role."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def production(data_dir, role="all", **changes):
    """An environment in which production starts; ``changes`` set or, with ``None``, remove variables."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HOLOS_", "DJANGO_"))}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HOLOS_ENV": "production",
        "HOLOS_ROLE": role,
        "HOLOS_DATA_DIR": str(data_dir),
        "HOLOS_STATIC_ROOT": str(Path(data_dir) / "static"),
        "HOLOS_SECRET_KEY": secrets.token_urlsafe(64),
        "HOLOS_FIELD_KEYS": secrets.token_urlsafe(48),
        "HOLOS_ALLOWED_HOSTS": "archive.example.org",
        "HOLOS_BEHIND_PROXY": "yes",
        "HOLOS_PUBLISHER": "the town museum",
        "HOLOS_CONTACT_EMAIL": "archive@example.org",
        **changes,
    }
    return {name: value for name, value in environment.items() if value is not None}


def manage(*arguments, environment):
    """Run ``manage.py`` and return the finished process with its output as text."""
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def main():
    failed = False
    for role in ("public", "staff", "all"):
        with tempfile.TemporaryDirectory(prefix="holos-deployment-") as data_dir:
            done = manage("check", "--deploy", "--fail-level", "WARNING", environment=production(data_dir, role=role))
        print(f"check --deploy, role {role}: {done.stdout}{done.stderr}".strip())
        failed = failed or done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
