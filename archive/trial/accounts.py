"""The two system accounts whose hands a trial's records go through. Nobody can sign in to them."""

from typing import NamedTuple

from django.contrib.auth.models import Group

from archive.catalogue.models import User

ROLES = {"trial-archivist": "Archivist", "trial-moderator": "Moderator"}


class Accounts(NamedTuple):
    """Who enters and submits, and who approves."""

    archivist: User
    moderator: User


def ensure() -> Accounts:
    """The accounts, made without a password where they are missing."""
    return Accounts(*(_account(name, role) for name, role in ROLES.items()))


def _account(name: str, role: str) -> User:
    account, is_new = User.objects.get_or_create(username=name)
    if is_new:
        account.set_unusable_password()
        account.save(update_fields=["password"])
        account.groups.set([Group.objects.get(name=role)])
    return account
