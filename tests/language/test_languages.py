"""The content languages."""

from archive.language.languages import CODES, NAMES, name, sisters


def test_every_language_is_named_in_every_interface_language():
    assert {interface: tuple(names) for interface, names in NAMES.items()} == dict.fromkeys(
        CODES, ("uk", "en", "pl", "ru")
    )


def test_names_are_given_for_the_reader():
    assert (name("ru", "uk"), name("uk", "en")) == ("російська", "Ukrainian")
    assert name("de", "uk") == "de"


def test_sisters_share_a_script():
    assert (sisters("ru"), sisters("en")) == (("ru", "uk"), ("en", "pl"))
