"""What can be found: for each noun its texts, the record it is part of, the page it is written on, and who may read it.

Every text of the catalogue is here or is named in ``tests/finding/test_nouns.py`` with the reason why not. Legal names
and contacts never are: they are encrypted, and no word of them stands anywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat, Substr, Upper

from archive.catalogue import models as catalogue
from archive.catalogue.vocabulary import Language

from .numbers import KINDS, LANGUAGES, ROOTS, Record, kind_of

KNOWS_PERSONS = "catalogue.view_personidentity"
"""The permission to read the name of somebody who is no public figure."""


class Column(NamedTuple):
    """A column that holds a text of ``field``; ``language`` is "" where the column does not say."""

    name: str
    field: str
    language: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Noun:
    """One noun of the catalogue as it is found.

    ``number`` is stored: never given twice. ``path`` leads from a row to the primary key of its record, ``home`` to that of
    the row of ``home_model`` on whose page it is written. ``spoken`` leads to the language of its texts, ``at`` to their time.
    ``needs`` is a permission besides those to view.
    """

    number: int
    root: str
    group: str
    model: type[models.Model]
    path: str
    fields: tuple[str, ...]
    home: str = "pk"
    home_model: type[models.Model] | None = None
    spoken: str = ""
    at: str = ""
    needs: str = ""
    only: Q = field(default_factory=Q)
    computed: Mapping[str, models.Expression] = field(default_factory=dict)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return tuple(column for name in self.fields for column in _columns(self.model, name))

    @property
    def permissions(self) -> set[str]:
        """All that whoever reads it has to have: to see it, the page it is written on, and its interview."""
        seen = {self.model, self.home_model or self.model}
        if self.root == "interview":
            seen.add(catalogue.Interview)
        return {*(f"catalogue.view_{model._meta.model_name}" for model in seen), *filter(None, [self.needs])}

    def rows(self) -> QuerySet:
        """The rows, with the language of their texts as ``language_spoken``."""
        spoken = F(self.spoken) if self.spoken else Value("")
        return self.model._base_manager.filter(self.only).annotate(**self.computed, language_spoken=spoken)

    def rows_of(self, record: Record) -> QuerySet:
        return self.rows().filter(**{self.path: record.pk})

    def record_of(self, row: models.Model) -> Record:
        *steps, last = self.path.split("__")
        for step in steps:
            row = getattr(row, step)
        return Record(self.root, row.pk if last == "pk" else getattr(row, f"{last}_id"))


def _columns(model, name: str):
    try:
        model._meta.get_field(f"{name}_uk")
    except FieldDoesNotExist:
        return [Column(name, name, "")]
    return [Column(f"{name}_{language}", name, language) for language in Language.values]


def _part(number, model, *fields, group, **more) -> Noun:
    """A noun that is part of an interview."""
    return Noun(
        number=number, root="interview", model=model, fields=fields, group=group, **({"path": "interview"} | more)
    )


def _agreement(number, model, *fields, **more) -> Noun:
    return _part(number, model, *fields, group="agreement", **more)


def _on_interview() -> dict:
    return {"home": "interview", "home_model": catalogue.Interview}


def _authority(number, model, *fields, **more) -> Noun:
    return Noun(
        number=number,
        root="authority",
        model=model,
        fields=fields,
        **({"path": "pk", "group": model._meta.model_name} | more),
    )


def _labels(number, model, **more) -> Noun:
    kind = model._meta.model_name
    return _authority(
        number, catalogue.Label, "text", path="authority", group=kind, only=Q(authority__kind=kind),
        home="authority", home_model=model, spoken="language", **more,
    )  # fmt: skip


_CODE = Concat(Value("P-"), Upper(Substr("key", 1, 6)), output_field=models.CharField())

NOUNS = (
    _part(
        1, catalogue.Interview, "code", "title", "abstract", "notice", "basis_note", "private_note", "return_reason",
        "preservation_note", group="description", path="pk",
    ),
    _part(
        2, catalogue.Publication, "reference", group="description", only=Q(first_public_at__isnull=False), **_on_interview()
    ),
    _part(
        3, catalogue.Participation, "name_full", "name_given_initial", "name_initials", "name_pseudonym", "role_description",
        "private_note", group="description", **_on_interview(),
    ),
    _part(4, catalogue.Sitting, "private_note", group="description", **_on_interview()),
    _part(5, catalogue.Recording, "private_note", group="description"),
    _part(
        6, catalogue.IndexPoint, "title", "synopsis", group="description", path="recording__interview", at="at_ms",
        home="recording", home_model=catalogue.Recording,
    ),
    _part(7, catalogue.Transcript, "private_note", group="transcript"),
    _part(
        8, catalogue.Segment, "text", group="transcript", path="transcript__interview", at="start_ms",
        spoken="transcript__language", home="transcript", home_model=catalogue.Transcript,
    ),
    _part(
        9, catalogue.Document, "title", "description", "author", "recipient", "transcription", "custody", "holder",
        "rights", "private_note", group="document",
    ),
    _part(
        10, catalogue.DocumentPage, "alternative", "transcription", group="document", path="document__interview",
        home="document", home_model=catalogue.Document,
    ),
    _part(
        11, catalogue.Source, "title", "author", "publisher", "url", "note", "private_note", group="source",
        **_on_interview(),
    ),
    _part(12, catalogue.Claim, "question", "statement", "attribution", "signature", "private_note", group="claim"),
    _agreement(13, catalogue.ConsentRecord, "giver_note", "private_note", path="participation__interview"),
    _agreement(14, catalogue.Withdrawal, "private_note", path="participation__interview"),
    _agreement(15, catalogue.Stop, "reason", "release_reason"),
    _agreement(16, catalogue.Redaction, "quote", "private_note", "lift_reason"),
    _agreement(
        17, catalogue.ModeratorDecision, "reason", path="participation__interview",
        home="participation", home_model=catalogue.Participation,
    ),
    _agreement(18, catalogue.Waiver, "reason", **_on_interview()),
    _agreement(19, catalogue.Erasure, "reason"),
    _part(20, catalogue.Mention, "words", "private_note", group="transcript", **_on_interview()),
    _authority(21, catalogue.Person, "code", "private_note", computed={"code": _CODE}),
    _authority(22, catalogue.Person, "name", needs=KNOWS_PERSONS),
    _authority(
        23, catalogue.PersonStatus, "source_note", path="person", group="person", home="person", home_model=catalogue.Person
    ),
    _labels(24, catalogue.Person, needs=KNOWS_PERSONS),
    _authority(25, catalogue.Place, "name", "katottg", "geonames_id", "wikidata_id", "private_note"),
    _labels(26, catalogue.Place),
    _authority(27, catalogue.Topic, "name", "scope_note", "private_note"),
    _labels(28, catalogue.Topic),
    _authority(29, catalogue.Event, "name", "attribution", "private_note"),
    _labels(30, catalogue.Event),
    _part(
        41, catalogue.DocumentRegion, "note", group="document", path="page__document__interview",
        home="page", home_model=catalogue.DocumentPage,
    ),
    Noun(
        number=31, root="collection", group="collection", model=catalogue.Collection, path="pk",
        fields=("code", "name", "description", "demonstration_mark", "private_note"),
    ),
    _authority(61, catalogue.Question, "name", "introduction", "private_note"),
    _labels(62, catalogue.Question),
)  # fmt: skip

BY_NUMBER = {noun.number: noun for noun in NOUNS}
OF_ROOT = {root: [noun for noun in NOUNS if noun.root == root] for root in ROOTS}
OF_MODEL = {noun.model: [one for one in NOUNS if one.model is noun.model] for noun in NOUNS}
GROUPS = tuple(dict.fromkeys(noun.group for noun in NOUNS))
ROOT_MODELS = {"interview": catalogue.Interview, "authority": catalogue.Authority, "collection": catalogue.Collection}


def _roots() -> np.ndarray:
    found = np.zeros(KINDS, dtype=np.uint32)
    for noun in NOUNS:
        for language in LANGUAGES:
            found[kind_of(noun.number, language)] = ROOTS.index(noun.root)
    return found


ROOT_OF_KIND = _roots()
"""The place in ``ROOTS`` of the record of each kind of sheet."""
