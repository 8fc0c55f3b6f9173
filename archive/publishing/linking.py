"""Cards name other records only while those are public themselves."""

from collections.abc import Container, Iterable
from dataclasses import replace

from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.edition.models import PublishedAuthority

from .authorities import Cards, approved_cards
from .naming import Key

LINKS = {"question": "event", "event": "place"}
"""The kinds whose cards name another record beside what stands above them: by kind the field, called as the kind named."""

LINKED = {*LINKS, *LINKS.values()}


def linked(cards: Cards) -> Cards:
    """The cards as they may stand in the edition together with what stands there: each names only what is public."""
    public = _public(cards.values()) | cards.keys()
    return {key: _linked(card, public) for key, card in cards.items()}


def refresh_links() -> bool:
    """Let the cards of the edition name what was approved of them, as far as it is public now; true if any changed."""
    rows = {(row.kind, row.slug): row for row in PublishedAuthority.everything.filter(kind__in=LINKS)}
    approved = _followed({key: row.content for key, row in rows.items()})
    public = _public(approved.values())
    changed = False
    for key, card in approved.items():
        row, now = rows[key], canonical.dump(_linked(card, public))
        if row.card != now:
            PublishedAuthority.everything.filter(pk=row.pk).update(card=now)
            changed = True
    return changed


def _followed(cards: Cards) -> Cards:
    """The cards of the edition with what was approved to be named by those that name nothing, or nothing public."""
    public = _public(cards.values())
    silent = {key for key, card in cards.items() if not _target(card) or _target(card) not in public}
    approved = approved_cards(silent) if silent else {}
    return {key: replace(cards[key], **{LINKS[key[0]]: _named(approved[key])}) for key in silent & approved.keys()}


def _linked(card: AuthorityCard, public: Container[Key]) -> AuthorityCard:
    target = _target(card)
    return card if target is None or target in public else replace(card, **{LINKS[card.kind]: ""})


def _target(card: AuthorityCard) -> Key | None:
    """The record that a card names, None if it names none."""
    return (LINKS[card.kind], _named(card)) if card.kind in LINKS and _named(card) else None


def _named(card: AuthorityCard) -> str:
    return getattr(card, LINKS[card.kind]) or ""


def _public(cards: Iterable[AuthorityCard]) -> set[Key]:
    """Which of the records that these cards name stand in the edition."""
    targets = set(filter(None, map(_target, cards)))
    if not targets:
        return set()
    found = PublishedAuthority.everything.filter(slug__in={slug for _kind, slug in targets})
    return targets & set(found.values_list("kind", "slug"))
