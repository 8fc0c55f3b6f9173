"""A narrator's no: entered here, in force at once, never edited."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Interview, Participation, Withdrawal
from archive.catalogue.vocabulary import Scope

from .acts import page_of
from .confirm import confirm, posted
from .fields import DayInput
from .labels import label
from .record import RecordAdmin, ViewOnly
from .site import workroom

MAY_WITHDRAW = "catalogue.add_withdrawal"


@admin.register(Withdrawal, site=workroom)
class WithdrawalAdmin(ViewOnly, RecordAdmin):
    """A narrator's no, as it was received. It is entered on the page of the interview and never edited."""

    list_display = ("__str__", "requester", "verified", "received_on", "wish")
    list_filter = ("verified", "wish")
    list_select_related = ("participation__interview",)
    search_fields = ("participation__interview__code",)
    fields = (
        "participation", "requester", "verified", "received_on", "withdrawn", "wish", "answer", "private_note",
        "entered_by", "entered_at",
    )  # fmt: skip
    readonly_fields = ("withdrawn",)

    @admin.display(description=gettext_lazy("withdrawn"))
    def withdrawn(self, withdrawal):
        if withdrawal.is_whole:
            return _("everything")
        return "; ".join(str(Scope(scope).label) for scope in withdrawal.scopes)


class WithdrawalForm(forms.Form):
    """What was asked, by whom, and what should become of the recording."""

    requester = forms.ChoiceField(label=gettext_lazy("Asked by"), choices=Withdrawal.Requester)
    verified = forms.ChoiceField(
        label=gettext_lazy("How verified"),
        choices=Withdrawal.Verified,
        initial=Withdrawal.Verified.NOT_YET,
        help_text=gettext_lazy("Do not wait for verification: withdraw first, verify afterwards."),
    )
    received_on = forms.DateField(label=gettext_lazy("Received on"), widget=DayInput)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Only for"),
        choices=Scope,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nothing ticked: everything is withdrawn."),
    )
    wish = forms.ChoiceField(
        label=gettext_lazy("Wish for the recording"), choices=Withdrawal.Wish, initial=Withdrawal.Wish.NOT_SAID
    )
    answer = forms.ChoiceField(
        label=gettext_lazy("At the old address"), choices=Withdrawal.Answer, widget=forms.RadioSelect
    )
    private_note = forms.CharField(
        label=gettext_lazy("Note for staff"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )


def choose(request, pk):
    """Whose agreement to an interview is withdrawn: each participant has a page."""
    if not request.user.has_perm(MAY_WITHDRAW):
        raise PermissionDenied
    interview = get_object_or_404(Interview, pk=pk)
    participations = interview.participations.select_related("interview", "person")
    context = {
        **workroom.each_context(request),
        "title": _("Withdraw agreement to %(interview)s") % {"interview": interview},
        "choices": [(participation.pk, label(participation, request.user)) for participation in participations],
        "back": page_of(interview),
        "whence": str(interview),
    }
    return TemplateResponse(request, "workroom/withdraw.html", context)


def withdraw(request, pk):
    """Enter a withdrawal; it takes effect before the answer is sent."""
    if not request.user.has_perm(MAY_WITHDRAW):
        raise PermissionDenied
    participation = get_object_or_404(Participation.objects.select_related("interview", "person"), pk=pk)
    return confirm(
        request,
        form=WithdrawalForm(posted(request), initial={"received_on": timezone.localdate(), "answer": "tombstone"}),
        do=lambda **data: publishing.withdraw(participation, by=request.user, **data),
        back=page_of(participation.interview),
        whence=str(participation.interview),
        title=_("Withdraw the agreement of %(who)s") % {"who": label(participation, request.user)},
        consequences=[
            _("At once: what is withdrawn is gone from every page, the search, the sound and the files."),
            _(
                "If others took part, the whole interview is stopped until a moderator has looked at what remains of it."
            ),
            _(
                "Masters are kept closed; what the narrator wants done with the recording is noted. To have it destroyed, propose its erasure."
            ),
            _("This cannot be undone. If the narrator agrees again, a new agreement is entered and approved."),
        ],
        button=_("Withdraw now"),
        done=_("The withdrawal is in force."),
        is_grave=True,
    )
