"""How an interview stands today, in sentences, and the buttons for what the person at work may do with it."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from archive import publishing
from archive.catalogue.models import Erasure, Interview, Publication, ResearchListing

from .acts import ACTS
from .passage import MAY_REDACT
from .withdrawal import MAY_WITHDRAW

State = Interview.State
MAY_VIEW_NAMES = "catalogue.view_mention"


@dataclass(frozen=True)
class Button:
    words: str
    address: str
    is_grave: bool = False


@dataclass(frozen=True)
class Standing:
    """``state`` is the word of the state; ``sentences`` say the rest."""

    state: str
    sentences: list[str]
    is_public: bool


def standing(interview: Interview) -> Standing:
    """What staff should know before touching the interview."""
    publication = Publication.objects.filter(interview=interview).first()
    is_public = bool(publication and publication.is_public)
    sentences = [_publication(publication)] if publication else [_("It has never been public.")]
    sentences += (
        _erasure(interview)
        + _held(publication)
        + _for_researchers(interview)
        + _returned(interview)
        + _edits(interview)
        + _stops(interview)
        + _withdrawals(interview)
    )
    return Standing(interview.get_state_display(), sentences, is_public)


def buttons(interview: Interview, user) -> list[Button]:
    """One button for each act possible now, in the order of the work."""
    acts = publishing.acts(interview, user)
    found = [Button(_("Preview"), reverse("workroom:preview", args=[interview.pk]))]
    if "approve" in acts or "send_back" in acts:
        found = [Button(_("Review"), reverse("workroom:review", args=[interview.pk]))]
    found += _public_page(interview)
    for name, act in ACTS.items():
        if name in acts and act.has_button:
            address = reverse("workroom:act", args=[interview.pk, act.slug])
            found.append(Button(act.button, address, act.is_grave))
    if "erase_interview" in acts:
        found.append(Button(_("Confirm the erasure"), reverse("workroom:erase", args=[interview.pk]), True))
    if user.has_perm(MAY_VIEW_NAMES):
        found.append(Button(_("Names found in the text"), reverse("workroom:mentions", args=[interview.pk])))
    if user.has_perm(MAY_REDACT):
        found.append(Button(_("Withhold a passage"), reverse("workroom:redact", args=[interview.pk]), True))
    if user.has_perm(MAY_WITHDRAW):
        address = reverse("workroom:choose-withdrawal", args=[interview.pk])
        found.append(Button(_("Withdraw agreement"), address, True))
    return found


def _public_page(interview) -> list[Button]:
    """Where this process also serves the public."""
    publication = Publication.objects.filter(interview=interview, is_public=True).first()
    if publication is None or settings.HOLOS_ROLE != "all":
        return []
    return [Button(_("Public page"), reverse("interview-detail", args=[publication.reference]))]


def _publication(publication) -> str:
    if publication.is_public:
        since = date_format(localtime(publication.first_public_at), "DATE_FORMAT")
        return _("It is public as %(reference)s, first on %(day)s.") % {
            "reference": publication.reference,
            "day": since,
        }
    if publication.first_public_at:
        return _("It was public as %(reference)s and is not available now.") % {"reference": publication.reference}
    return _("It has never been public.")


def _held(publication) -> list[str]:
    if publication is None:
        return []
    if not publication.is_held:
        return _left_out(publication)
    return [
        _(
            "It is held back: a name or place that is withheld by now stands in its words or in those of its collection. A "
            "moderator withholds the passage or lets it stand, or the text is changed and approved again."
        )
    ]


def _left_out(publication) -> list[str]:
    listing = ResearchListing.objects.filter(interview=publication.interview_id).first()
    left_out = [*publication.left_out, *(listing.left_out if listing else ())]
    if not left_out:
        return []
    records = ", ".join(slug for _kind, slug in left_out)
    return [
        _(
            "It is not shown with %(records)s: the words there name somebody whom it withholds, or who tells it. A "
            "moderator lets them stand, or they are changed and approved again."
        )
        % {"records": records}
    ]


def _for_researchers(interview) -> list[str]:
    listing = ResearchListing.objects.filter(interview=interview).first()
    if listing is None or not listing.beyond:
        return []
    if listing.is_held:
        return [
            _(
                "It is held back from researchers: a name or place that is withheld by now stands in words that only "
                "they would read. A moderator withholds the passage or lets it stand."
            )
        ]
    return [_("Approved researchers read more of it: %(parts)s.") % {"parts": ", ".join(listing.beyond_in_words)}]


def _erasure(interview) -> list[str]:
    proposal = Erasure.objects.filter(interview=interview).select_related("proposed_by").first()
    if proposal is None:
        return []
    return [
        _("%(who)s proposes to erase it: “%(reason)s” Somebody else has to confirm it.")
        % {"who": proposal.proposed_by, "reason": proposal.reason}
    ]


def _returned(interview) -> list[str]:
    if interview.state != State.RETURNED:
        return []
    return [_("It was returned: “%(reason)s”") % {"reason": interview.return_reason}]


def _edits(interview) -> list[str]:
    if interview.state != State.APPROVED or not interview.pending_edits.exists():
        return []
    return [_("It was edited after its approval; the public sees none of that until it is approved again.")]


def _stops(interview) -> list[str]:
    stop = interview.stops.filter(released_at=None).first()
    return [_("Its display is stopped: “%(reason)s”") % {"reason": stop.reason}] if stop else []


def _withdrawals(interview) -> list[str]:
    withdrawn = interview.participations.filter(withdrawals__isnull=False).select_related("interview").distinct()
    return [_("%(who)s has withdrawn agreement.") % {"who": participation} for participation in withdrawn]
