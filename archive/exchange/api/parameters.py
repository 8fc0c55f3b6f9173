"""What the address of a request says, read without ever failing: what cannot be read is named in a sentence."""

import re
from dataclasses import dataclass, field

from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.edition.filters.fields import plain

WHOLE = re.compile(r"\d{1,9}", re.ASCII)
YES, NO = ("1", "true", "yes"), ("", "0", "false", "no")
MOST_NAMED, LONGEST_NAMED = 5, 40


def reader_of(query: QueryDict) -> str:
    """The interface language that ``lang`` names, Ukrainian if it names none."""
    wanted = query.get("lang", "").lower()
    return wanted if wanted in dict(settings.LANGUAGES) else "uk"


@dataclass
class Parameters:
    """The address of a request; every reading of it may add to ``notices``, in the active language."""

    query: QueryDict
    notices: list[str] = field(default_factory=list)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``; the nearest of them for one beyond."""
        written = plain(self.query.get(name, ""))
        if not written:
            return default
        if not WHOLE.fullmatch(written):
            self._left_out(name, written)
            return default
        number = min(max(int(written), least), most)
        if number != int(written):
            self.notices.append(
                _("“%(name)s” can be from %(least)s to %(most)s, so %(number)s was taken.")
                % {"name": name, "least": least, "most": most, "number": number}
            )
        return number

    def flag(self, name: str) -> bool:
        written = plain(self.query.get(name, "")).lower()
        if written not in (*YES, *NO):
            self._left_out(name, written)
        return written in YES

    def check_language(self) -> None:
        written = plain(self.query.get("lang", ""))
        if written and written.lower() not in dict(settings.LANGUAGES):
            self._left_out("lang", written)

    def check_names(self, known: set[str]) -> None:
        """Name parameters that mean nothing here: a slip of the pen would otherwise widen the answer in silence."""
        for name in [name for name in self.query if name not in known][:MOST_NAMED]:
            sentence = _("There is no parameter “%(name)s”, so it was left out.")
            self.notices.append(sentence % {"name": _short(plain(name))})

    def _left_out(self, name: str, written: str) -> None:
        sentence = _("“%(value)s” could not be read as “%(name)s”, so it was left out.")
        self.notices.append(sentence % {"name": name, "value": _short(written)})


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_NAMED else text[:LONGEST_NAMED] + "…"
