"""The house as developers run it, with addresses at which every error page can be seen."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "tests.every_page.urls"
