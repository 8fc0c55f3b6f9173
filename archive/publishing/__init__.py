"""The one door between the catalogue and the edition.

``from archive import publishing`` and call its acts; they load with the first use, since this package is an
installed app and models are not ready when it is imported.
"""

from importlib import import_module

from .refusal import Refused

_HOMES = {
    "transitions": (
        "submit",
        "send_back",
        "stop",
        "release",
        "withdraw",
        "redact",
        "lift",
        "decide",
        "sign_basis",
        "record_edit",
    ),
    "review": ("look", "approve", "waive", "Review", "CHECKLIST"),
    "possible_acts": ("acts",),
    "authorities": ("approve_authority",),
    "authority_review": ("look_at",),
    "erasure": ("propose_erasure", "take_back_erasure", "erase_interview"),
    "belongings": ("what_goes",),
    "merging": ("merge_authorities", "what_moves"),
    "door": ("publish",),
    "researchers": ("access_of", "give_access", "end_access"),
    "reading": ("offered", "open_reading", "open_file", "Reading"),
    "collecting": ("together",),
    "standings": ("sign_claim", "end_signatures"),
    "mentions": ("confirm_mention", "reject_mention", "take_back_mention"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = ["Refused", *_HOME]


def __getattr__(name: str):
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
