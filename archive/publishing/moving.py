"""The parts of a merge: references, labels, statuses, identity and fields, from the merged record to the kept one."""

from itertools import product

from archive.catalogue.models import (
    Authority,
    AuthorityEdit,
    FormerAuthority,
    Label,
    Mention,
    PersonIdentity,
    PersonMention,
    PersonStatus,
    PlaceMention,
)
from archive.document import canonical
from archive.document.authority import AuthorityCard

from .assemble import text
from .former import COARSENESS

OF_THEIR_OWN = (AuthorityEdit, FormerAuthority, Label, PersonIdentity, PersonStatus)
"""Nouns that belong to a record; all others refer to it."""
FIGURE = PersonStatus.Kind.PUBLIC_FIGURE


def move_references(kept, merged) -> None:
    """Whatever refers to the merged record, of whatever noun, refers to the kept one; two mentions become the stricter."""
    for relation in _relations(merged):
        model, name = relation.related_model, relation.field.name
        for row in model._base_manager.filter(**{name: merged}).order_by("pk"):
            if relation.many_to_many:
                getattr(row, name).add(kept)
                getattr(row, name).remove(merged)
            elif not _is_mentioned_twice(row, kept):
                setattr(row, name, kept)
                row.save()


def _relations(record) -> list:
    """Ways from other nouns to a record; its own tables and what belongs to it are left out."""
    return [
        relation
        for relation in record._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and relation.related_model not in OF_THEIR_OWN
        and not relation.related_model._meta.auto_created
        and not getattr(relation, "parent_link", False)
    ]


def _is_mentioned_twice(row, kept) -> bool:
    """A second mention in one interview goes; what is left is the stricter of the two."""
    if isinstance(row, PlaceMention):
        known = PlaceMention.objects.filter(interview=row.interview_id, place=kept, relation=row.relation).first()
        if known:
            known.precision = max(known.precision, row.precision, key=COARSENESS.__getitem__)
    elif isinstance(row, PersonMention):
        known = PersonMention.objects.filter(interview=row.interview_id, person=kept).first()
        if known:
            known.is_confirmed = known.is_confirmed and row.is_confirmed
    elif isinstance(row, Mention):
        known = Mention.objects.filter(interview=row.interview_id, passage=row.passage, authority=kept.pk).first()
        if known and row.verdict == Mention.Verdict.REJECTED:
            known.verdict = row.verdict
    else:
        return False
    if known:
        row.delete()
        known.save()
    return known is not None


def signatures(kept, merged) -> int:
    """How many claims under a merged question have to be signed again, since the kept one says it in other words."""
    is_reworded = merged.kind == kept.kind == Authority.Kind.QUESTION and not merged.asks_the_same(kept)
    return merged.claims.exclude(standing="").count() if is_reworded else 0


def below(record) -> int:
    """How many records are part of this one, or lie there."""
    return sum(
        relation.related_model._base_manager.filter(**{relation.field.name: record}).count()
        for relation in _relations(record)
        if not relation.many_to_many and hasattr(relation.related_model, "authority_ptr")
    )


def move_labels(kept, merged) -> None:
    """Labels stay public or private; of two alike the private one holds. The merged record's names become labels."""
    for label in Label.objects.filter(authority=merged).order_by("pk"):
        known = Label.objects.filter(authority=kept, language=label.language, text=label.text).first()
        if known is None:
            label.authority_id = kept.pk
            label.save()
        elif known.is_public and not label.is_public:
            known.is_public = False
            known.save()
    approved = canonical.load(merged.snapshot, AuthorityCard).name if merged.snapshot else {}
    for language, name in text(merged, "name").items():
        is_named = name == getattr(kept, f"name_{language}")
        if not is_named and not Label.objects.filter(authority=kept, language=language, text=name).exists():
            is_public = merged.kind != "person" and approved.get(language) == name
            Label.objects.create(authority_id=kept.pk, language=language, text=name, is_public=is_public)


def move_statuses(kept, merged) -> None:
    """Everything that is said of either person holds, but a public figure is only who is one by both records."""
    for status in PersonStatus.objects.filter(person=merged).exclude(kind=FIGURE):
        status.person = kept
        status.save()
    both = [list(PersonStatus.objects.filter(person=person, kind=FIGURE)) for person in (kept, merged)]
    for one, other in product(*both):
        start = max(filter(None, (one.starts_on, other.starts_on)), default=None)
        end = min(filter(None, (one.ends_on, other.ends_on)), default=None)
        if not (start and end and end < start):
            note = "\n".join(filter(None, (one.source_note, other.source_note)))
            PersonStatus.objects.create(person=kept, kind=FIGURE, starts_on=start, ends_on=end, source_note=note)
    for status in (*both[0], *both[1]):
        status.delete()


def legal_name_of(person) -> str:
    identity = PersonIdentity.objects.filter(person=person).first()
    return (identity and identity.legal_name) or ""


def move_identity(kept, merged, chosen: str) -> None:
    """One identity is left, with the chosen legal name; the other name is kept beside the contacts, encrypted as they."""
    other = PersonIdentity.objects.filter(person=merged).first()
    if other is None:
        return
    own = PersonIdentity.objects.filter(person=kept).first() or PersonIdentity(person=kept)
    names = [own.legal_name, other.legal_name] if chosen != "merged" else [other.legal_name, own.legal_name]
    names = list(dict.fromkeys(filter(None, names)))
    own.legal_name = names[0] if names else own.legal_name
    own.contacts = "\n".join(dict.fromkeys(filter(None, (own.contacts, other.contacts, *names[1:]))))
    own.save()
    other.delete()


def move_editors(kept, merged) -> None:
    """Whoever edited the merged record since its approval has edited the kept one."""
    for editor in merged.pending_edits.values_list("editor", flat=True):
        AuthorityEdit.objects.get_or_create(authority_id=kept.pk, editor_id=editor)


def filled(kept, merged) -> dict:
    """The fields of the kept record with its gaps filled; what the merged one says otherwise goes into the note."""
    values, notes = {}, [kept.private_note, merged.private_note]
    own = {"key", "slug", "revision", "snapshot", "forms", "approved_revision", "kind", "private_note", "name"}
    for field in kept._meta.fields:
        stem = field.name.removesuffix("_" + field.name.rpartition("_")[2]) if field.name[-3:-2] == "_" else field.name
        if (
            field.is_relation
            and field.name not in ("parent", "broader", "location", "about")
            or field.primary_key
            or stem in own
        ):
            continue
        was, other = getattr(kept, field.name), getattr(merged, field.name)
        if was in (None, "") and other not in (None, ""):
            values[field.name] = other
        elif was != other and other not in (None, "") and not field.name.endswith(("_earliest", "_latest")):
            notes.append(f"{merged.slug} · {field.verbose_name}: {other}")
    return values | {"private_note": "\n".join(filter(None, notes))}
