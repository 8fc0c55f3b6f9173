"""Leaks towards researchers and through them: they read too much, for too long, or what they read becomes public."""

from functools import partial

from archive.catalogue.models.researcher_access import ResearcherAccessQuerySet
from archive.consent import narrowing, permissions
from archive.consent.narrowing import narrow
from archive.consent.schedule import Audience
from archive.publishing import door, offering, reading, transitions
from archive.publishing import permissions as approved

from . import checks, stages
from .leaks import leak, nothing

stopped = partial(stages.opened, is_stopped=True)


@leak("what researchers read is written into the edition", stages.opened, checks.read_by_researchers_alone)
def published(patch):
    patch.setattr(door, "narrow", partial(narrow, audience=Audience.RESEARCHERS))


def _narrowing(patch, change):
    for room in (offering, reading):
        patch.setattr(room, "narrow", change)


@leak("researchers read what is for staff", stages.opened, checks.read_by_researchers_alone)
def for_staff(patch):
    _narrowing(
        patch, lambda dossier, allowed, *, on, audience: narrow(dossier, allowed, on=on, audience=Audience.STAFF)
    )


@leak("researchers read everything there is", stages.opened, checks.read_by_researchers_alone)
def everything(patch):
    def all_of(dossier, allowed, *, on, audience):
        return narrow(dossier, permissions.everything(p.key for p in dossier.participations), on=on)

    _narrowing(patch, all_of)


@leak("researchers read withheld words", stages.opened, checks.read_by_researchers_alone)
def withheld(patch):
    patch.setattr(narrowing, "redacted", lambda segment, redactions: segment.text)


@leak("an access that has run out still reads", stages.opened, checks.read_by_researchers_alone)
def for_ever(patch):
    patch.setattr(ResearcherAccessQuerySet, "in_force", lambda accesses, on: accesses.all())


@leak("a stop leaves it on the list for researchers", stopped, checks.closed_to_researchers)
def listed(patch):
    patch.setattr(transitions, "publish", nothing)


@leak("researchers open what is stopped", stopped, checks.closed_to_researchers)
def open_door(patch):
    def heedless(version):
        dossier, allowed = approved.dossier_of(version), approved.consent.load(version.permissions)
        return approved._narrowed(version, dossier, allowed)[:2]

    patch.setattr(transitions, "publish", nothing)
    patch.setattr(reading, "permitted", heedless)
    patch.setattr(reading, "offered", lambda: reading.ResearchListing.objects.none())
