"""The demonstration accounts: one for each role, with passwords made once for this data directory."""

import datetime as dt
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group

from archive import publishing
from archive.catalogue.models import User

ROLES = {
    "archivist": "Archivist",
    "moderator": "Moderator",
    "administrator": "Administrator",
    "researcher": "Researcher",
}
PURPOSE = "To show what approved researchers read. Nobody is behind this account."
YEAR = dt.timedelta(days=365)


def passwords_file() -> Path:
    """Where the passwords of the demonstration lie, readable by their owner alone."""
    return settings.HOLOS_DATA_DIR / "demonstration-accounts.txt"


def ensure() -> dict[str, User]:
    """The accounts by name; those that are missing are made, and keep their password from then on."""
    known = passwords()
    fresh = {name: secrets.token_urlsafe(9) for name in ROLES if name not in known}
    if fresh:
        _keep(known | fresh)
    return {name: _account(name, (known | fresh)[name], is_new=name in fresh) for name in ROLES}


def admit(people: dict[str, User], *, today: dt.date) -> None:
    """Let the researcher read for a year."""
    publishing.give_access(
        people["researcher"], by=people["administrator"], starts_on=today, ends_on=today + YEAR, purpose=PURPOSE
    )


def passwords() -> dict[str, str]:
    """Account name → password; empty before the sample was loaded."""
    if not passwords_file().exists():
        return {}
    lines = passwords_file().read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def _keep(known: dict[str, str]) -> None:
    passwords_file().parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(passwords_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.writelines(f"{name}\t{password}\n" for name, password in known.items())


def _account(name: str, password: str, *, is_new: bool) -> User:
    account, is_made = User.objects.get_or_create(
        username=name, defaults={"is_staff": True, "first_name": name.title()}
    )
    if is_made or is_new:
        account.set_password(password)
        account.save(update_fields=["password"])
        account.groups.set([Group.objects.get(name=ROLES[name])])
    return account
