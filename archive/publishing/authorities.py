"""The light approval of places, topics, events and persons, and the cards the public knows them by."""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from archive.catalogue.models import Authority, FormerAuthority, Interview, Label, Place, Topic
from archive.custody.events import record
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.edition.models import FacetValue

from .assemble import text
from .former import Names, approve_merges, approved_names
from .naming import Cards, any_of, forms, leads_to, with_leading
from .own_words import is_unsaid, of_wording
from .refusal import Refused


@transaction.atomic
def approve_authority(authority: Authority, *, by, seen: str | None = None) -> None:
    """Let the public see this record as it stands; refused to whoever edited it last.

    ``seen`` is the digest of what a moderator looked at (``authority_review.look_at``): refused if anything has changed
    since. None is for those who look at no page.

    Every interview that refers to it is published anew, so that a corrected name reaches every page; where words name
    it, the worker finds it afterwards.
    """
    from .authority_review import look_at
    from .beside import says_more
    from .door import publish_all, wait_for_approvals
    from .pages import refresh_card
    from .renaming import begin_looking, find_soon

    stored = Authority.objects.select_for_update().get(pk=authority.pk)
    if not by.has_perm("catalogue.approve_interview"):
        raise Refused(_("Only a moderator can approve a record."))
    if stored.edited_by_id == by.pk or stored.pending_edits.filter(editor=by).exists():
        raise Refused(_("You edited this record yourself; somebody else has to approve it."))
    if seen is not None and look_at(stored).digest != seen:
        raise Refused(_("This record has changed since you looked. Look at it again before you approve it."))
    answering = Interview.objects.filter(claims__answers=stored.pk)
    concerned = {each.pk for some in (_recorded(stored), referring(stored), answering) for each in some}
    wait_for_approvals(Interview.objects.filter(pk__in=concerned))
    card = card_of(getattr(stored, stored.kind))
    former = canonical.load(stored.snapshot, AuthorityCard) if stored.snapshot else None
    Authority.objects.filter(pk=stored.pk).update(
        snapshot=canonical.dump(card), forms=forms(card), approved_revision=stored.revision, approved_by=by
    )
    stored.pending_edits.all().delete()
    approve_merges(stored)
    record("authority-approved", by=by, obj=stored, after=canonical.digest(card))
    publish_all({*referring(stored), *answering}, rewrite=True)
    if stored.kind == Authority.Kind.QUESTION and is_unsaid(of_wording(card)):
        raise Refused(
            _("The question says a name that one of the testimonies may not be linked to. Word it without the name.")
        )
    refresh_card(stored.kind, stored.slug)
    if former and (says_more(card, former) or leads_to(card) != leads_to(former)):
        begin_looking(stored)
    find_soon(stored)


def referring(authority: Authority) -> Iterable[Interview]:
    """Interviews whose public pages may name this record: by reference, or through one whose page leads to it."""
    keys = with_leading([(authority.kind, slug) for slug in {authority.slug, *_former_slugs(authority)}])
    shown = FacetValue.everything.filter(any_of("facet", "value", keys))
    references = shown.values_list("interview__reference", flat=True)
    recorded = _recorded(authority).values_list("pk", flat=True)
    public = Interview.objects.filter(publication__reference__in=list(references)).values_list("pk", flat=True)
    return Interview.objects.filter(pk__in={*recorded, *public}).approved_once()


def _former_slugs(authority: Authority) -> Iterable[str]:
    return authority.former.values_list("slug", flat=True)


def _recorded(authority: Authority) -> QuerySet[Interview]:
    """Interviews of whose records it is a part, approved or not."""
    leading = with_leading([(authority.kind, authority.slug)]) - {(authority.kind, authority.slug)}
    further = Authority.objects.filter(any_of("kind", "slug", leading)) if leading else Authority.objects.none()
    return Interview.objects.mentioning_any({*with_narrower(authority), *further.values_list("pk", flat=True)})


def with_narrower(authority: Authority) -> set[int]:
    """The keys of a record and of all that are part of it or narrower."""
    pks, frontier = {authority.pk}, {authority.pk}
    model, parent = {"place": (Place, "parent"), "topic": (Topic, "broader")}.get(authority.kind, (None, None))
    while model and frontier:
        below = model.objects.filter(**{f"{parent}__in": frontier})
        frontier = set(below.values_list("pk", flat=True)) - pks
        pks |= frontier
    return pks


def card_of(record) -> AuthorityCard:
    """The card of a record as it stands in the catalogue, private labels left out."""
    card = {
        "kind": record.kind,
        "slug": record.slug,
        "name": text(record, "name"),
        "variants": _variants(record),
        "roles": _roles(record),
    }
    if record.kind == "place":
        card |= _place(record)
    elif record.kind == "topic":
        card |= {"parent": _approved_slug(record.broader), "scope_note": text(record, "scope_note")}
    elif record.kind == "event":
        card |= {
            "happened": record.happened,
            "attribution": text(record, "attribution"),
            "place": _approved_slug(record.location),
        }
    elif record.kind == "question":
        card |= {"introduction": text(record, "introduction"), "event": _approved_slug(record.about)}
    return AuthorityCard(**card)


def _approved_slug(record: Authority | None) -> str:
    """The slug of another record, if that one has been approved; what nobody approved is not pointed to."""
    return record.slug if record is not None and record.snapshot else ""


def _variants(record) -> dict[str, tuple[str, ...]]:
    variants: dict[str, list[str]] = {}
    for label in record.labels.filter(is_public=True).order_by("language", "text"):
        variants.setdefault(label.language, []).append(label.text)
    return {language: tuple(texts) for language, texts in variants.items()}


def _roles(record) -> dict[str, str]:
    """What the public labels are that are more than another spelling."""
    labels = record.labels.filter(is_public=True).exclude(role=Label.Role.VARIANT)
    return dict(labels.order_by("text", "language").values_list("text", "role"))


def _place(place) -> dict:
    identifiers = {"katottg": place.katottg, "geonames": place.geonames_id, "wikidata": place.wikidata_id}
    return {
        "parent": _approved_slug(place.parent),
        "level": place.level,
        "is_invented": place.is_invented,
        "latitude": None if place.latitude is None else float(place.latitude),
        "longitude": None if place.longitude is None else float(place.longitude),
        "identifiers": {name: value for name, value in identifiers.items() if value},
    }


def _followed(card: AuthorityCard, names: Names) -> AuthorityCard:
    """A card that points to records by the addresses they have since their merge was approved."""
    parent = names.get((card.kind, card.parent), card.parent)
    event = names.get(("event", card.event), card.event) if card.event else card.event
    return replace(card, parent=parent, place=names.get(("place", card.place), card.place), event=event)


def approved_cards(wanted: Iterable[tuple[str, str]]) -> Cards:
    """The approved cards of these (kind, slug) and of everything above them; what is not approved is not there.

    A record that was merged keeps its own card until the merge is approved.
    """
    cards: Cards = {}
    names = approved_names()
    wanted = set(wanted)
    while wanted:
        slugs = {slug for _, slug in wanted}
        found = [
            *FormerAuthority.objects.filter(slug__in=slugs)
            .exclude(snapshot="")
            .values_list("kind", "slug", "snapshot"),
            *Authority.objects.filter(slug__in=slugs).exclude(snapshot="").values_list("kind", "slug", "snapshot"),
        ]
        fresh = {
            (k, s): _followed(canonical.load(snap, AuthorityCard), names) for k, s, snap in found if (k, s) in wanted
        }
        cards |= fresh
        above = {(c.kind, c.parent) for c in fresh.values() if c.parent}
        wanted = above - cards.keys()
    return cards


def with_what_they_lead_to(cards: Cards) -> Cards:
    """These cards and the approved ones that their pages lead to, at however many steps."""
    reached, asked = dict(cards), set(cards)
    while beyond := {key for card in reached.values() for key in leads_to(card)} - asked:
        reached |= approved_cards(beyond)
        asked |= beyond
    return reached
