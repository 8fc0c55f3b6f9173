"""A moderator's reasoned word on a participant whose status says no."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import ModeratorDecision, Participation

from .acts import page_of
from .confirm import confirm, posted
from .labels import label

MAY_DECIDE = "catalogue.add_moderatordecision"


class DecisionForm(forms.Form):
    matter = forms.ChoiceField(label=gettext_lazy("Matter"), choices=ModeratorDecision.Matter, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("For staff only. It is kept."),
    )


def decide(request, pk):
    """A moderator's word on a participant who is captive or missing, or on a name."""
    if not request.user.has_perm(MAY_DECIDE):
        raise PermissionDenied
    participation = get_object_or_404(Participation.objects.select_related("interview", "person"), pk=pk)
    return confirm(
        request,
        form=DecisionForm(posted(request)),
        do=lambda **data: publishing.decide(participation, by=request.user, **data),
        back=page_of(participation.interview),
        whence=str(participation.interview),
        title=_("Decide about %(who)s") % {"who": label(participation, request.user)},
        consequences=[
            _(
                "Without a decision nothing of a captive or missing person is shown, and a private person is named by role."
            ),
            _("The decision shows nothing by itself; the interview is approved after it."),
        ],
        button=_("Decide"),
        done=_("The decision is on record."),
    )
