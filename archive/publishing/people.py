"""Who takes part in a testimony, or is spoken of there, by every name that was entered since its last approval.

They are looked for in its words and in those beside it. A name that an archivist changes or removes is looked for until a
moderator has approved the testimony again.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from archive.catalogue.models import EnteredNames, Interview, Participation, Person, PersonMention

from .assemble import text


class Somebody(NamedTuple):
    """``person`` is the key of the person, ``part`` that of the participation, empty for somebody who is spoken of.
    ``shown_as`` are names that are entered to be shown in place of ``names``."""

    person: str
    part: str
    slug: str
    is_narrator: bool
    names: tuple[str, ...]
    shown_as: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return Person.code_of(self.person)

    @property
    def every_name(self) -> tuple[str, ...]:
        return *self.names, *self.shown_as


def people_now(interviews: Iterable[Interview]) -> dict[int, list[Somebody]]:
    """Those of each interview as they stand in the catalogue, by its primary key."""
    pks, found = [interview.pk for interview in interviews], defaultdict(list)
    for p in _with_names(Participation.objects.filter(interview__in=pks)):
        found[p.interview_id].append(_taking_part(p))
    for mention in _with_names(PersonMention.objects.filter(interview__in=pks)):
        person = mention.person
        found[mention.interview_id].append(Somebody(person.key, "", person.slug, False, tuple(names_of(person))))
    return found


def people_of(interview: Interview) -> list[Somebody]:
    """Those of an interview by every name since its last approval."""
    return _together(*(found[interview.pk] for found in (_kept([interview]), people_now([interview]))))


def keep_names(interviews: Iterable[Interview]) -> dict[int, list[Somebody]]:
    """The same of each interview, by its primary key, kept whatever becomes of the names. The caller holds their locks."""
    interviews = list(interviews)
    kept, now = _kept(interviews), people_now(interviews)
    people = {each.pk: _together(kept[each.pk], now[each.pk]) for each in interviews}
    EnteredNames.objects.bulk_create(
        [_row(each, one) for each in interviews for one in people[each.pk] if one not in kept[each.pk]],
        update_conflicts=True,
        unique_fields=["interview", "person_key", "part", "is_narrator"],
        update_fields=["slug", "names"],
    )
    return people


def forget_former_names(interview: Interview) -> None:
    """From now on look for the names as they stand: a moderator has looked at them."""
    EnteredNames.objects.filter(interview=interview).delete()


def forget_people(people: Iterable[Person]) -> None:
    """Keep no name of people who are erased, whatever interview it was entered for."""
    EnteredNames.objects.filter(person_key__in=[person.key for person in people]).delete()


def entered_names(p: Participation) -> tuple[str, ...]:
    """Every form of a name that was entered for somebody who takes part, but for initials."""
    return _taking_part(p).every_name


def names_of(person: Person) -> list[str]:
    """Every name the archive has for a person; the legal name only to look for it, never to show it."""
    known = [*text(person, "name").values(), *(label.text for label in person.labels.all())]
    identity = getattr(person, "identity", None)
    return [*known, identity.legal_name] if identity and identity.legal_name else known


def _taking_part(p: Participation) -> Somebody:
    full, *others = (text(p, name).values() for name in ("name_full", "name_given_initial", "name_pseudonym"))
    names, shown_as = (*full, *names_of(p.person)), tuple(name for one in others for name in one)
    return Somebody(p.person.key, p.key, p.person.slug, p.role == Participation.Role.NARRATOR, names, shown_as)


def _with_names(related) -> QuerySet:
    """Rows that refer to a person, read with every name of that person at once."""
    people = related.select_related("person__identity").defer("person__identity__contacts")
    return people.prefetch_related("person__labels")


def _together(*lists: Iterable[Somebody]) -> list[Somebody]:
    """Everybody once in each part, with all names they have in one of the lists; their address as in the last."""
    found: dict[tuple, Somebody] = {}
    for one in (one for each in lists for one in each):
        known = found.get(key := (one.person, one.part, one.is_narrator), one)
        names, shown_as = dict.fromkeys(known.names + one.names), dict.fromkeys(known.shown_as + one.shown_as)
        found[key] = one._replace(names=tuple(names), shown_as=tuple(shown_as))
    return list(found.values())


def _kept(interviews: Iterable[Interview]) -> dict[int, list[Somebody]]:
    kept = defaultdict(list)
    for row in EnteredNames.objects.filter(interview__in=[interview.pk for interview in interviews]).order_by("pk"):
        one = Somebody(row.person_key, row.part, row.slug, row.is_narrator, *_read(row.names))
        kept[row.interview_id].append(one)
    return kept


def _row(interview: Interview, one: Somebody) -> EnteredNames:
    names = json.dumps([one.names, one.shown_as], ensure_ascii=False)
    said = {"person_key": one.person, "part": one.part, "slug": one.slug, "is_narrator": one.is_narrator}
    return EnteredNames(interview=interview, **said, names=names)


def _read(names: str) -> Iterable[tuple[str, ...]]:
    """The two lists; empty if the secret is lost that they were encrypted with, so that a withdrawal can still be
    published."""
    try:
        return [tuple(each) for each in json.loads(names)]
    except ValueError:
        return (), ()
