"""Authorities in texts and queries: places, topics, events and persons, under every name and in every form.

`forms_of(authority)` makes what a text may call it; `Gazetteer` finds those in texts and queries.
"""

from archive.language.authorities.forms import forms, forms_of
from archive.language.authorities.gazetteer import Gazetteer
from archive.language.authorities.labels import Authority, Form, Label, authority_token
from archive.language.authorities.mentions import CERTAIN, LIKELY, POSSIBLE, Mention

__all__ = [
    "CERTAIN",
    "LIKELY",
    "POSSIBLE",
    "Authority",
    "Form",
    "Gazetteer",
    "Label",
    "Mention",
    "authority_token",
    "forms",
    "forms_of",
]
