"""The acts on an interview that need a word of confirmation or a reason, each on a page of its own."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Interview

from .confirm import confirm, posted
from .site import workroom


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text=gettext_lazy("For staff only. It is kept."),
    )


@dataclass(frozen=True)
class Act:
    """``slug`` is its address, ``permission`` who may ever do it. Its key in ``ACTS`` is the one
    function of publishing that it calls."""

    slug: str
    permission: str
    title: str
    button: str
    consequences: tuple[str, ...]
    done: str
    form: type[forms.Form] = forms.Form
    is_grave: bool = False
    has_button: bool = True


ACTS = {
    "submit": Act(
        slug="submit",
        permission="catalogue.submit_interview",
        title=gettext_lazy("Submit %(interview)s for review"),
        button=gettext_lazy("Submit for review"),
        consequences=(
            gettext_lazy("A moderator who has not edited it looks at it and approves it or returns it with a reason."),
            gettext_lazy("Nothing becomes public by this."),
        ),
        done=gettext_lazy("It awaits review."),
    ),
    "send_back": Act(
        slug="return",
        permission="catalogue.approve_interview",
        title=gettext_lazy("Return %(interview)s"),
        button=gettext_lazy("Return with a reason"),
        consequences=(
            gettext_lazy("The archivist sees your reason and works on it."),
            gettext_lazy("What is public now stays as it is."),
        ),
        done=gettext_lazy("It was returned."),
        form=ReasonForm,
        has_button=False,
    ),
    "sign_basis": Act(
        slug="sign-basis",
        permission="catalogue.approve_interview",
        title=gettext_lazy("Sign the basis of %(interview)s"),
        button=gettext_lazy("Sign the basis"),
        consequences=(
            gettext_lazy(
                "You state that the archive may hold and describe this account on the basis named in its record."
            ),
            gettext_lazy(
                "Description, claims and citation may be shown after approval; private persons only by their role."
            ),
        ),
        done=gettext_lazy("The basis is signed."),
    ),
    "release": Act(
        slug="release",
        permission="catalogue.release_interview",
        title=gettext_lazy("Release the stop on %(interview)s"),
        button=gettext_lazy("Release the stop"),
        consequences=(gettext_lazy("What was approved and is still permitted today is shown again at once."),),
        done=gettext_lazy("The stop is released."),
        form=ReasonForm,
    ),
    "propose_erasure": Act(
        slug="propose-erasure",
        permission="catalogue.propose_erasure",
        title=gettext_lazy("Propose to erase %(interview)s"),
        button=gettext_lazy("Propose to erase"),
        consequences=(
            gettext_lazy("Nothing is erased now. Somebody else has to confirm it, and reads before what will be gone."),
            gettext_lazy(
                "What is public stays public until then. If it has to go at once, withdraw it or stop its display first."
            ),
            gettext_lazy("Your reason is destroyed with the interview."),
        ),
        done=gettext_lazy("A second person has to confirm it."),
        form=ReasonForm,
        is_grave=True,
    ),
    "take_back_erasure": Act(
        slug="keep",
        permission="catalogue.propose_erasure",
        title=gettext_lazy("Keep %(interview)s"),
        button=gettext_lazy("Do not erase it"),
        consequences=(gettext_lazy("The proposal to erase it ends. Nothing else changes."),),
        done=gettext_lazy("It is kept."),
    ),
    "stop": Act(
        slug="stop",
        permission="catalogue.stop_interview",
        title=gettext_lazy("Stop the display of %(interview)s"),
        button=gettext_lazy("Stop the display"),
        consequences=(
            gettext_lazy(
                "At once nothing of it is public any more: no page, no sound, no picture, nothing in the search."
            ),
            gettext_lazy("Nothing is destroyed. Only a moderator can release the stop."),
        ),
        done=gettext_lazy("Its display is stopped."),
        form=ReasonForm,
        is_grave=True,
    ),
}
BY_SLUG = {act.slug: (name, act) for name, act in ACTS.items()}


def act(request, pk, name):
    """The page of one act on one interview: 403 without the permission, 409 when its state does not allow it."""
    interview = get_object_or_404(Interview, pk=pk)
    if name not in BY_SLUG:
        raise Http404
    code, act = BY_SLUG[name]
    if not request.user.has_perm(act.permission):
        raise PermissionDenied
    if code not in publishing.acts(interview, request.user):
        return impossible(request, interview)
    return confirm(
        request,
        form=act.form(posted(request)),
        do=lambda **data: getattr(publishing, code)(interview, by=request.user, **data),
        back=page_of(interview),
        whence=str(interview),
        title=act.title % {"interview": interview},
        consequences=act.consequences,
        button=act.button,
        done=act.done,
        is_grave=act.is_grave,
    )


def page_of(interview) -> str:
    return reverse("workroom:catalogue_interview_change", args=[interview.pk])


def impossible(request, interview):
    """The page that says that the state of an interview does not allow an act now."""
    context = {
        **workroom.each_context(request),
        "title": _("This cannot be done now"),
        "interview": interview,
        "back": page_of(interview),
        "whence": str(interview),
    }
    return TemplateResponse(request, "workroom/impossible.html", context, status=409)
