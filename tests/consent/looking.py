"""A small dossier to narrow, and what is read of the document that comes of it."""

import datetime as dt

from archive.consent import dossier as whole
from archive.consent.narrowing import narrow
from archive.consent.permissions import everything
from archive.document import document as shown

from .strategies import dossiers

open_dossiers = dossiers().map(lambda dossier: (dossier, everything(p.key for p in dossier.participations)))


def versions(document: shown.Document) -> list[shown.Transcript]:
    return [*(t for r in document.recordings for t in r.transcripts), *document.texts]


def passages(document):
    """(transcript key, segment) of every passage that is shown."""
    return [(t.key, s) for t in versions(document) for s in t.segments]


def passage(key, start, end, speaker, text):
    return shown.Segment(key=key, start_ms=start, end_ms=end, speaker=speaker, text=(text,))


def plain_dossier(redactions=(), translation_is_timed=True, second=None, kind="video") -> whole.Dossier:
    """Two sisters and an interviewer, one film with a transcript, its translation, and what ``second`` is given."""
    t = 1 if translation_is_timed else 0
    original = (
        passage("a0", 0, 10_000, "olena", "Ми спустилися в підвал."),
        passage("a1", 10_000, 20_000, "maria", "Хліб пекли на вогнищі."),
        passage("a2", 20_000, 30_000, None, "Зошит я зберегла."),
    )
    english = (
        passage("a0", 0, t * 10_000, "olena", "We went down to the cellar."),
        passage("a1", t * 10_000, t * 20_000, "maria", "We baked bread over a fire."),
        passage("a2", t * 20_000, t * 30_000, None, "I kept the notebook."),
    )

    def transcript(key, language, segments):
        return shown.Transcript(key=key, language=language, kind="verbatim", maker="hand", segments=segments)

    versions = [transcript("uk", "uk", original), transcript("en", "en", english)]
    if second:
        versions.append(transcript("edited", "uk", second))
    recording = whole.Recording(key="r0", starts_ms=0, duration_ms=40_000, kind=kind, transcripts=tuple(versions))
    people = tuple(
        whole.Participation(key=key, role="narrator", rendition="full", names={"full": {"uk": key}}, person=key)
        for key in ("olena", "maria")
    )
    nothing = dict.fromkeys(
        ("warnings", "languages", "places", "topics", "events", "people", "texts", "papers", "sources", "claims"), ()
    )
    return whole.Dossier(
        kind="recorded", basis="agreement", collection="izium", title={"en": "Bread"}, abstract={"en": "Short"},
        notice={}, recorded="", told="", participations=people,
        sittings=(whole.Sitting(key="s0", recordings=(recording,)),), redactions=tuple(redactions), **nothing,
    )  # fmt: skip


def words(document) -> dict[str, list[tuple]]:
    return {t.key: [s.text for s in t.segments] for t in versions(document)}


def look(dossier, without=()):
    """What the public sees if these narrators have withdrawn."""
    allowed = everything(["olena", "maria"])
    for key in without:
        allowed.people[key] = {}
    return narrow(dossier, allowed, on=dt.date(2024, 1, 1))
