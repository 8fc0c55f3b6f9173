"""The moderator's pages: what waits, and one interview with all that is needed to decide on it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from archive import publishing
from archive.catalogue.models import ConsentRecord, Interview

from .confirm import posted
from .dashboard import awaiting
from .passage import MAY_REDACT, MAY_WAIVE
from .preview import authorities
from .site import workroom
from .standing import standing

MAY_APPROVE = "catalogue.approve_interview"
MAY_VIEW = "catalogue.view_interview"

WHERE = {
    "title": gettext_lazy("in the title"),
    "abstract": gettext_lazy("in the summary"),
    "notice": gettext_lazy("in the content notice"),
    "index": gettext_lazy("in the contents"),
    "passage": gettext_lazy("in a passage"),
    "name": gettext_lazy("in a name"),
    "paper": gettext_lazy("in a document"),
    "source": gettext_lazy("in a source"),
    "claim": gettext_lazy("in a claim"),
    "record": gettext_lazy("in the words of a place, topic or event"),
    "collection": gettext_lazy("in the words of its collection"),
}
CERTAINTY = {
    "certain": gettext_lazy("certain"),
    "likely": gettext_lazy("likely"),
    "possible": gettext_lazy("possible"),
}


class ApprovalForm(forms.Form):
    """``seen`` is the digest of what was on the page; every point of the checklist has to be ticked."""

    seen = forms.CharField(widget=forms.HiddenInput)
    checklist = forms.MultipleChoiceField(
        label=gettext_lazy("I have checked"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, points, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["checklist"].choices = points


@require_safe
def queue(request):
    """Everything that waits for a moderator."""
    if not request.user.has_perm(MAY_APPROVE):
        raise PermissionDenied
    context = {
        **workroom.each_context(request),
        "title": _("What waits for review"),
        "awaiting": awaiting(request.user),
    }
    return TemplateResponse(request, "workroom/queue.html", context)


def review(request, pk):
    """Look at an interview, and approve it: 409 with the page anew if it changed since it was looked at."""
    if not request.user.has_perm(MAY_APPROVE):
        raise PermissionDenied
    interview = get_object_or_404(Interview.objects.select_related("collection"), pk=pk)
    look = publishing.look(interview)
    form = ApprovalForm(posted(request), points=look.checklist, initial={"seen": look.digest})
    status = 200
    if request.method == "POST" and form.is_valid():
        if _approve(request, interview, form):
            return redirect(reverse("workroom:catalogue_interview_change", args=[pk]))
        interview.refresh_from_db()
        look = publishing.look(interview)
        status = 409
        form = _with_digest(form, look)
    context = {
        **_context(request, interview, look),
        "form": form,
        "title": _("Review %(interview)s") % {"interview": interview},
    }
    return TemplateResponse(request, "workroom/review.html", context, status=status)


def _approve(request, interview, form) -> bool:
    try:
        publishing.approve(
            interview, by=request.user, seen=form.cleaned_data["seen"], checklist=set(form.cleaned_data["checklist"])
        )
    except publishing.Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return False
    messages.success(request, _("It is approved. What is permitted today is public; the rest follows on its day."))
    return True


def _with_digest(form, look):
    """The refused form, bound to what is on the page now; what was ticked has to be ticked again for it."""
    data = form.data.copy()
    data["seen"] = look.digest
    data.setlist("checklist", [])
    form.data = data
    return form


@require_safe
def preview(request, pk):
    """What the public would see if the interview were approved as it stands; nothing can be done here."""
    if not request.user.has_perm(MAY_VIEW):
        raise PermissionDenied
    interview = get_object_or_404(Interview.objects.select_related("collection"), pk=pk)
    context = {
        **_context(request, interview, publishing.look(interview)),
        "title": _("Preview of %(interview)s") % {"interview": interview},
    }
    return TemplateResponse(request, "workroom/preview.html", context)


def _context(request, interview, look) -> dict:
    return {
        **workroom.each_context(request),
        "interview": interview,
        "look": look,
        "document": look.document,
        "sightings": [
            (s, WHERE.get(s.where, s.where), CERTAINTY.get(s.certainty, s.certainty)) for s in look.sightings
        ],
        "participations": interview.participations.select_related("interview"),
        "records": ConsentRecord.objects.filter(participation__interview=interview).select_related(
            "participation__interview", "evidence"
        ),
        "names": authorities(look.document) if look.document else None,
        "reading_names": authorities(look.reading) if look.reading else None,
        "standing": standing(interview),
        "refusals": look.refusals(request.user),
        "acts": publishing.acts(interview, request.user),
        "may_redact": request.user.has_perm(MAY_REDACT),
        "may_waive": request.user.has_perm(MAY_WAIVE),
        "back": reverse("workroom:catalogue_interview_change", args=[interview.pk]),
        "whence": str(interview),
    }
