"""How a paper may be used: the statements a record can make, each with its name, what it allows, and its full text."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Licence:
    """``address`` is that of the full text, empty where there is none."""

    name: str | Promise
    use: str | Promise
    address: str = ""


LICENCES = {
    "public-domain": Licence(
        _("No known rights"),
        _("You may use it freely. Please say where it comes from."),
        "https://rightsstatements.org/vocab/NKC/1.0/",
    ),
    "cc-by": Licence(
        "CC BY 4.0",
        _("You may use it freely if you name who made it and link to this page."),
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "cc-by-sa": Licence(
        "CC BY-SA 4.0",
        _("You may use it freely if you name who made it, and share what you make of it under the same terms."),
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    "cc-by-nc": Licence(
        "CC BY-NC 4.0",
        _("You may use it if you name who made it and earn no money with it."),
        "https://creativecommons.org/licenses/by-nc/4.0/",
    ),
    "in-copyright": Licence(
        _("In copyright"),
        _("You may look at it here and link to this page. For anything else ask whoever holds the rights, or us."),
        "https://rightsstatements.org/vocab/InC/1.0/",
    ),
    "undetermined": Licence(
        _("Rights not established"),
        _("Nobody has established yet whose it is. Please write to us before you use it."),
        "https://rightsstatements.org/vocab/UND/1.0/",
    ),
}
