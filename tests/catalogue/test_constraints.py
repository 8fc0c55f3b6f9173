"""What the database itself refuses, also from those who write past the forms."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import DataError, IntegrityError, connection, models, transaction
from django.utils import timezone

from archive.catalogue import models as catalogue
from archive.catalogue.models import (
    ApprovedVersion,
    Claim,
    ConsentRecord,
    Document,
    Grant,
    IndexPoint,
    Interview,
    Place,
    Publication,
    Redaction,
    Segment,
    Stop,
    Topic,
    VersionEditor,
    Waiver,
)
from archive.custody import acting
from tests import cast

pytestmark = pytest.mark.django_db


@contextmanager
def refused_by(constraint):
    """The write inside breaks this constraint."""
    with pytest.raises((IntegrityError, DataError)) as caught, transaction.atomic():
        yield
    said = str(caught.value)
    names_columns = connection.vendor == "sqlite" and ("UNIQUE" in said or "NOT NULL" in said)
    assert constraint in said or names_columns, said


def update(record, **values):
    type(record).objects.filter(pk=record.pk).update(**values)


# A text in at least one language


@pytest.mark.parametrize("language", ["uk", "en", "pl", "ru"])
def test_one_language_is_enough(language):
    made = cast.interview()
    others = {"title_uk": None, "title_en": "", "title_pl": None, "title_ru": ""}
    update(made, **others | {f"title_{language}": "Слово"})


@pytest.mark.parametrize("empty", [None, ""])
def test_a_title_in_no_language_is_refused(empty):
    made = cast.interview()
    columns = dict.fromkeys(("title_uk", "title_en", "title_pl", "title_ru"), empty)
    with refused_by("interview_title_in_some_language"):
        update(made, **columns)


def test_headings_documents_claims_and_authorities_need_words():
    made = cast.interview()
    with acting(cast.archivist()):
        with refused_by("claim_statement_in_some_language"):
            Claim.objects.create(interview=made)
        with refused_by("document_title_in_some_language"):
            Document.objects.create(interview=made)
        with refused_by("index_point_title_in_some_language"):
            IndexPoint.objects.create(recording=made.recordings.get(), at_ms=0)
        with refused_by("authority_name_in_some_language"):
            Topic.objects.create(slug="empty")
        with refused_by("collection_name_in_some_language"):
            catalogue.Collection.objects.create(slug="empty", code="E")


# Withheld passages


@pytest.mark.parametrize(
    "anchor",
    [
        {},
        {"start_ms": 0, "end_ms": 10},
        {"recording": True},
        {"recording": True, "start_ms": 0},
        {"recording": True, "end_ms": 10},
        {"recording": True, "start_ms": 10, "end_ms": 10},
        {"recording": True, "start_ms": 10, "end_ms": 5},
        {"start_ms": 0, "alignment": "a1"},
        {"end_ms": 5, "alignment": "a1"},
    ],
    ids=str,
)
def test_a_withheld_passage_has_an_anchor(anchor):
    made = cast.interview()
    if anchor.pop("recording", False):
        anchor["recording"] = made.recordings.get()
    with acting(cast.archivist()), refused_by("redaction_anchored"):
        Redaction.objects.create(interview=made, reason="safety", **anchor)


# Four eyes


def version(interview, **fields):
    values = {
        "interview": interview,
        "number": 1,
        "dossier": "{}",
        "permissions": "{}",
        "digest": "0" * 64,
        "submitted_by": cast.archivist(),
        "approved_by": cast.moderator(),
        "approved_at": timezone.now(),
    }
    return ApprovedVersion.objects.create(**values | fields)


def test_nobody_approves_what_they_submitted():
    with refused_by("approved_version_by_another"):
        version(cast.interview(), approved_by=cast.archivist())


@pytest.mark.parametrize("field", ["submitted_by", "approved_by"])
def test_an_approved_version_names_both(field):
    with refused_by(field):
        version(cast.interview(), **{field: None})


def test_nobody_approves_what_they_edited():
    made = version(cast.interview())
    with refused_by("version_not_approved_by_its_editor"):
        VersionEditor.objects.create(version=made, editor=cast.moderator(), approver=cast.moderator())


@pytest.mark.parametrize("field", ["version", "editor", "approver"])
def test_an_editor_of_a_version_cannot_hide_behind_nothing(field):
    people = {"version": version(cast.interview()), "editor": cast.archivist(), "approver": cast.moderator()}
    with refused_by(field):
        VersionEditor.objects.create(**people | {field: None})


def test_an_editor_of_a_version_stands_beside_its_own_approver():
    made, other = version(cast.interview()), cast.staff("another", "Moderator")
    with refused_by("version_editor_names_its_approver"):
        VersionEditor.objects.create(version=made, editor=cast.archivist(), approver=other)
    editor = VersionEditor.objects.create(version=made, editor=cast.archivist(), approver=cast.moderator())
    with refused_by("version_editor_names_its_approver"):
        update(editor, approver=other)
    with refused_by("approved_version_approver_stays"):
        update(made, approved_by=other)


@pytest.mark.parametrize("values", [{"by": True}, {"at": True}, {"why": "He left."}], ids=str)
def test_a_lifting_says_who_and_when(values):
    made = cast.interview()
    with acting(cast.archivist()):
        redaction = Redaction.objects.create(interview=made, alignment="a1", reason="safety")
    with refused_by("redaction_lifted_by_somebody"):
        update(
            redaction,
            lifted_by=cast.archivist() if "by" in values else None,
            lifted_at=timezone.now() if "at" in values else None,
            lift_reason=values.get("why", ""),
        )


def raw(table, **values):
    columns = ", ".join(values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(values))})", list(values.values())
        )


def test_the_rule_of_four_eyes_stands_in_the_database_itself():
    made, one = version(cast.interview()), cast.moderator().pk
    with refused_by("version_not_approved_by_its_editor"):
        raw("catalogue_versioneditor", version_id=made.pk, editor_id=one, approver_id=one)
    with refused_by("approver_id"):
        raw("catalogue_versioneditor", version_id=made.pk, editor_id=one, approver_id=None)
    raw("catalogue_versioneditor", version_id=made.pk, editor_id=cast.archivist().pk, approver_id=one)


@pytest.mark.parametrize("editor", ["the approver", "nobody known"])
def test_an_authority_is_approved_by_another_than_its_editor(editor):
    place = cast.izium()
    values = {"edited_by": cast.moderator() if editor == "the approver" else None}
    with refused_by("authority_approved_by_another"):
        update(
            place.authority_ptr, approved_by=cast.moderator(), approved_revision=place.authority_ptr.revision, **values
        )
    with refused_by("authority_approved_by_another"):
        update(place.authority_ptr, approved_by=cast.moderator(), approved_revision=None, **values)


def test_whoever_approved_an_authority_may_edit_it_later():
    place = Place.objects.get(pk=cast.izium().pk)
    with acting(cast.moderator()):
        place.name_en = "Izjum"
        place.save()
    place.refresh_from_db()
    assert place.edited_by == place.approved_by and not place.is_approved_as_it_stands


# Days and times


def test_a_grant_does_not_end_before_it_starts():
    cast.interview()
    with acting(cast.archivist()), refused_by("grant_ends_after_it_starts"):
        update(Grant.objects.first(), starts_on=dt.date(2024, 1, 2), ends_on=dt.date(2024, 1, 1))


def test_a_guardian_or_heir_is_named():
    cast.interview()
    with refused_by("consent_names_guardian_or_heir"):
        update(ConsentRecord.objects.first(), giver="guardian")


def test_a_passage_does_not_end_before_it_starts():
    cast.interview()
    with refused_by("segment_ends_after_it_starts"):
        update(Segment.objects.first(), start_ms=5, end_ms=4)


@pytest.mark.parametrize(
    "values",
    [
        {"latitude": 49, "longitude": None},
        {"latitude": None, "longitude": 37},
        {"latitude": 91, "longitude": 37},
        {"latitude": 49, "longitude": -181},
    ],
    ids=str,
)
def test_a_place_has_both_coordinates_or_neither(values):
    with refused_by("place_coordinates_both_or_neither"):
        update(cast.izium(), **values)


# Stops, returns, waivers, the ledger


def test_an_interview_is_stopped_once_at_a_time():
    made = cast.interview()
    Stop.objects.create(interview=made, placed_by=cast.archivist(), reason="A call.")
    with refused_by("stop_once_an_interview"):
        Stop.objects.create(interview=made, placed_by=cast.archivist(), reason="Another.")


@pytest.mark.parametrize("values", [{"by": True}, {"at": 1}, {"by": True, "at": -1}], ids=str)
def test_a_release_says_who_and_when(values):
    made = Stop.objects.create(interview=cast.interview(), placed_by=cast.archivist(), reason="A call.")
    released_at = made.placed_at + dt.timedelta(days=values["at"]) if "at" in values else None
    with refused_by("stop_released_by_somebody"):
        update(made, released_by=cast.moderator() if "by" in values else None, released_at=released_at)


def test_states_need_what_belongs_to_them():
    made = cast.interview()
    with refused_by("interview_submitted_by_somebody"):
        update(made, state="submitted", submitted_by=None)
    with refused_by("interview_returned_with_a_reason"):
        update(made, state="returned", return_reason="")
    with refused_by("waiver_has_a_reason"):
        Waiver.objects.create(interview=made, sighting="0" * 64, reason="", waived_by=cast.moderator())
    with refused_by("publication_public_since"):
        Publication.objects.create(interview=made, interview_key=made.key, reference="7K2-QX9", is_public=True)


def test_evidence_is_kept():
    made = cast.interview()
    with acting(cast.archivist()), pytest.raises(models.ProtectedError):
        made.delete()
    assert Interview.objects.filter(pk=made.pk).exists()


# Introspection


def checks():
    for model in apps.get_app_config("catalogue").get_models():
        for constraint in model._meta.constraints:
            if isinstance(getattr(constraint, "condition", None), models.Q) and not hasattr(constraint, "fields"):
                yield pytest.param(model, constraint, id=constraint.name)


@pytest.mark.parametrize(("model", "constraint"), list(checks()))
def test_no_check_is_evaded_by_leaving_something_empty(model, constraint):
    """A check that comes out as NULL passes in SQL, so it has to be true or false whatever is left empty."""
    fields = [model._meta.get_field(name) for name in sorted(set(_names(constraint.condition)))]
    nullable = [field for field in fields if field.null]
    sql = constraint._get_check_sql(model, connection.SchemaEditorClass(connection, collect_sql=True))
    for n in range(2 ** len(nullable)):
        empty = [field for bit, field in enumerate(nullable) if n >> bit & 1]
        columns = ", ".join(_column(field, field in empty) for field in fields)
        with connection.cursor() as cursor:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"SELECT ({sql}) IS NULL FROM (SELECT {columns}) AS {table}")
            assert not cursor.fetchone()[0], f"says nothing when {[field.name for field in empty]} are empty"


def _names(condition):
    for child in condition.children:
        if isinstance(child, models.Q):
            yield from _names(child)
            continue
        name, value = child
        yield name.split("__")[0]
        if isinstance(value, models.F):
            yield value.name


def _column(field, is_empty):
    value = "NULL" if is_empty else "'2024-01-01'" if isinstance(field, models.DateField) else "'0'"
    return f"CAST({value} AS {field.db_type(connection)}) AS {connection.ops.quote_name(field.column)}"


# Notes on parts of a picture


def page_of_a_letter() -> catalogue.DocumentPage:
    master = catalogue.Master.objects.create(
        sha256="ab" * 32, size=1, media_type="image/png", kind="image", received_by=cast.archivist()
    )
    letter = Document.objects.create(interview=cast.interview(), title_en="A letter")
    return catalogue.DocumentPage.objects.create(document=letter, master=master)


@pytest.mark.parametrize(
    ("edges", "is_refused"),
    [
        ((0, 0, 10_000, 10_000), False),
        ((1_000, 2_000, 9_000, 8_000), False),
        ((1_000, 0, 9_001, 1), True),
        ((0, 9_999, 1, 2), True),
        ((0, 0, 0, 1), True),
        ((0, 0, 1, 0), True),
    ],
)
def test_a_rectangle_lies_inside_its_picture_and_has_a_size(edges, is_refused):
    with acting(cast.archivist()):
        page, sides = page_of_a_letter(), dict(zip(("left", "top", "width", "height"), edges, strict=True))
        if not is_refused:
            catalogue.DocumentRegion.objects.create(page=page, note_en="A cup", **sides)
            return
        with refused_by("document_region_inside_the_picture"):
            catalogue.DocumentRegion.objects.create(page=page, note_en="A cup", **sides)


def test_a_note_has_words_and_a_number_of_its_own():
    with acting(cast.archivist()):
        page, sides = page_of_a_letter(), {"left": 0, "top": 0, "width": 1, "height": 1}
        with refused_by("document_region_note_in_some_language"):
            catalogue.DocumentRegion.objects.create(page=page, **sides)
        catalogue.DocumentRegion.objects.create(page=page, note_en="A cup", **sides)
        with refused_by("document_region_once"):
            catalogue.DocumentRegion.objects.create(page=page, note_en="A crease", **sides)
