"""The Chromium installed on this machine, for tests in a real browser."""

import os
import shutil


def path():
    """The executable named by ``CHROMIUM`` or found on ``PATH``; ``None`` where there is none."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)
