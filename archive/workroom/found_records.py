"""Records that a search found, as the person at work may see them: state, passages, and where each is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from archive.catalogue.models import (
    Authority,
    Collection,
    Event,
    Interview,
    Mention,
    Person,
    Place,
    Publication,
    Question,
    Topic,
    Withdrawal,
)
from archive.catalogue.vocabulary import Language
from archive.edition.search.excerpts import Piece
from archive.finding.answer import Answer
from archive.finding.numbers import Record
from archive.finding.passages import Passage, Shown, passages
from archive.language import timecodes

from .found_names import labels
from .labels import label
from .site import workroom

OF_KIND = {"person": Person, "place": Place, "topic": Topic, "event": Event, "question": Question}


@dataclass(frozen=True)
class FoundPassage:
    """Words found: where they are written, in words and as an address; ``language`` is "" where nothing says it."""

    address: str
    where: str
    clock: str
    language: str
    spoken: str
    pieces: Sequence[Piece]
    is_withheld: bool


@dataclass(frozen=True)
class FoundRecord:
    """A record found. ``more`` is how many passages there are, as far as they were counted, where not all are shown."""

    record: Record
    address: str
    name: str
    kind: str
    state: str
    passages: list[FoundPassage]
    more: int
    has_more: bool


def drawn(request, answer: Answer, records: Sequence[Record]) -> list[FoundRecord]:
    """The rows of a page. A record that this person cannot open is left out, whatever the index says of it."""
    seen = _seen(request, records)
    shown = passages(answer, [record for record in records if record in seen])
    names = labels([row for row in seen.values() if isinstance(row, Authority)], request.user)
    withdrawn = _withdrawn(seen)
    return [_row(request, record, seen[record], found, names, withdrawn) for record, found in shown.items()]


def _seen(request, records: Sequence[Record]) -> dict[Record, Model]:
    """The records as the pages of the admin give them to this person."""
    pks: dict[str, list[int]] = {"interview": [], "authority": [], "collection": []}
    for record in records:
        pks[record.root].append(record.pk)
    kinds: dict[type[Model], list[int]] = {Interview: pks["interview"], Collection: pks["collection"]}
    for pk, kind in Authority.objects.filter(pk__in=pks["authority"]).values_list("pk", "kind"):
        kinds.setdefault(OF_KIND[kind], []).append(pk)
    found = {}
    for model, some in kinds.items():
        admin = workroom._registry[model]
        if some and admin.has_view_permission(request):
            root = "authority" if issubclass(model, Authority) else model._meta.model_name
            rows = admin.get_queryset(request).filter(pk__in=some)
            rows = rows.select_related("parent") if model is Place else rows
            found |= {Record(root, row.pk): row for row in rows}
    return found


def _withdrawn(seen: Iterable[Record]) -> set[int]:
    """Interviews of which somebody has withdrawn an agreement, wholly or in part."""
    pks = [record.pk for record in seen if record.root == "interview"]
    of = Withdrawal.objects.filter(participation__interview__in=pks)
    return set(of.values_list("participation__interview", flat=True)) if pks else set()


def _row(request, record: Record, row: Model, found: Shown, names: dict[int, str], withdrawn: set[int]) -> FoundRecord:
    return FoundRecord(
        record=record,
        address=_change_page(type(row), row.pk),
        name=names[row.pk] if isinstance(row, Authority) else label(row, request.user),
        kind=capfirst(row.get_kind_display() if isinstance(row, Interview) else row._meta.verbose_name),
        state=_state(row, is_withdrawn=row.pk in withdrawn),
        passages=[_passage(passage) for passage in found.passages],
        more=found.count if found.count > len(found.passages) else 0,
        has_more=found.has_more,
    )


def _state(row: Model, *, is_withdrawn: bool) -> str:
    """The words of the lists, which are those of the pages."""
    admin = workroom._registry[type(row)]
    if isinstance(row, Interview):
        words = [row.get_state_display(), admin.today(row), is_withdrawn and _("agreement withdrawn")]
        return ", ".join(filter(None, words))
    return admin.approval(row) if isinstance(row, Authority) else ""


def _passage(passage: Passage) -> FoundPassage:
    start, said = passage.hit.start_ms, passage.language
    return FoundPassage(
        address=_written(passage),
        where=" · ".join(_where(passage)),
        clock=timecodes.show(start) if start is not None else "",
        language=said,
        spoken=Language(said).label if said else "",
        pieces=passage.hit.pieces,
        is_withheld=passage.is_withheld,
    )


def _where(passage: Passage) -> list[str]:
    """The noun and the field; what a transcript says needs no more than its name."""
    if passage.row_on_page is not None:
        return [_("passage")]
    noun, name = passage.noun.model._meta, passage.column.field
    fields = [] if name in passage.noun.computed else [noun.get_field(name)]
    return [str(each.verbose_name) for each in (noun, *fields)]


def _written(passage: Passage) -> str:
    """The page on which the words can be read, at their place."""
    noun = passage.noun
    if noun.model is Mention:
        return f"{reverse('workroom:mentions', args=[passage.home])}?mention={passage.row}#mention-{passage.row}"
    address = _change_page(noun.home_model or noun.model, passage.home)
    if noun.home == "pk":
        return address
    if noun.model is Publication:
        return f"{address}#standing"
    part = noun.model._meta.get_field(noun.home).remote_field.get_accessor_name()
    return f"{address}#{part}-{'group' if passage.row_on_page is None else passage.row_on_page}"


def _change_page(model: type[Model], pk: int) -> str:
    return reverse(f"workroom:catalogue_{model._meta.model_name}_change", args=[pk])
