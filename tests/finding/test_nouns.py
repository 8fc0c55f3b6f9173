"""Every text of the catalogue is found by those who may read it, or it is said here why not."""

from django.apps import apps
from django.db import models
from encrypted_fields.fields import EncryptedFieldMixin

from archive.catalogue.fields import UncertainDateField
from archive.finding.nouns import NOUNS
from tests.catalogue.declared import texts

KEYS = {"key", "interview_key", "object_key", "alignment", "passage", "slug", "sha256", "digest", "sighting"}
"""Keys and addresses that people neither write nor look for by words."""

NOT_FOUND = {
    "ApprovedVersion": "what was approved, in the words of its day; the catalogue has today's",
    "Authority": "found as the person, place, topic or event it is, its copies for the public left out",
    "CustodyEvent": "holds codes and digests",
    "Derivative": "names of files",
    "EnteredNames": "copies of names, encrypted",
    "FormerAuthority": "a copy of what was approved",
    "Job": "work, not a record",
    "Master": "names of files stand on the page of the master",
    "Opening": "no words of its own",
    "OutdatedRecord": "part of this index",
    "Path": "few, and looked for in their own list",
    "PathStop": "stands on the page of its path",
    "ResearchFile": "a copy for researchers",
    "ResearchListing": "a copy for researchers",
    "ResearcherAccess": "belongs to an account",
    "SentForm": "a key",
    "Sheet": "part of this index",
    "Term": "few, and looked for in their own list",
    "UnsaidWords": "keys and digests",
    "User": "an account",
}


def words(model) -> set[str]:
    """Names of the fields in which people write words."""
    found = set()
    for name in texts(model) - KEYS:
        field = model._meta.get_field(name)
        is_written = isinstance(field, models.CharField | models.TextField) and not field.choices
        if is_written and not isinstance(field, UncertainDateField | EncryptedFieldMixin):
            found.add(name)
    return found


def test_every_text_that_people_write_is_found():
    searched: dict[str, set[str]] = {}
    for noun in NOUNS:
        searched.setdefault(noun.model.__name__, set()).update(noun.fields)
    missing = {
        model.__name__: left
        for model in apps.get_app_config("catalogue").get_models()
        if model.__name__ not in NOT_FOUND and (left := words(model) - searched.get(model.__name__, set()))
    }
    assert missing == {"Publication": {"public_digest", "naming_digest"}}


def test_what_is_left_out_is_there_and_is_not_found():
    models = {model.__name__ for model in apps.get_app_config("catalogue").get_models()}
    assert NOT_FOUND.keys() <= models - {noun.model.__name__ for noun in NOUNS}


def test_legal_names_and_contacts_are_in_no_noun():
    encrypted = {
        field.name
        for model in apps.get_app_config("catalogue").get_models()
        for field in model._meta.local_fields
        if isinstance(field, EncryptedFieldMixin)
    }
    assert encrypted == {"legal_name", "contacts", "names"}
    assert encrypted.isdisjoint(name for noun in NOUNS for name in noun.fields)


def test_whoever_reads_a_part_of_an_interview_may_see_the_interview_and_the_page_it_is_written_on():
    for noun in NOUNS:
        if noun.root == "interview":
            assert "catalogue.view_interview" in noun.permissions
        if noun.home_model:
            assert f"catalogue.view_{noun.home_model._meta.model_name}" in noun.permissions
