"""Recall and precision are those of the definition, at its edges too."""

import pytest

from archive.trial.measures import is_suggested, precision, recall

TWELVE = [f"d{n:02}" for n in range(12)]


@pytest.mark.parametrize(
    ("answer", "relevant", "also_ok", "measured"),
    [
        (["a", "b"], ["a", "b"], [], (1.0, 1.0)),
        (["a", "x"], ["a", "b"], [], (0.5, 0.5)),
        (["a", "x"], ["a", "b"], ["x"], (0.5, 1.0)),
        ([], ["a"], [], (0.0, 0.0)),
        (["x", "y"], ["a"], ["x", "y"], (0.0, 0.0)),
        (["a"], ["a"], ["a", "x"], (1.0, 1.0)),
        (["a", "x", "y"], ["a"], ["a", "x"], (1.0, 0.5)),
        (TWELVE, TWELVE, [], (1.0, 1.0)),
        ([*(f"x{n}" for n in range(10)), "a"], ["a"], [], (0.0, 0.0)),
        ([], [], [], (1.0, 1.0)),
        (["x"], [], ["x"], (1.0, 1.0)),
        (["y"], [], ["x"], (1.0, 0.0)),
    ],
)
def test_the_first_ten_are_measured(answer, relevant, also_ok, measured):
    assert (recall(answer, relevant), precision(answer, relevant, also_ok)) == measured


def test_a_suggestion_counts_among_the_first_three():
    assert is_suggested(["а", "б", "Підвал", "г"], "підвал")
    assert not is_suggested(["а", "б", "в", "підвал"], "підвал")
