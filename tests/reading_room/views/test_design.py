import os
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import django; django.setup()
from django.conf import settings; settings.HOLOS_DEVELOPMENT = {}
from django.urls import reverse
try: print(reverse("design"))
except Exception as error: print(type(error).__name__)
"""


def test_every_part_stands_on_both_grounds(visitor):
    page = visitor.read("/en/design/")
    assert page.count('class="ground light"') == page.count('class="ground dark" inert') > 15
    for part in ("record", "chip", "histogram", "waveform", "withheld", "narrator", "notice", "tree", "facts"):
        assert f'class="{part}' in page or f" {part}" in page


@pytest.mark.parametrize(("is_development", "said"), [(True, "/uk/design/"), (False, "NoReverseMatch")])
def test_an_archive_in_use_has_no_such_address(is_development, said):
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(is_development)],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "HOLOS_ENV": "development"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.strip() == said, done.stderr
