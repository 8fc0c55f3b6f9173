"""Where the files lie that may become public: named by their own digest."""

from pathlib import Path

from django.conf import settings


def derivative_path(file: str, suffix: str) -> Path:
    """Return where the derivative with this digest lies or would lie."""
    return Path(settings.HOLOS_PUBLIC_ROOT) / file[:2] / f"{file}.{suffix}"
