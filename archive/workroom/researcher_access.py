"""Access as a researcher on the page of an account: what was given, the page that gives it, the page that ends it."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import ResearcherAccess, User

from .confirm import confirm, posted
from .fields import DayInput
from .record import TabularPart, ViewOnly

MAY_GIVE = "catalogue.add_researcheraccess"
MAY_END = "catalogue.change_researcheraccess"


class ResearcherAccessPart(ViewOnly, TabularPart):
    model = ResearcherAccess
    fk_name = "account"
    fields = ("purpose", "starts_on", "ends_on", "approved_by", "today")
    readonly_fields = ("approved_by", "today")
    verbose_name_plural = gettext_lazy("access as a researcher")

    @admin.display(description=gettext_lazy("today"))
    def today(self, access):
        """How it stands, and the way to end it."""
        if access.ended_at:
            return _("ended on %(day)s") % {"day": date_format(timezone.localtime(access.ended_at), "DATE_FORMAT")}
        if access.ends_on < timezone.localdate():
            return _("run out")
        words = _("in force") if access.starts_on <= timezone.localdate() else _("not yet begun")
        return format_html(
            '{} · <a href="{}">{}</a>', words, reverse("workroom:end-access", args=[access.pk]), _("End")
        )


class AccessForm(forms.Form):
    purpose = forms.CharField(
        label=gettext_lazy("Purpose of the research"),
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text=gettext_lazy("Who asks, for which work, on whose word. For administrators only. It is kept."),
    )
    starts_on = forms.DateField(label=gettext_lazy("From"), widget=DayInput, initial=timezone.localdate)
    ends_on = forms.DateField(
        label=gettext_lazy("Until and including"),
        widget=DayInput,
        help_text=gettext_lazy("After this day the account reads nothing more; give access anew if it is needed."),
    )


def give(request, pk):
    """Let a person read as a researcher for a time."""
    if not request.user.has_perm(MAY_GIVE):
        raise PermissionDenied
    account = get_object_or_404(User, pk=pk)
    return confirm(
        request,
        form=AccessForm(posted(request)),
        do=lambda **data: publishing.give_access(account, by=request.user, **data),
        back=page_of(account),
        whence=str(account),
        title=_("Give %(account)s access as a researcher") % {"account": account},
        consequences=[
            _("The person reads and hears what narrators opened to researchers, as far as it has been approved."),
            _("Withdrawals, stops and withheld passages act for researchers at once, as they do for everyone."),
            _("Each opening of an interview or a file is recorded under this account."),
        ],
        button=_("Give access"),
        done=_("The access is given."),
    )


def end(request, pk):
    """End an access before its last day."""
    if not request.user.has_perm(MAY_END):
        raise PermissionDenied
    access = get_object_or_404(ResearcherAccess.objects.select_related("account"), pk=pk)
    return confirm(
        request,
        form=forms.Form(posted(request)),
        do=lambda: publishing.end_access(access, by=request.user),
        back=page_of(access.account),
        whence=str(access.account),
        title=_("End the access of %(account)s") % {"account": access.account},
        consequences=[_("From the next page on the person reads nothing more. What was opened stays on record.")],
        button=_("End the access"),
        done=_("The access has ended."),
        is_grave=True,
    )


def page_of(account) -> str:
    return reverse("workroom:catalogue_user_change", args=[account.pk])
