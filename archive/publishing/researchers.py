"""Who reads as a researcher: access that an administrator gives for a time and a purpose, and ends.

Beside the acts that open and close an interview, because it opens interviews to a person. Who has no access in force on the
day it is asked for reads nothing.
"""

import datetime as dt

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.catalogue.models import ResearcherAccess, User
from archive.custody.events import record

from .refusal import Refused
from .transitions import require

READ = "read_interview_as_researcher"
GROUP = "Researcher"


def access_of(user, *, on: dt.date | None = None) -> ResearcherAccess | None:
    """The access of this person that is in force on the day (else today); None if there is none."""
    if not (user.is_active and user.has_perm(f"catalogue.{READ}")):
        return None
    on = on or timezone.localdate()
    return ResearcherAccess.objects.in_force(on).filter(account_id=user.pk).order_by("-ends_on").first()


@transaction.atomic
def give_access(account: User, *, by, starts_on: dt.date, ends_on: dt.date, purpose: str) -> ResearcherAccess:
    """Let a person read what is open to researchers, from one day until and including another."""
    require(by, "add_researcheraccess", _("Only an administrator can approve researchers."))
    account = User.objects.select_for_update().get(pk=account.pk)
    if account.pk == by.pk:
        raise Refused(_("Nobody approves themselves as a researcher; ask another administrator."))
    if not account.is_active:
        raise Refused(_("This account is closed. Open it again before you give access."))
    if not purpose.strip():
        raise Refused(_("Write what the access is for."))
    if ends_on < starts_on or ends_on < timezone.localdate():
        raise Refused(_("The last day has to be today or later, and not before the first."))
    if account.researcher_accesses.filter(ended_at=None, starts_on__lte=ends_on, ends_on__gte=starts_on).exists():
        raise Refused(_("This person has access in that time already. End it first if it should change."))
    made = ResearcherAccess.objects.create(
        account=account, purpose=purpose.strip(), starts_on=starts_on, ends_on=ends_on, approved_by=by
    )
    account.groups.add(Group.objects.get(name=GROUP))
    User.objects.filter(pk=account.pk).update(is_staff=True)
    record("access-given", by=by, obj=made)
    return made


@transaction.atomic
def end_access(access: ResearcherAccess, *, by) -> None:
    """End an access before its last day; the person's next request is refused."""
    require(by, "change_researcheraccess", _("Only an administrator can end the access of researchers."))
    access = ResearcherAccess.objects.select_for_update(of=("self",)).get(pk=access.pk)
    if access.ended_at:
        raise Refused(_("This access has been ended already."))
    access.ended_by, access.ended_at = by, timezone.now()
    access.save(update_fields=["ended_by", "ended_at"])
    record("access-ended", by=by, obj=access)
