"""The languages testimonies are in: codes (BCP 47) and their names in the interface languages."""

CODES = ("uk", "en", "pl", "ru")
CYRILLIC = frozenset({"uk", "ru"})
LATIN = frozenset({"en", "pl"})

NAMES = {
    "uk": {"uk": "українська", "en": "англійська", "pl": "польська", "ru": "російська"},
    "en": {"uk": "Ukrainian", "en": "English", "pl": "Polish", "ru": "Russian"},
    "pl": {"uk": "ukraiński", "en": "angielski", "pl": "polski", "ru": "rosyjski"},
    "ru": {"uk": "украинский", "en": "английский", "pl": "польский", "ru": "русский"},
}


def name(code: str, interface: str) -> str:
    """The name of a content language for a reader of `interface`; an unknown code is its own name."""
    return NAMES.get(interface, NAMES["en"]).get(code, code)


def sisters(code: str) -> tuple[str, ...]:
    """The content languages written in the script of `code`, itself first."""
    script = CYRILLIC if code in CYRILLIC else LATIN
    return (code, *(other for other in CODES if other in script and other != code))
