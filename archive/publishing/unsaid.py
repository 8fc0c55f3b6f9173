"""The archive's own words about testimonies stay unsaid while they name what one of those testimonies withholds.

Each testimony keeps its own list of such words, so that publishing one never brings back what another withholds. What a
path says, and the introduction of a question, outlive the testimonies they bring together: no narrator is named there by
name, unless as a public figure.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils import timezone

from archive.catalogue.models import Claim, Interview, Path, PathStop, UnsaidWords
from archive.consent.dossier import Dossier
from archive.document.document import Document
from archive.edition.models import PublishedPath, PublishedStop

from .own_words import Words, beside, everywhere
from .pages import close, locked_edition, refresh_card
from .sightings import UNSHOWN, narrators_names, withheld_people, withheld_places


def renew(interview: Interview, dossier: Dossier | None = None, document: Document | None = None) -> None:
    """Find out anew what must not be said because of this testimony; ``document`` is what is public of it, if anything.

    What is unsaid from now on is gone from the edition at once; what may be said again follows soon.
    """
    before = dict(UnsaidWords.objects.filter(interview_key=interview.key).values_list("about", "digest"))
    about = list(beside(interview))
    if not about and not before:
        return
    now = {words.about: words.digest for words in _naming(about, interview, dossier, document)}
    if now == before:
        return
    UnsaidWords.objects.filter(interview_key=interview.key, about__in=before.keys() - now.keys()).delete()
    for key, digest in now.items():
        UnsaidWords.objects.update_or_create(interview_key=interview.key, about=key, defaults={"digest": digest})
    if now:
        _take_out(now)
    _bring_back(before.keys() - now.keys(), interview)


def _naming(about: Iterable[Words], interview: Interview, dossier, document) -> Iterable[Words]:
    """Those of the words in which stands what must not."""
    is_shown = dossier is not None and document is not None
    people = _all(withheld_people(interview, document or UNSHOWN))
    places = _all(withheld_places(dossier, document)) if is_shown else []
    narrators = narrators_names(interview, document)
    sought = {"it": [*people, *places], "another": [*people, *narrators], "all": [*people, *places, *narrators]}
    return (words for words in about if words.name(sought[words.tells_of]))


def _all(named: dict[str, list[str]]) -> list[str]:
    return [form for forms in named.values() for form in forms]


def standing(interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews beside which words of the archive's own stand, or may come to stand."""
    answering = Claim.objects.exclude(answers=None).values("interview")
    return interviews.filter(Q(pk__in=PathStop.objects.values("interview")) | Q(pk__in=answering))


def naming(forms: Iterable[str], interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews whose lists may change, now that somebody or some place has these names."""
    forms = [form for form in forms if form]
    if standing(interviews).exists() and any(words.name(forms) for words in everywhere()):
        return standing(interviews)
    return interviews.filter(key__in=UnsaidWords.objects.values("interview_key"))


def _take_out(unsaid: Iterable[str]) -> None:
    by_kind = _by_kind(unsaid)
    edition = locked_edition()
    gone = [
        PublishedPath.everything.filter(slug__in=by_kind.get("path", ())).delete()[0],
        PublishedStop.everything.filter(key__in=by_kind.get("stop", ())).delete()[0],
    ]
    close(edition, edition.coming(timezone.now()), any(gone))
    for slug in by_kind.get("question", ()):
        refresh_card("question", slug)


def _bring_back(lifted: Iterable[str], interview: Interview) -> None:
    from .door import publish_soon

    by_kind = _by_kind(lifted)
    paths = Path.objects.filter(slug__in=by_kind.get("path", ())) | Path.objects.filter(
        stops__key__in=by_kind.get("stop", ())
    )
    for other in Interview.objects.filter(pk__in=PathStop.objects.filter(path__in=paths).values("interview")):
        if other != interview:
            publish_soon(other)
    for slug in by_kind.get("question", ()):
        refresh_card("question", slug)


def _by_kind(about: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, _, key in (each.partition(":") for each in about):
        found.setdefault(kind, []).append(key)
    return found
