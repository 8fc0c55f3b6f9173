"""Paths and opening sentences in the edition: the archive's own words, public as they are saved, each stop with its
testimony alone."""

from django.db.models import Model, QuerySet
from django.utils import timezone

from archive.catalogue.models import Interview, Opening, Path, PathStop, Publication
from archive.catalogue.models.path import Moment
from archive.document import canonical
from archive.document.document import Document, Recording, Segment
from archive.document.guides import PathCard
from archive.edition.models import PublishedInterview, PublishedOpening, PublishedPath, PublishedStop

from .assemble import text
from .own_words import is_unsaid, of_path, of_stop
from .pages import close, forget_paths, locked_edition

SHOWN_AS = {PathStop: PublishedStop, Opening: PublishedOpening}


def place(entry: Publication, interview: Interview, document: Document) -> bool:
    """Make the edition say of paths and openings exactly what leads to this public interview now; true if any byte
    changed. Whoever calls holds the lock on the interview."""
    stops = list(PathStop.objects.filter(interview=interview, path__is_public=True).select_related("path", "recording"))
    openings = list(Opening.objects.filter(interview=interview, is_public=True).select_related("recording"))
    row = PublishedInterview.everything.filter(reference=entry.reference).only("pk").first()
    held = {model: {one.key: one for one in model.everything.filter(interview=row)} for model in SHOWN_AS.values()}
    if row is None or not (stops or openings or any(held.values())):
        return False
    edition = locked_edition()
    wanted = {stop.key: _stop(stop, document) for stop in stops if not _is_unsaid(stop)}
    changed = _put_paths(stops, wanted)
    changed = _put(PublishedStop, row, held[PublishedStop], _on_their_paths(stops, wanted)) or changed
    changed = _put(PublishedOpening, row, held[PublishedOpening], _openings(openings, document)) or changed
    changed = forget_paths() or changed
    return close(edition, edition.coming(timezone.now()), changed)


def led_to(record: Path | Moment) -> set[int]:
    """The interviews that a path, a stop or an opening leads to, or led to as readers see it; with a stop those of its
    whole path, beside which its sentence stands."""
    if isinstance(record, Path):
        return set(_stopping(record.pk))
    shown = SHOWN_AS[type(record)].everything.filter(key=record.key).values("interview__reference")
    before = Publication.objects.filter(reference__in=shown, interview__isnull=False)
    found = {record.interview_id, *before.values_list("interview", flat=True)}
    return found if isinstance(record, Opening) else {*found, *_stopping(record.path_id)}


def _stopping(path: int) -> QuerySet:
    return PathStop.objects.filter(path=path).values_list("interview", flat=True)


def _is_unsaid(stop: PathStop) -> bool:
    return is_unsaid(of_stop(stop)) or is_unsaid(of_path(stop.path))


def _stop(stop: PathStop, document: Document) -> dict:
    """The columns of a stop."""
    return _moment(stop, document) | {"said": canonical.dump(text(stop, "sentence"))}


def _put_paths(stops: list[PathStop], wanted: dict[str, dict]) -> bool:
    """Write the cards of the paths on which a stop is to stand."""
    changed = False
    for path in {stop.path_id: stop.path for stop in stops if stop.key in wanted}.values():
        card = PathCard(slug=path.slug, title=text(path, "title"), introduction=text(path, "introduction"))
        now = {"card": canonical.dump(card), "position": path.position}
        row, is_new = PublishedPath.everything.get_or_create(slug=path.slug, defaults=now)
        if not is_new and (row.card, row.position) != (now["card"], now["position"]):
            PublishedPath.everything.filter(pk=row.pk).update(**now)
            changed = True
        changed = changed or is_new
    return changed


def _on_their_paths(stops: list[PathStop], wanted: dict[str, dict]) -> dict[str, dict]:
    slugs = {stop.key: stop.path.slug for stop in stops if stop.key in wanted}
    rows = dict(PublishedPath.everything.filter(slug__in=slugs.values()).values_list("slug", "pk"))
    return {key: columns | {"path_id": rows[slugs[key]]} for key, columns in wanted.items()}


def _openings(openings: list[Opening], document: Document) -> dict[str, dict]:
    """Openings whose passage readers can read."""
    found = {opening.key: _moment(opening, document) for opening in openings}
    return {key: columns for key, columns in found.items() if columns["passage"]}


def _put(model: type[Model], row: PublishedInterview, held: dict[str, Model], wanted: dict[str, dict]) -> bool:
    """Make the rows of an interview be these; a key that stood at another interview is taken from there."""
    changed = False
    for key, columns in wanted.items():
        columns = columns | {"interview_id": row.pk}
        if key not in held or any(getattr(held[key], name) != value for name, value in columns.items()):
            model.everything.update_or_create(key=key, defaults=columns)
            changed = True
    gone = held.keys() - wanted.keys()
    model.everything.filter(key__in=gone).delete()
    return changed or bool(gone)


def _moment(moment: Moment, document: Document) -> dict:
    """Where readers are led: to the beginning, unless what is said at the moment can be read."""
    nowhere = {"position": moment.position, "part": "", "passage": "", "starts_at_ms": None}
    meant, at_ms = moment.meant_recording, moment.starts_at_ms
    recording = next((r for r in document.recordings if meant and r.key == meant.key), None)
    said = _said_at(recording, at_ms) if recording and at_ms is not None else None
    if said is None or said.is_withheld:
        return nowhere
    return nowhere | {"part": recording.key, "passage": said.key, "starts_at_ms": at_ms}


def _said_at(recording: Recording, at_ms: int) -> Segment | None:
    begun = [s for transcript in recording.transcripts for s in transcript.segments if s.start_ms <= at_ms]
    return max(begun, key=lambda segment: segment.start_ms, default=None)
