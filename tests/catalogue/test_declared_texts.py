"""Every text the catalogue can hold is declared public or private, found by looking at the models themselves."""

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps
from encrypted_fields.fields import EncryptedTextField

from archive.catalogue.fields import ChoiceListField, UncertainDateField
from archive.catalogue.models import Interview, PersonIdentity
from archive.catalogue.vocabulary import Scope

from .declared import texts, undeclared

MODELS = [model for model in apps.get_app_config("catalogue").get_models() if not model._meta.auto_created]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_text_is_declared_public_or_private(model):
    assert undeclared(model) == []


def test_relations_made_by_django_hold_no_text():
    joining = [m for m in apps.get_app_config("catalogue").get_models(include_auto_created=True) if m not in MODELS]
    assert joining
    assert [texts(model) for model in joining] == [set()] * len(joining)


def test_translated_columns_count_as_their_field():
    assert "title" in texts(Interview) and "title_uk" not in texts(Interview)
    assert texts(PersonIdentity) == {"legal_name", "contacts"}


@isolate_apps("archive.catalogue")
def test_a_new_text_that_nobody_declared_is_found_whatever_its_kind():
    class Rumour(models.Model):
        public_text = {"a"}
        private_text = {"both"}

        words = models.TextField()
        short = models.CharField(max_length=9)
        tags = models.JSONField()
        paper = models.FileField()
        secret = EncryptedTextField()
        when = UncertainDateField()
        choices = ChoiceListField(choice_class=Scope)
        address = models.GenericIPAddressField()
        raw = models.BinaryField()
        a = models.SlugField()
        both = models.EmailField()
        told_on = models.DateField()
        count = models.IntegerField()
        is_true = models.BooleanField()

        class Meta:
            app_label = "catalogue"

        def __str__(self):
            return "rumour"

    names = ("address", "choices", "paper", "raw", "secret", "short", "tags", "when", "words")
    assert sorted(undeclared(Rumour)) == [f"Rumour.{name} is declared neither public nor private." for name in names]


@isolate_apps("archive.catalogue")
def test_a_text_declared_twice_or_not_there_or_by_inheritance_is_found():
    class Base(models.Model):
        public_text = {"words", "gone"}
        private_text = {"words"}

        words = models.TextField()

        class Meta:
            app_label = "catalogue"

        def __str__(self):
            return "base"

    class Heir(Base):
        more = models.TextField()

        class Meta:
            app_label = "catalogue"

    assert undeclared(Base) == [
        "Base.words is declared both public and private.",
        "Base.gone is declared but holds no text.",
    ]
    assert undeclared(Heir) == ["Heir declares no public_text or private_text of its own."]
