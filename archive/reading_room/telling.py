"""Of which time something tells, as a sentence of its own for every kind of date."""

from functools import lru_cache

from django.utils.translation import gettext, pgettext_lazy

from archive.language import dates

_AT = pgettext_lazy("the date stands in the genitive", "tells of %(first)s")
_PERHAPS_AT = pgettext_lazy("the date stands in the genitive", "perhaps tells of %(first)s")
_ABOUT = pgettext_lazy("the date stands in the genitive", "tells of the time around %(first)s")
_PERHAPS_ABOUT = pgettext_lazy("the date stands in the genitive", "perhaps tells of the time around %(first)s")
_AFTER = pgettext_lazy(
    "the date stands in the genitive, in Polish in the locative", "tells of the time after %(first)s"
)
_BEFORE = pgettext_lazy(
    "the date stands in the genitive, in Polish in the instrumental", "tells of the time before %(first)s"
)
_BETWEEN = pgettext_lazy("both dates stand in the genitive", "tells of the time from %(first)s to %(last)s")

SENTENCES = {
    ("at", False): _AT,
    ("at", True): _PERHAPS_AT,
    ("about", False): _ABOUT,
    ("about", True): _PERHAPS_ABOUT,
    ("after", False): _AFTER,
    ("before", False): _BEFORE,
    ("between", False): _BETWEEN,
}
"""By kind of date and whether all of it is in doubt; each begins small, for it may stand in a row."""


@lru_cache(maxsize=4096)
def telling(edtf: str, reader: str) -> str:
    """The sentence, in the active language, which is that of the reader. Raises UnreadableDate."""
    said = dates.parts(edtf, reader)
    return SENTENCES[said.kind, said.is_doubtful] % {"first": said.first, "last": said.last}


@lru_cache(maxsize=4096)
def briefly(edtf: str, reader: str) -> str:
    """The same for a row of a list: the date as it stands everywhere, and a sentence where it takes an article or a
    preposition: a decade, a century (X for what is not known in EDTF), around, after and before."""
    if dates.parts(edtf, reader).kind in ("at", "between") and "X" not in edtf:
        return gettext("tells of %(period)s") % {"period": dates.show(edtf, reader)}
    return telling(edtf, reader)
