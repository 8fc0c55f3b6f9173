"""Leaks in the rules: a scope, a redaction, a rendition or a precision that is not heeded."""

import datetime as dt
from dataclasses import replace

from archive.consent import contents, narrowing
from archive.consent.narrowing import View
from archive.consent.permissions import SCOPES, everything
from archive.consent.schedule import Audience
from archive.document.document import PlaceReference
from archive.publishing import door, permissions, settle
from archive.vault import sound, tasks
from archive.vault.pieces import Piece

from . import checks, stages
from .leaks import ended, leak, passing, scoped

FLAGS = ("audio", "video", "download", "harvest", "ai-use", "legal-use")


def _heedless(scope: str):
    def seed(patch):
        may, may_of = View.may, View.may_of
        patch.setattr(View, "may", lambda view, asked: asked == scope or may(view, asked))
        patch.setattr(View, "may_of", lambda view, key, asked: asked == scope or may_of(view, key, asked))

    return seed


for each in SCOPES:
    check = checks.only_what_is_permitted if each in FLAGS else checks.nothing_in_the_edition
    leak(f"the scope “{each}” is not asked for", scoped(each), check)(_heedless(each))


@leak("words withheld are returned with the rest", stages.spoken)
def whole_passages(patch):
    patch.setattr(narrowing, "redacted", lambda segment, redactions: segment.text)


@leak("time withheld is not taken from the text", stages.spoken, checks.nothing_on_pages)
def time_ignored(patch):
    patch.setattr(narrowing, "taken_from", lambda transcripts, *args: [set() for _ in transcripts])


@leak("the heading of a withheld passage is shown", ended("redacted"))
def headings(patch):
    patch.setattr(contents, "overlaps_any", lambda span, spans: False)


@leak("a heading keeps its words where only some of what it is of is withheld", ended("redacted"))
def headings_of_the_rest(patch):
    patch.setattr(contents, "replace", lambda point, **taken: point)


@leak("the exact place is shown for its ancestor", stages.spoken)
def exact_place(patch):
    def place(view, mention):
        return PlaceReference(place=mention.chain[0].place, relation=mention.relation)

    patch.setattr(View, "place", place)


@leak("the full name is shown for the rendition agreed", stages.spoken, checks.nothing_on_pages)
def full_name(patch):
    named = passing(View.speaker, lambda speaker, view, p: replace(speaker, name=p.names.get("full", speaker.name)))
    patch.setattr(View, "speaker", named)


@leak("a narrator who withdrew is still counted among the speakers", stages.spoken)
def excluded_narrator(patch):
    patch.setattr(View, "is_excluded", lambda view, p: False)


@leak("a narrator who withdrew is still heard", stages.spoken, checks.nothing_on_pages)
def speaks_on(patch):
    patch.setattr(View, "may_speak", lambda view, segment, scope: True)


@leak("two interviews are joined under a name that was not agreed", stages.spoken)
def identity(patch):
    patch.setattr(View, "speaker", passing(View.speaker, lambda speaker, view, p: replace(speaker, identity=p.person)))


@leak("what researchers may see is public", ended("researchers"))
def researchers(patch):
    patch.setitem(narrowing.narrow.__kwdefaults__, "audience", Audience.RESEARCHERS)


@leak("an embargo is over before its day", ended("embargoed"))
def embargo(patch):
    narrow = door.narrow
    patch.setattr(door, "narrow", lambda dossier, allowed, *, on: narrow(dossier, allowed, on=dt.date(2099, 1, 1)))


@leak("a stop is not gathered among the facts", ended("stopped"))
def stop(patch):
    gather = permissions.gather
    patch.setattr(permissions, "gather", lambda *args, **more: replace(gather(*args, **more), is_stopped=False))


@leak("all permissions are taken for granted", ended("withdrawn"))
def everything_granted(patch):
    ratchet = door.ratchet

    def open_door(version):
        dossier, _allowed = ratchet(version)
        return dossier, everything(p.key for p in dossier.participations)

    patch.setattr(door, "ratchet", open_door)


@leak("silenced spans are left out of the recipe", stages.heard, checks.silent_and_untagged)
def recipe_without_silence(patch):
    wanted = settle.wanted
    patch.setattr(settle, "wanted", lambda kind, **what: wanted(kind, **(what | {"silenced": ()} if what else what)))


@leak("silenced spans are ignored when sound is made", stages.heard, checks.silent_and_untagged)
def no_silence(patch):
    patch.setattr(sound, "silenced", lambda block, position, ranges: block)


@leak("pictures are passed on as they came", stages.heard, checks.silent_and_untagged)
def pictures_as_they_came(patch):
    def copies(master, recipe, folder):
        for role in recipe.roles:
            path = folder / f"{role}.jpeg"
            path.write_bytes(master.read_bytes())
            yield Piece(role, path, role.rpartition("-")[2], "image/jpeg", 320, 200)

    patch.setitem(tasks.MAKERS, "image", copies)


@leak("the note on the collection stands in the tags of its sound", stages.heard, checks.silent_and_untagged)
def note_in_tags(patch):
    wanted = settle.wanted

    def marked(kind, **what):
        note = settle.Collection.objects.get().private_note
        return wanted(kind, **(what | {"mark": note} if "mark" in what else what))

    patch.setattr(settle, "wanted", marked)
