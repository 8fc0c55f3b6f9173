import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.vault.recipes import Recipe, merged, wanted

moments = st.integers(0, 10_000)
ranges = st.lists(st.tuples(moments, moments).filter(lambda r: r[0] < r[1]), max_size=8)


@given(ranges)
def test_merging_covers_the_same_milliseconds_in_order_and_apart(given_ranges):
    joined = merged(given_ranges)
    covered = {ms for start, end in given_ranges for ms in range(start, end)}
    assert {ms for start, end in joined for ms in range(start, end)} == covered
    assert all(first[1] < second[0] for first, second in zip(joined, joined[1:], strict=False))


def test_a_range_without_length_is_an_error_not_a_passage_left_open():
    with pytest.raises(ValueError, match="must end after it begins"):
        merged([(500, 500)])


def test_equal_silences_in_any_order_are_one_recipe_and_any_other_difference_is_another():
    one = wanted("audio", silenced=[(0, 10), (40, 50)])[0]
    assert one.digest == wanted("audio", silenced=[(40, 50), (0, 5), (5, 10)])[0].digest
    others = [replace(one, silenced=((0, 10), (40, 51))), replace(one, mute=True), replace(one, mark="Demonstration")]
    others += [replace(one, version=one.version + 1), replace(one, kind="film")]
    assert len({one.digest, *(other.digest for other in others)}) == 6


def test_a_recipe_survives_its_journey_through_json():
    recipe = wanted("video", silenced=[(10, 20)], sound=False, mark="Demonstration")[0]
    assert Recipe.read(json.loads(json.dumps(asdict(recipe)))) == recipe


@pytest.mark.parametrize(
    ("kind", "allowed", "made"),
    [
        ("image", {}, ["image"]),
        ("image", {"picture": False}, []),
        ("audio", {}, ["sound"]),
        ("audio", {"sound": False}, []),
        ("video", {}, ["film"]),
        ("video", {"picture": False}, ["sound"]),
        ("video", {"sound": False, "picture": False}, []),
        ("document", {}, []),
    ],
)
def test_only_what_is_allowed_is_wanted(kind, allowed, made):
    assert [recipe.kind for recipe in wanted(kind, **allowed)] == made


def test_a_film_whose_voices_are_withheld_is_wanted_mute():
    assert wanted("video", sound=False)[0].mute
