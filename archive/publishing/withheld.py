"""What of a dossier would not be shown, and why, in words for the people who prepare and review it."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from archive.catalogue.models import Interview, Place
from archive.catalogue.vocabulary import AudienceChoice, Scope
from archive.consent.decision import Decision
from archive.consent.dossier import Dossier
from archive.consent.narrowing import NAMED, withheld_passages
from archive.consent.permissions import SCOPES
from archive.consent.reasons import sentence
from archive.consent.schedule import Audience
from archive.document.document import Document

AUDIENCES = {
    Audience.NOBODY: AudienceChoice.NOBODY,
    Audience.STAFF: AudienceChoice.STAFF,
    Audience.RESEARCHERS: AudienceChoice.RESEARCHERS,
    Audience.PUBLIC: AudienceChoice.PUBLIC,
}


@dataclass(frozen=True, kw_only=True)
class ScopeReason:
    """Who may see a scope today, for one participant or (empty) the whole, why, and until when."""

    scope: str
    participant: str
    audience: str
    sentence: str
    until: dt.date | None
    is_public: bool


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """A part that would not be shown, named, and why."""

    part: str
    sentence: str


def scope_reasons(decision: Decision, today: dt.date, interview: Interview) -> list[ScopeReason]:
    """For every scope of the whole: who may see it today and every reason that bears on it."""
    participations = list(interview.participations.all())
    names = {p.key: str(p).partition("/")[2] for p in participations}
    narrators = {p.key for p in participations if p.role == "narrator"}
    found = []
    for scope in SCOPES:
        schedule = decision.permissions.of_whole(scope)
        audience = schedule.on(today)
        reasons = dict.fromkeys(
            (f"{names[r.participation]}: " if r.participation in names and len(names) > 1 else "") + sentence(r)
            for r in decision.reasons
            if r.scope == scope and (not r.participation or r.participation in narrators or scope == "name")
        )
        found.append(
            ScopeReason(
                scope=str(Scope(scope).label),
                participant="",
                audience=str(AUDIENCES[audience].label),
                sentence=" ".join(reasons),
                until=schedule.next_narrowing(today, audience) if audience else None,
                is_public=audience is Audience.PUBLIC,
            )
        )
    return found


def withheld(dossier: Dossier, document: Document | None, reasons: list[ScopeReason]) -> list[Withheld]:
    """Every part of the dossier that the public would not see."""
    if document is None:
        listing = next(iter(reasons))
        return [Withheld(part=_("The whole interview"), sentence=listing.sentence)]
    found = [Withheld(part=r.scope, sentence=r.sentence) for r in reasons if not r.is_public]
    found += list(_names(dossier, document))
    found += list(_places(dossier, document))
    passages = withheld_passages(dossier, document)
    if passages:
        found.append(
            Withheld(
                part=_("Passages not shown in full: %(count)d") % {"count": passages},
                sentence=_("They are withheld, or their speaker has not agreed."),
            )
        )
    return found


def _names(dossier: Dossier, document: Document):
    shown = {speaker.key: speaker for speaker in document.speakers}
    for p in dossier.participations:
        speaker = shown.get(p.key)
        if speaker is None:
            yield Withheld(
                part=_("A narrator"), sentence=_("This narrator has agreed to nothing and is not mentioned.")
            )
        elif p.rendition in NAMED and speaker.rendition != p.rendition:
            yield Withheld(
                part=_("A name"), sentence=_("No consent to this name is in force, or it has not been entered.")
            )


def _places(dossier: Dossier, document: Document):
    shown = {reference.place for reference in document.places}
    slugs = {link.place for mention in dossier.places for link in mention.chain}
    called = {place.slug: place.name for place in Place.objects.filter(slug__in=slugs)}
    for mention in dossier.places:
        if mention.chain[0].place not in shown:
            coarser = next((link.place for link in mention.chain if link.place in shown), None)
            yield Withheld(
                part=_("Place: %(place)s") % {"place": called[mention.chain[0].place]},
                sentence=_("It is shown only as %(coarser)s.") % {"coarser": called[coarser]}
                if coarser
                else _("It is not shown, or its record has not been approved."),
            )
