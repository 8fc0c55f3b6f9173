"""How a private record is called to the person at work: by its code, and by more only to those who may know more."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import Collection, Interview, Participation, Person, PersonStatus, Place

ROLES = {
    "Archivist": gettext_lazy("archivist"),
    "Moderator": gettext_lazy("moderator"),
    "Administrator": gettext_lazy("administrator"),
}
"""The groups of staff in words; one that somebody has added keeps its own name."""

MAY_KNOW_PERSONS = "catalogue.view_personidentity"
PUBLIC_FIGURE = PersonStatus.Kind.PUBLIC_FIGURE


def may_know_persons(user) -> bool:
    """Whether names of private persons may stand in lists to choose from, and be searched."""
    return user.has_perm(MAY_KNOW_PERSONS)


def may_know_person(user, person: Person | None) -> bool:
    """Whether the name may stand on the person's own page: that of a public figure is there to be approved."""
    return may_know_persons(user) or bool(person) and person.statuses.filter(kind=PUBLIC_FIGURE).exists()


def label(record, user) -> str:
    """The words for ``record`` in a list to choose from; never more than ``user`` may see on its own page."""
    if isinstance(record, Person):
        return _person(record, user)
    if isinstance(record, Participation):
        return _joined(str(record), may_know_persons(user) and record.person.name)
    if isinstance(record, Interview):
        return _joined(str(record), record.title)
    if isinstance(record, Collection):
        return _joined(record.code, record.name)
    if isinstance(record, Place):
        return _place(record)
    if isinstance(record, Group):
        return str(ROLES.get(record.name, record.name))
    return str(record)


def short_label(participation, user) -> str:
    """A participant on a page that says already which interview it is."""
    who = f"{participation.get_role_display()} {participation.position + 1}"
    return _joined(who, may_know_persons(user) and participation.person.name)


def _person(person, user) -> str:
    return _joined(str(person), may_know_persons(user) and person.name)


def _place(place) -> str:
    """Namesakes are told apart by level and by what they are part of."""
    inside = place.parent.name if place.parent else ""
    words = _joined(place.name or place.slug, place.get_level_display(), inside)
    return _("%(place)s (invented place)") % {"place": words} if place.is_invented else words


def _joined(*parts) -> str:
    return " · ".join(str(part) for part in parts if part)
