"""Archives that differ in hidden content alone answer every public request with the same bytes."""

import pytest
import time_machine

from archive.catalogue import keys

from . import surfaces, twins

pytestmark = pytest.mark.django_db

FAR = twins.dt.datetime(2030, 6, 1, tzinfo=twins.dt.UTC)
"""When the consent of the second interview has run out."""
SEEDS = ("/en/", "/en/interviews/", "/en/interviews/?q=bread", "/en/places/izium/", "/en/map/")


@pytest.fixture
def raise_twin(tmp_path, settings, monkeypatch):
    """Build a twin, ask it everything now and when a consent has run out, and forget it."""

    def build(salt: str, *, has_more: bool, history=twins.HISTORY, also=(), words=()):
        dice = twins.Dice()
        monkeypatch.setattr(keys, "secrets", dice)
        folder = tmp_path / salt
        folder.mkdir()
        settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = folder / "private", folder / "public"
        with time_machine.travel(twins.DAY_ONE, tick=False) as clock, twins.forgotten():
            twin = twins.Twin(folder, clock, dice, salt, has_more)
            twin.live(history, twins.BESIDE)
            asked = {"also": also or twin.addresses, "words": words or list(twin.tokens)[::20]}
            now = surfaces.answers(**asked)
            clock.move_to(FAR)
            later = surfaces.answers(seeds=SEEDS, also=asked["also"][:1])
        return asked, now, later

    monkeypatch.setattr(twins.media, "CANARY", twins.media.CANARY)
    return build


def different(one: dict, other: dict) -> dict[str, tuple[bytes, bytes]]:
    """Addresses that are answered otherwise, or by one twin alone, with what stands where they part."""
    found = {}
    for address in one | other:
        texts = [(a.head + b"\n\n" + a.body if a else b"") for a in (one.get(address), other.get(address))]
        if texts[0] != texts[1]:
            place = next((n for n, (a, b) in enumerate(zip(*texts, strict=False)) if a != b), 0)
            found[address] = tuple(text[max(0, place - 60) : place + 60] for text in texts)
    return found


def test_hidden_content_changes_no_byte_of_any_public_answer(raise_twin):
    asked, now, later = raise_twin("another", has_more=True)
    _asked, its_now, its_later = raise_twin("one", has_more=False, **asked)
    assert len(now) > 150 and any(a.head.startswith(b"206") for a in now.values())
    assert different(now, its_now) == {}
    assert different(later, its_later) == {}
    never = now["/en/interviews/AAA-AAA/"]
    assert {(now[hidden].head, now[hidden].body) for hidden in asked["also"]} == {(never.head, never.body)}


def test_twins_with_unequal_public_history_are_told_apart(raise_twin):
    asked, now, _later = raise_twin("one", has_more=False, history=twins.HISTORY[:2], also=["/en/"], words=["one"])
    _asked, its_now, _later = raise_twin("none", has_more=False, history=twins.HISTORY[:3], **asked)
    assert "/en/interviews/" in different(now, its_now)
