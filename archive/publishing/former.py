"""Merged records: what approved versions call them, and where their old addresses lead.

A merge is an edit: it reaches the public when somebody else has approved the kept record.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from msgspec import UNSET

from archive.catalogue.models import Authority, FormerAuthority
from archive.catalogue.vocabulary import Precision
from archive.consent.dossier import Dossier, Mention, PlaceMention
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.document.document import Claim
from archive.document.text import Text
from archive.edition.models import FormerAddress, PublishedAuthority

COARSENESS = {code: rank for rank, code in enumerate(Precision.values)}
Names = dict[tuple[str, str], str]
"""(kind, slug) of a merged record → slug of the record that stands for it."""


def approved_names() -> Names:
    """Merges that have been approved, each followed to its end."""
    rows = FormerAuthority.objects.exclude(leads_to="").values_list("kind", "slug", "leads_to")
    steps = {(kind, slug): target for kind, slug, target in rows}
    return {key: _end(key, steps) for key in steps}


def _end(key: tuple[str, str], steps: Names) -> str:
    kind, slug = key
    while (kind, slug) in steps:
        slug = steps[kind, slug]
    return slug


def current_names(kind: str, slugs: Iterable[str]) -> dict[str, str]:
    """Slugs under which merged records are found in the catalogue now, approved or not; others are left out."""
    found = FormerAuthority.objects.filter(kind=kind, slug__in=set(slugs))
    return dict(found.values_list("slug", "kept__slug"))


def follow(dossier: Dossier) -> Dossier:
    """An approved dossier with the kept records in place of the merged ones.

    Who speaks is not followed: that two narrators are one person is shown only in what has been approved since.
    """
    names = approved_names()
    if not names:
        return dossier

    def name(kind: str) -> Callable[[str], str]:
        return lambda slug: names.get((kind, slug), slug)

    def several(kind: str, slugs) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(name(kind), slugs)))

    return replace(
        dossier,
        places=_places(dossier.places, name("place")),
        topics=several("topic", dossier.topics),
        events=several("event", dossier.events),
        people=several("person", dossier.people),
        claims=_claims(dossier.claims, name("event"), name("question")),
        figures=_figures(dossier.figures, name("person")),
        mentions=_mentions(dossier.mentions, names),
        rejections=_mentions(dossier.rejections, names),
        sittings=tuple(
            replace(
                sitting,
                recordings=tuple(
                    replace(r, index=tuple(replace(p, topics=several("topic", p.topics)) for p in r.index))
                    for r in sitting.recordings
                ),
            )
            for sitting in dossier.sittings
        ),
    )


def _claims(
    claims: tuple[Claim, ...], event: Callable[[str], str], question: Callable[[str], str]
) -> tuple[Claim, ...]:
    """Claims under the kept records; one that now answers a question of other words has to be signed again."""
    moved = {c.answers for c in claims if c.answers and question(c.answers) != c.answers}
    reworded = _reworded() if moved else set()
    return tuple(
        replace(
            c,
            event=event(c.event) if c.event else c.event,
            answers=question(c.answers) if c.answers else c.answers,
            standing=UNSET if c.answers in reworded else c.standing,
        )
        for c in claims
    )


def _reworded() -> set[str]:
    """Slugs of merged questions in whose place, at the end of all their merges, other words were approved."""
    rows = FormerAuthority.objects.filter(kind=Authority.Kind.QUESTION).exclude(leads_to="")
    steps = {slug: (target, is_same) for slug, target, is_same in rows.values_list("slug", "leads_to", "has_same_name")}

    def changes(slug: str) -> bool:
        target, is_same = steps.get(slug, ("", True))
        return not is_same or bool(target) and changes(target)

    return set(filter(changes, steps))


def _places(mentions: tuple[PlaceMention, ...], name: Callable[[str], str]) -> tuple[PlaceMention, ...]:
    """A place that was mentioned under both records is shown as the coarser of the two mentions allowed."""
    found: dict[tuple[str, str], PlaceMention] = {}
    for mention in mentions:
        mention = replace(mention, chain=tuple(replace(link, place=name(link.place)) for link in mention.chain))
        key = mention.chain[0].place, mention.relation
        known = found.get(key)
        if known is None or COARSENESS[known.precision] < COARSENESS[mention.precision]:
            found[key] = mention
    return tuple(found.values())


def _mentions(mentions: tuple[Mention, ...], names: Names) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(replace(m, slug=names.get((m.kind, m.slug), m.slug)) for m in mentions))


def _figures(figures: dict, name: Callable[[str], str]) -> dict:
    """Somebody mentioned under both records is a public figure in the times that both say."""
    found: dict = {}
    for slug, spans in figures.items():
        known = found.get(name(slug))
        found[name(slug)] = spans if known is None else tuple(span for span in spans if span in known)
    return found


def approve_merges(kept: Authority) -> None:
    """From now on the public meets the kept record wherever it met one that was merged into it."""
    now = Authority.objects.only("snapshot").get(pk=kept.pk)
    for former in FormerAuthority.objects.filter(kept=kept, leads_to=""):
        known = PublishedAuthority.objects.filter(kind=former.kind, slug=former.slug)
        former.was_public, former.has_same_name = known.exists(), _name(former) == _name(now)
        former.leads_to, former.snapshot = kept.slug, ""
        former.save()


def _name(approved: Authority | FormerAuthority) -> Text | None:
    """The names that were approved of a record, None if none ever were."""
    return canonical.load(approved.snapshot, AuthorityCard).name if approved.snapshot else None


def refresh_addresses() -> bool:
    """Let old addresses lead to what is public in their stead, and nowhere else; true if any changed.

    Addresses of persons never lead on: they could tell that two narrators are one.
    """
    known = FormerAuthority.objects.filter(was_public=True).exclude(kind=Authority.Kind.PERSON)
    wanted = set(known.values_list("kind", "slug"))
    old = {(a.kind, a.slug): a.target for a in FormerAddress.objects.all()}
    if not (wanted or old):
        return False
    names = {key: target for key, target in approved_names().items() if key in wanted}
    public = set(PublishedAuthority.everything.filter(slug__in=names.values()).values_list("kind", "slug"))
    new = {(kind, slug): target for (kind, slug), target in names.items() if (kind, target) in public}
    if new != old:
        FormerAddress.objects.all().delete()
        FormerAddress.objects.bulk_create(
            FormerAddress(kind=kind, slug=slug, target=target) for (kind, slug), target in sorted(new.items())
        )
    return new != old
