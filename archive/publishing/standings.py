"""How a claim stands: a judgement, and so somebody's, with a signature and a day."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from archive.catalogue.models import Claim, Interview
from archive.custody import acting
from archive.custody.events import record
from archive.document.text import LANGUAGES, Text

from .collecting import together
from .refusal import Refused, refusing
from .transitions import require


@transaction.atomic
def sign_claim(claim: Claim, *, by, standing: str, signature: Text, on: dt.date | None) -> Claim:
    """Say how a claim stands; an empty ``standing`` takes the judgement back. Readers see it after the next approval.

    ``signature`` is how readers see who signed, ``on`` the day, today or before. The account that signs is kept beside it.
    """
    require(by, "change_claim", _("You may not say how a claim stands."))
    if standing and not (on and any(signature.values())):
        raise Refused(_("Say who signs how it stands, and on which day."))
    claim.standing = Claim.Standing(standing) if standing else ""
    claim.signed_on, claim.signed_by = (on, by) if standing else (None, None)
    for language in LANGUAGES:
        setattr(claim, f"signature_{language}", signature.get(language) if standing else None)
    with refusing():
        claim.clean()
    with acting(by), together():
        claim.save(signs=True)
    record("standing-signed", by=by, obj=claim, interview=claim.interview)
    return claim


@transaction.atomic
def end_signatures(interview: Interview, passages: Iterable[str]) -> int:
    """Take the judgements from the claims made from passages that say something else now; return how many there were."""
    claims = list(Claim.objects.filter(interview=interview, passage__in=passages).exclude(standing=""))
    for claim in claims:
        claim.unsign()
        claim.has_lapsed = True
        claim.save()
    return len(claims)
