"""The archive's own words about testimonies stay unsaid once they are found to name what one of those testimonies withholds.

Each testimony keeps its own list of such texts, which only grows: neither another's publication nor a withdrawal, an
erasure or an edit that nobody approved can bring a name back. Other words are looked at anew. What a path says, and the
introduction of a question, outlive the testimonies they bring together: no narrator is named there, unless as a public
figure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet
from django.utils import timezone

from archive.catalogue.models import Claim, Interview, PathStop, UnsaidWords
from archive.consent.dossier import Dossier
from archive.document.document import Document
from archive.edition.models import PublishedAuthority, PublishedPath, PublishedStop

from .own_words import Words, beside
from .pages import close, locked_edition, refresh_card
from .people import Somebody
from .sightings import narrators_names, withheld_people, withheld_places

UNSHOWN = Document(kind="", basis="", collection="", title={}, languages=())
SHOWN_AS = {"path": (PublishedPath, "slug"), "stop": (PublishedStop, "key")}


def renew(
    interview: Interview,
    people: Sequence[Somebody],
    dossier: Dossier | None = None,
    documents: Iterable[Document | None] = (None,),
) -> None:
    """Find out what must not be said because of this testimony, and take it out of the edition at once.

    ``people`` are those of the interview by the names that are looked for, ``documents`` what is public of it now and what
    will be after its next expiry; None is nothing.
    """
    about = list(beside(Interview.objects.filter(pk=interview.pk)))
    if not about:
        return
    found = [(words, set(digests)) for words, digests in _naming(about, interview, people, dossier, documents)]
    known = set(UnsaidWords.objects.filter(interview_key=interview.key).values_list("digest", flat=True))
    new = set().union(*(digests for _words, digests in found)) - known
    if new:
        UnsaidWords.objects.bulk_create(UnsaidWords(interview_key=interview.key, digest=each) for each in sorted(new))
        _take_out([words for words, digests in found if digests & new])


def standing(interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews beside which words of the archive's own stand, or may come to stand."""
    answering = Claim.objects.exclude(answers=None).values("interview")
    return interviews.filter(Q(pk__in=PathStop.objects.values("interview")) | Q(pk__in=answering))


def naming(forms: Iterable[str], interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    """Those of these interviews beside whose own words one of these names may stand."""
    forms, found = [form for form in forms if form], standing(interviews)
    is_said = found.exists() and any(any(words.naming(forms)) for words in beside(found))
    return found if is_said else Interview.objects.none()


def _naming(
    about: list[Words], interview: Interview, people, dossier, documents
) -> Iterable[tuple[Words, Iterable[str]]]:
    """Each of the words with the digests of its texts in which stands what must not.

    A sentence about this testimony is read with it alone, so that only what is shown, or will be, says what it withholds.
    """
    own, withheld, places, narrators = [], [], [], []
    for document in documents:
        here = _all(withheld_people(people, document or _unshown(people)))
        finer = _all(withheld_places(dossier, document)) if document else []
        own += [*here, *finer] if document else []
        withheld, places = [*withheld, *here], [*places, *finer]
        narrators += _all(narrators_names(people, document))
    sought = {
        "it": (own,),
        "another": (withheld, narrators),
        "all": ([*withheld, *places], narrators),
        "none": ([], [*withheld, *narrators]),
    }
    return ((words, words.naming(*sought[words.tells_of])) for words in about)


def _unshown(people: Iterable[Somebody]) -> Document:
    """Nothing, but for the public figures that are named in public elsewhere."""
    mentioned = [one.slug for one in people if not one.part]
    public = PublishedAuthority.objects.filter(kind="person", slug__in=mentioned).values_list("slug", flat=True)
    return replace(UNSHOWN, people=tuple(public))


def _all(named: dict[str, list[str]]) -> list[str]:
    return [form for forms in named.values() for form in forms]


def _take_out(unsaid: list[Words]) -> None:
    edition, gone = locked_edition(), 0
    for kind, (model, key) in SHOWN_AS.items():
        keys = [words.key for words in unsaid if words.kind == kind]
        gone += model.everything.filter(**{f"{key}__in": keys}).delete()[0]
    close(edition, edition.coming(timezone.now()), bool(gone))
    for words in unsaid:
        if words.kind == "question":
            refresh_card("question", words.key)
