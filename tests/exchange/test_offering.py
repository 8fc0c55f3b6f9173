"""Every way out is asked for anew like a page, and open to every site."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from archive.edition.models import Edition
from tests.config.test_headers import POLICY
from tests.reading_room import cast

from .addresses import ALL, EXPORTS, LISTS


@pytest.mark.parametrize("address", ALL)
def test_what_is_already_known_is_answered_after_one_query(archive, address, django_assert_num_queries):
    first = archive.get(address)
    assert first.status_code == 200 and "no-cache" in first["Cache-Control"]
    with django_assert_num_queries(1):
        again = archive.client.get(address, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, b"".join(again)) == (304, b"")


@pytest.mark.parametrize("address", ALL)
def test_the_head_of_an_answer_is_that_of_the_whole(archive, address):
    whole, head = archive.get(address), archive.client.head(address)
    assert (head.status_code, b"".join(head)) == (200, b"")
    kept = {"ETag", "Content-Type", "Content-Disposition"}
    assert {k: v for k, v in head.items() if k in kept} == {k: v for k, v in whole.items() if k in kept}


@pytest.mark.parametrize("address", ALL)
def test_any_site_may_read_it_and_the_strict_headers_stand(archive, address):
    tag = archive.get(address)["ETag"]
    known = archive.client.get(address, headers={"if-none-match": tag})
    for answer in (archive.get(address, origin="https://example.org"), known, archive.client.post(address)):
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "Access-Control-Allow-Credentials" not in answer
        assert "noindex" in answer["X-Robots-Tag"]
        assert answer["Content-Security-Policy"] == POLICY and answer["X-Content-Type-Options"] == "nosniff"
        assert not answer.cookies


@pytest.mark.parametrize("address", ALL)
def test_nothing_is_changed_by_it(archive, address):
    assert archive.client.post(address).status_code == 405


@pytest.mark.parametrize("address", ALL)
def test_while_something_has_run_out_and_is_not_purged_nothing_is_taken_from_memory(archive, address):
    Edition.objects.update(next_expiry_at=timezone.now() - timedelta(seconds=1))
    assert "ETag" not in archive.get(address)


@pytest.mark.parametrize("address", LISTS)
def test_what_runs_out_is_absent_from_that_moment(archive, address):
    ends = timezone.now() + timedelta(hours=1)
    cast.publish(cast.letter(title={"en": "Until tonight"}), "AAA-AAA", valid_until=ends)
    with time_machine.travel(ends - timedelta(seconds=1), tick=False):
        assert b"Until tonight" in archive.get(address).body
    with time_machine.travel(ends, tick=False):
        answer = archive.get(address)
    assert answer.status_code == 200 and b"Until tonight" not in answer.body and b"AAA-AAA" not in answer.body


def test_references_name_the_day_they_were_taken_so_their_tag_moves_with_it(archive):
    tags = set()
    for day in ("2026-05-01T09:00Z", "2026-05-02T09:00Z"):
        with time_machine.travel(day, tick=False):
            tags |= {archive.get(address)["ETag"] for address in EXPORTS}
            assert day[:10].encode() in archive.get("/en/interviews/export.bibtex").body
    assert len(tags) == 2
