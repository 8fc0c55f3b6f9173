"""Which texts a catalogue model holds, and what it says of them: public or private."""

from django.db import models
from encrypted_fields.fields import EncryptedFieldMixin
from modeltranslation.fields import TranslationField

NOT_TEXT = (
    models.AutoField,
    models.BooleanField,
    models.DateField,
    models.DurationField,
    models.TimeField,
    models.IntegerField,
    models.FloatField,
    models.DecimalField,
    models.ForeignKey,
    models.OneToOneField,
    models.ManyToManyField,
)
"""Everything else can hold words: a kind of field that nobody thought of counts as text."""


def texts(model) -> set[str]:
    """Names of the fields that can hold words; the columns of a translated field count as that field."""
    return {
        field.translated_field.name if isinstance(field, TranslationField) else field.name
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if isinstance(field, EncryptedFieldMixin) or not isinstance(field, NOT_TEXT)
    }


def undeclared(model) -> list[str]:
    """What is wrong with the model's declarations, in sentences; empty if all is well."""
    public, private = (vars(model).get(name) for name in ("public_text", "private_text"))
    if public is None or private is None:
        return [f"{model.__name__} declares no public_text or private_text of its own."]
    found = texts(model)
    return [
        *(f"{model.__name__}.{name} is declared neither public nor private." for name in found - public - private),
        *(f"{model.__name__}.{name} is declared both public and private." for name in public & private),
        *(f"{model.__name__}.{name} is declared but holds no text." for name in (public | private) - found),
    ]
