"""Leaks of names: what was rejected is found, or who was confirmed is found before anybody has approved it."""

from dataclasses import replace

from archive.publishing import assemble, collecting, naming, permissions
from archive.publishing.naming import Rules

from . import stages_of_mentions as stages
from .leaks import leak, nothing


@leak("what was rejected is found all the same", stages.decided)
def rejections_unheard(patch):
    may_lead = Rules.may_lead
    patch.setattr(Rules, "may_lead", lambda rules, *mention: may_lead(replace(rules, rejected=frozenset()), *mention))


@leak("nobody hears that a name was rejected", stages.decided)
def rejection_unpublished(patch):
    patch.setattr(collecting, "publish_all", nothing)


@leak("words whose rules have changed are not read anew", stages.decided)
def rules_alike(patch):
    patch.setattr(naming.Rules, "digest", "0" * 64)


@leak("who is confirmed is found before anybody has approved it", stages.decided)
def confirmed_at_once(patch):
    dossier_of = permissions.dossier_of

    def live(version):
        now = assemble.assemble(version.interview)
        return replace(dossier_of(version), mentions=now.mentions, figures=now.figures)

    patch.setattr(permissions, "dossier_of", live)


@leak("a rejection that is taken back shows all at once", stages.taken_back)
def rejections_alive(patch):
    narrowed = permissions._narrowed

    def forgetting(version, dossier, stored):
        return narrowed(version, replace(dossier, rejections=()), stored)

    patch.setattr(permissions, "_narrowed", forgetting)
