"""One interview of a corpus with all that its approval and publication write: pure, so that many hands can do it."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from archive.catalogue.keys import new_key
from archive.catalogue.models.approval import packed
from archive.catalogue.vocabulary import AudienceChoice, Scope
from archive.consent import dossier as whole
from archive.consent import permissions as consent
from archive.consent.decision import decide
from archive.consent.facts import GrantFact, InterviewFacts, ParticipationFacts, RecordFact
from archive.consent.gathering import AUDIENCES
from archive.consent.narrowing import narrow
from archive.consent.permissions import Permissions
from archive.document import canonical
from archive.document import document as shown
from archive.language.authorities import Gazetteer
from archive.publishing.authorities import Cards
from archive.publishing.beside import sought, telling
from archive.publishing.bulk import Approval
from archive.publishing.naming import Names, Rules
from archive.publishing.offering import card
from archive.publishing.printing import printed
from archive.publishing.review import Revisions, digest_of, referred
from archive.publishing.settle import Settled, agreed, with_ancestors

from .frame import INTERVIEWER, POLICY
from .stated import Stated

MADE = (Scope.AUDIO, Scope.VIDEO, Scope.IMAGES, Scope.DOCUMENTS)
"""What a corpus has none of: the narrators agreed to nothing about it."""


@dataclass(frozen=True)
class Keys:
    """The keys under which the parts of an interview are known."""

    interview: str
    narrator: str
    interviewer: str
    sitting: str
    recording: str
    transcript: str


@dataclass(frozen=True)
class Shared:
    """What of the frame is needed here, as plain data: the chains of places and the slugs of topics by their numbers."""

    collection: str
    interviewer: str
    chains: dict[int, tuple[whole.PlaceLink, ...]]
    topics: dict[int, str]
    cards: Cards
    revisions: dict[tuple[str, str], int | None]
    names: Gazetteer
    today: dt.date


@dataclass(frozen=True)
class Prepared:
    """``approval`` is None for what stays unapproved; ``person`` is the narrator's slug."""

    stated: Stated
    keys: Keys
    person: str
    approval: Approval | None


def prepare(stated: Stated, reference: str, shared: Shared) -> Prepared:
    """The interview under new keys and, where it is open, its approval under this reference."""
    keys = Keys(*(new_key() for _ in range(6)))
    person = new_key()
    if not stated.is_open:
        return Prepared(stated, keys, person, None)
    dossier = dossier_of(stated, keys, person, shared)
    permissions = permissions_of(stated.date, keys)
    revisions: Revisions = [
        (kind, slug, shared.revisions[kind, slug])
        for kind in ("place", "topic")
        for slug in sorted(referred(dossier))
        if (kind, slug) in shared.revisions
    ]
    narrowed = narrow(dossier, permissions, on=shared.today)
    document, cards = agreed(narrowed, shared.cards, set())
    names = Names(shared.names, Rules(), cards.keys())
    settled = Settled(document, (), cards, names, sought(telling([stated.narrator])))
    approval = Approval(
        key=keys.interview,
        reference=reference,
        collection=shared.collection,
        dossier=packed(canonical.dump(dossier)),
        permissions=consent.dump(permissions),
        digest=digest_of(dossier, permissions, permissions, revisions),
        offer={"card": card(document), "beyond": [], "digest": canonical.digest(narrowed)},
        cards=cards,
        printed=printed(settled, reference, lambda found: with_ancestors(found, shared.cards)),
    )
    return Prepared(stated, keys, person, approval)


def grants(stated: Stated) -> dict[str, str]:
    """What the narrator agreed to, by scope: the staff alone may see what is restricted."""
    given = AudienceChoice.PUBLIC if stated.is_open else AudienceChoice.STAFF
    return {scope: AudienceChoice.NOBODY if scope in MADE else given for scope in Scope.values}


INTERVIEWER_GRANTS = {Scope.NAME: AudienceChoice.PUBLIC}


def dossier_of(stated: Stated, keys: Keys, person: str, shared: Shared) -> whole.Dossier:
    """As ``archive.publishing.assemble`` gathers it from the rows."""
    language = stated.language
    speakers = {"N": keys.narrator, "I": keys.interviewer}
    return whole.Dossier(
        kind="recorded",
        basis="agreement",
        collection=shared.collection,
        title={language: stated.title},
        abstract={language: stated.summary} if stated.summary else {},
        notice={},
        warnings=(),
        languages=(language,),
        recorded=stated.date,
        told="",
        participations=(
            _participation(keys.narrator, "narrator", {language: stated.narrator}, person),
            _participation(keys.interviewer, "interviewer", {"en": INTERVIEWER}, shared.interviewer),
        ),
        places=tuple(
            whole.PlaceMention(chain=chain, relation="about", precision="settlement")
            for chain in sorted((shared.chains[n] for n in set(stated.places)), key=lambda chain: chain[0].place)
        ),
        topics=tuple(sorted({shared.topics[n] for n in stated.topics})),
        events=(),
        people=(),
        sittings=(
            whole.Sitting(
                key=keys.sitting,
                held=stated.date,
                recordings=(
                    whole.Recording(
                        key=keys.recording,
                        starts_ms=0,
                        duration_ms=None,
                        kind="",
                        transcripts=(_transcript(stated, keys, speakers),),
                    ),
                ),
            ),
        ),
        texts=(),
        papers=(),
        sources=(),
        claims=(),
    )


def alignment(position: int) -> str:
    return f"s{position}"


def _participation(key: str, role: str, name: dict[str, str], person: str) -> whole.Participation:
    return whole.Participation(key=key, role=role, rendition="full", names={"full": name}, person=person)


def _transcript(stated: Stated, keys: Keys, speakers: dict[str, str]) -> shown.Transcript:
    return shown.Transcript(
        key=keys.transcript,
        language=stated.language,
        kind="verbatim",
        maker="hand",
        segments=tuple(
            shown.Segment(key=alignment(position), start_ms=start, end_ms=end, speaker=speakers.get(who), text=(words,))
            for position, (start, end, who, words) in enumerate(stated.segments)
        ),
    )


def permissions_of(date: str, keys: Keys) -> Permissions:
    """What the agreements given on that day permit, as they are decided on for every interview."""
    decided = _decided(date)
    return Permissions(
        decided.whole, {keys.narrator: decided.people["narrator"], keys.interviewer: decided.people["interviewer"]}
    )


@lru_cache(maxsize=1 << 14)
def _decided(date: str) -> Permissions:
    signed = dt.date.fromisoformat(date)
    agreed_to = {scope: AudienceChoice.NOBODY if scope in MADE else AudienceChoice.PUBLIC for scope in Scope.values}
    people = {"narrator": agreed_to, "interviewer": INTERVIEWER_GRANTS}
    facts = InterviewFacts(
        policy=tuple(sorted((scope, AUDIENCES[widest]) for scope, widest in POLICY.items())),
        participations=tuple(
            ParticipationFacts(key=role, role=role, records=(_record(signed, given),)) for role, given in people.items()
        ),
    )
    return decide(facts).permissions


def _record(signed: dt.date, given: dict[str, str]) -> RecordFact:
    grants = tuple(GrantFact(scope=scope, audience=AUDIENCES[audience]) for scope, audience in given.items())
    return RecordFact(giver="self", signed_on=signed, grants=grants)
