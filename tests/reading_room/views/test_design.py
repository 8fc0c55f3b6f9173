import os
import re
import subprocess
import sys

import pytest
from django.conf import settings
from django.test.signals import template_rendered
from django.urls import resolve
from django.utils import translation

from archive.reading_room.design.specimens import specimens
from tests.reading_room import cast

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


def test_every_component_is_among_the_specimens(visitor, rf):
    """Each by itself or in a part that is: what stands around the page itself does not count."""
    drawn, request = set(), rf.get("/en/design/")
    request.resolver_match = resolve(request.path)

    def note(template, **_):
        drawn.add(template.name)

    template_rendered.connect(note)
    try:
        with translation.override("en"):
            specimens(request)
    finally:
        template_rendered.disconnect(note)
    folder = settings.BASE_DIR / "templates" / "components"
    components = {f"components/{file.name}" for file in folder.iterdir()}
    assert len(components) > 20 and components - drawn == set()


def test_guides_claims_and_accounts_stand_there_in_each_state(visitor):
    page = visitor.read("/en/design/")
    states = {
        'class="claim"': 5,
        'class="account"': 5,
        "not judged by the archive": 4,
        'class="told"': 4,
        'class="way"': 1,
        'class="way-on"': 2,
        "Listen from 1:02": 1,
        '<dl class="glossary">': 2,
        "Described, not shown": 6,
        "The picture is being prepared": 1,
    }
    assert {part: page.count(part) // 2 for part in states} == states


def test_a_paper_is_seen_there_with_a_picture_of_the_edition_if_it_has_one(visitor):
    assert "data-sheet" not in visitor.read("/en/design/")
    cast.publish(cast.notebook(), cast.NOTEBOOK)
    page = visitor.read("/en/design/")
    assert page.count("data-sheet") == 4 and page.count('<details class="hard">') == 4
    assert page.count("The picture of this sheet is not shown here.") == 4


def test_no_id_stands_there_twice_and_what_points_at_one_finds_it(visitor):
    cast.publish(cast.notebook(), cast.NOTEBOOK)
    page = visitor.read("/en/design/")
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids)) > 50
    for named in re.findall(r'\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"', page):
        assert set(named.split()) <= set(ids)


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
