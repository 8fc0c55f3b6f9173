import io

import pytest
from django.core.management import CommandError, call_command

from archive.vault.masters import keep, open_master
from tests.vault import media

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault")]


def test_the_check_says_what_it_read_and_fails_when_a_master_is_gone(archivist, vault):
    master = keep(io.BytesIO(media.jpeg_bytes()), original_name="Оксана.jpg", by=archivist)
    (vault / "public").mkdir()
    (vault / "public" / "stray.m4a").write_bytes(b"")
    said = io.StringIO()
    call_command("vault", "check", older_than_hours=-1, stdout=said)
    assert said.getvalue().splitlines() == [
        "Master files: 1 whole.",
        "Public files: 0 whole.",
        "  stray.m4a had no record and was deleted.",
    ]
    open_master(master).unlink()
    said = io.StringIO()
    with pytest.raises(CommandError, match="not as it should be"):
        call_command("vault", "check", stdout=said)
    assert f"  {master.sha256} is missing." in said.getvalue()
    assert "Оксана" not in said.getvalue()
