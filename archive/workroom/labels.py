"""How a private record is called to the person at work: by its code, and by more only to those who may know more."""

from django.utils.translation import gettext as _

from archive.catalogue.models import Authority, Collection, Interview, Participation, Person, Place

MAY_KNOW_PERSONS = "catalogue.view_personidentity"


def may_know_persons(user) -> bool:
    """Whether names of private persons may stand in lists to choose from, and be searched."""
    return user.has_perm(MAY_KNOW_PERSONS)


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
    if isinstance(record, Authority):
        return str(record)
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
