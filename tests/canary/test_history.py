"""Whatever happens, in whatever order: what nobody has approved and permitted ever since is on no public surface."""

import pytest

from . import leaks_of_publishing, leaks_of_reading, leaks_of_records  # noqa: F401  (they register their leaks)
from .history import run, tell
from .leaks import LEAKS

pytestmark = pytest.mark.django_db


def test_nothing_forbidden_is_ever_seen_and_what_is_allowed_is():
    steps = run()
    assert steps[True] > steps[False] / 2


RUN_OUT = [("narrow_grant", 0, "transcript", 5, False), ("pass_days", 10)]
STORIES = {
    "approved permissions are not narrowed by those alive": [("withdraw", 0, {"description"})],
    "what has narrowed is not stored, so that undoing it shows all again": 2 * [("capture_or_free", 0)],
    "a stop is not published": [("stop_or_release", 0)],
    "a row has no day on which it runs out": RUN_OUT,
    "rows that ran out are read": RUN_OUT,
    "the record as it stands is published, not the approved one": [("edit", 0, "title"), ("rebuild",)],
    "authorities stand as last edited, not as approved": [("change_topic", "edit"), ("rebuild",)],
    "an erased interview stays in the search": [("erase", 0)],
    "merging makes private labels public": [("merge", False), ("change_topic", "approve")],
    "a merge is seen before somebody else has approved it": [("merge", True), ("rebuild",)],
}
"""Leaks, each with a history in which it shows."""


@pytest.mark.parametrize("name", STORIES)
def test_a_history_shows_a_leak_and_nothing_without_it(name, monkeypatch):
    tell(STORIES[name])
    next(leak for leak in LEAKS if leak.name == name).seed(monkeypatch)
    with pytest.raises(AssertionError):
        tell(STORIES[name])
