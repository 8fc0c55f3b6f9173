"""A withdrawal shows on the next request, whichever process of the web server answers it."""

import http.client
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from .sample_site import ROOT, environment, served

WITHDRAWING = """
from django.utils import timezone
from archive import publishing
from archive.catalogue.models import Interview, User
interview = Interview.objects.get(title_en="The cellar and the eighth step")
publishing.withdraw(interview.participations.get(role="narrator"), by=User.objects.get(username="archivist"),
    requester="narrator", received_on=timezone.localdate())
"""


@pytest.fixture
def two_processes(folder, tmp_path):
    """Two servers that share nothing but the database of a sample of their own."""
    own = tmp_path / "sample"
    shutil.copytree(folder, own, ignore=shutil.ignore_patterns("masters"))
    with served(own) as one, served(own) as other:
        yield own, one, other


def test_both_processes_know_it_at_once(two_processes):
    own, *sites = two_processes
    interview, listing = sites[0].pages["interview"]["en"], sites[0].pages["listing"]["en"]
    tags = {}
    for site in sites:
        for path in (interview, listing):
            status, tags[site.address, path], body = ask(site, path)
            assert status == 200 and b"The cellar and the eighth step" in body
            assert ask(site, path, tags[site.address, path])[0] == 304
    command = [sys.executable, ROOT / "manage.py", "shell", "--no-imports", "--command", WITHDRAWING]
    subprocess.run(command, env=environment(own), cwd=ROOT, check=True)
    for site in sites:
        assert ask(site, interview, tags[site.address, interview])[0] == 410
        status, _tag, body = ask(site, listing, tags[site.address, listing])
        assert status == 200 and b"The cellar and the eighth step" not in body


def ask(site, path: str, tag: str = "") -> tuple[int, str, bytes]:
    """Status, validator and body, asked for with a validator that is known already."""
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)
    connection.request("GET", path, headers={"If-None-Match": tag} if tag else {})
    answer = connection.getresponse()
    found = answer.status, answer.headers["ETag"] or "", answer.read()
    connection.close()
    return found
