"""Codes and references: given once, readable aloud, and saying nothing of a person."""

import threading

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from archive.catalogue.keys import new_key, new_reference
from archive.catalogue.models import (
    Claim,
    Document,
    Interview,
    Participation,
    Person,
    PersonIdentity,
    PersonMention,
    PersonStatus,
    Redaction,
)
from archive.custody import acting
from archive.document.reference import ALPHABET, check_character, read_reference
from tests import cast

bodies = st.text(ALPHABET, min_size=5, max_size=5)


def written(body):
    return f"{body[:3]}-{body[3:]}{check_character(body)}"


@given(bodies)
def test_a_reference_is_read_as_people_write_it(body):
    reference = written(body)
    spoken = reference.replace("-", " ").lower().replace("0", "o").replace("1", "l")
    assert read_reference(reference) == read_reference(spoken) == reference


@given(bodies, st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_never_another_reference(body, place, character):
    plain = written(body).replace("-", "")
    wrong = plain[:place] + character + plain[place + 1 :]
    assert wrong == plain or read_reference(wrong) is None


@pytest.mark.parametrize("text", ["", "7K2", "7K2-QX", "7K2-QX99", "ЖЖЖ-ЖЖЖ", "7K2-Q!9", "７Ｋ２-ＱＸ９", "\0" * 6])
def test_what_cannot_be_a_reference_is_none(text):
    assert read_reference(text) is None


def test_references_and_keys_are_fresh():
    assert len({new_reference() for _ in range(200)}) > 190
    assert len({new_key() for _ in range(200)}) == 200
    assert all(read_reference(reference) == reference for reference in (new_reference() for _ in range(50)))


@pytest.mark.django_db
def test_accession_codes_count_in_each_collection_and_year(time_machine):
    time_machine.move_to("2024-06-01")
    other = cast.collection("kupiansk", code="KU")
    codes = [cast.interview(slug=f"a{n}").code for n in range(2)]
    codes.append(cast.interview(slug="b", collection=other).code)
    time_machine.move_to("2025-06-01")
    codes.append(cast.interview(slug="c").code)
    assert codes == ["IZIU-2024-0001", "IZIU-2024-0002", "KU-2024-0001", "IZIU-2025-0001"]


@pytest.mark.django_db(transaction=True)
def test_accession_codes_are_unique_when_many_are_made_at_once():
    collection, archivist = cast.collection(), cast.archivist()
    failures = []

    def make(n):
        try:
            with acting(archivist):
                for m in range(5):
                    Interview.objects.create(collection=collection, title_en=f"{n}/{m}")
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=make, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    year = timezone.localdate().year
    expected = [f"IZIU-{year}-{n:04d}" for n in range(1, 21)]
    assert sorted(Interview.objects.values_list("code", flat=True)) == expected


@pytest.mark.django_db
def test_the_name_of_a_private_record_is_a_code():
    """It is copied into histories, messages and logs."""
    secret = "Unutterable"
    with acting(cast.archivist()):
        made = cast.interview(secret, abstract_en=secret, private_note=secret)
        person = Person.objects.create(slug="unutterable", name_en=secret, private_note=secret)
        PersonIdentity.objects.create(person=person, legal_name=secret, contacts=secret)
        PersonStatus.objects.create(person=person, kind="private", source_note=secret)
        PersonMention.objects.create(interview=made, person=person)
        Participation.objects.create(interview=made, person=person, name_full_en=secret, role="interviewer")
        Document.objects.create(interview=made, title_en=secret)
        Claim.objects.create(interview=made, statement_en=secret)
        Redaction.objects.create(interview=made, alignment="a1", quote=secret, reason="safety", private_note=secret)
        made.transcripts.first().segments.update(text=secret)
    cast.approve(cast.interview(slug="maria"))
    named = [str(row) for model in apps.get_app_config("catalogue").get_models() for row in model._base_manager.all()]
    assert len(named) > 40
    assert [name for name in named if secret.lower() in name.lower()] == []
    assert str(person) == f"P-{person.key[:6].upper()}"


@pytest.mark.django_db
def test_legal_names_lie_encrypted_in_the_database():
    with acting(cast.archivist()):
        person = cast.person("olena")
        PersonIdentity.objects.create(person=person, legal_name="Олена Коваленко", contacts="+380")
    with connection.cursor() as cursor:
        cursor.execute("SELECT legal_name, contacts FROM catalogue_personidentity")
        stored = cursor.fetchone()
    assert "Олена" not in str(stored) and "+380" not in str(stored)
    assert PersonIdentity.objects.get().legal_name == "Олена Коваленко"
