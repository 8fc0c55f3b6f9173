import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


def test_a_missing_variable_is_named_with_what_to_write(monkeypatch):
    monkeypatch.delenv("HOLOS_X", raising=False)
    with pytest.raises(ImproperlyConfigured, match="HOLOS_X is not set. Set it to a long random text"):
        env.text("HOLOS_X", what="a long random text")


@pytest.mark.parametrize(
    ("reader", "value"),
    [
        (lambda: env.text("HOLOS_X", at_least=50), "short"),
        (lambda: env.flag("HOLOS_X"), "true"),
        (lambda: env.flag("HOLOS_X", default=False), "1"),
        (lambda: env.integer("HOLOS_X"), "-5"),
        (lambda: env.integer("HOLOS_X"), "٥"),
        (lambda: env.integer("HOLOS_X", at_least=1), "0"),
        (lambda: env.choice("HOLOS_X", ("a", "b")), "c"),
        (lambda: env.names("HOLOS_X"), "a,,b"),
        (lambda: env.names("HOLOS_X", at_least=3), "long,ab"),
    ],
)
def test_a_malformed_value_is_refused(monkeypatch, reader, value):
    monkeypatch.setenv("HOLOS_X", value)
    with pytest.raises(ImproperlyConfigured, match="HOLOS_X"):
        reader()


@pytest.mark.parametrize(
    ("reader", "value", "read"),
    [
        (env.text, " words ", "words"),
        (env.flag, "yes", True),
        (env.flag, "no", False),
        (env.integer, "42", 42),
        (env.names, "a, b", ["a", "b"]),
    ],
)
def test_a_well_formed_value_is_read(monkeypatch, reader, value, read):
    monkeypatch.setenv("HOLOS_X", value)
    assert reader("HOLOS_X") == read


def test_an_empty_value_counts_as_absent(monkeypatch):
    monkeypatch.setenv("HOLOS_X", " ")
    assert env.flag("HOLOS_X", default=True) is True
    assert env.names("HOLOS_X", default=()) == []
