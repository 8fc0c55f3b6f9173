"""Erasure: proposed on the page of the interview, confirmed by somebody else who has read what will be gone."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Erasure, Interview, Person, Publication
from archive.language import sizes

from .acts import impossible, page_of
from .confirm import confirm, posted
from .fields import LabelledChoices
from .record import RecordAdmin, ViewOnly
from .site import workroom

MAY_ERASE = "catalogue.confirm_erasure"


@admin.register(Erasure, site=workroom)
class ErasureAdmin(ViewOnly, RecordAdmin):
    """Proposed and confirmed on the page of the interview; what is left of an erased one."""

    list_display = ("__str__", "proposed_by", "proposed_at", "confirmed_by", "confirmed_at")
    list_select_related = ("interview", "proposed_by", "confirmed_by")
    search_fields = ("interview__code", "interview_key__exact")
    fields = ("interview", "interview_key", "reason", "proposed_by", "proposed_at", "confirmed_by", "confirmed_at")


class ErasureForm(forms.Form):
    """The accession code typed by hand, and who goes along of those known from this interview alone."""

    code = forms.CharField(
        label=gettext_lazy("Accession code"),
        help_text=gettext_lazy("Type the code of this interview, so that it is this one you mean."),
        widget=forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"}),
    )

    def __init__(self, *args, interview, people, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.interview = interview
        if people:
            self.fields["people"] = LabelledChoices(
                Person.objects.filter(pk__in=[person.pk for person in people]).order_by("pk"),
                user=user,
                label=_("Erase these persons as well"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("The archive knows them from this interview alone. Nobody is erased who is not ticked."),
            )

    def clean_code(self):
        if self.cleaned_data["code"].strip() != self.interview.code:
            raise forms.ValidationError(_("This is not the code of this interview."), code="other")
        return self.interview.code


def erase(request, pk):
    """Say in words what an erasure destroys and what it leaves, and on a confirmed code do it."""
    interview = get_object_or_404(Interview, pk=pk)
    if not request.user.has_perm(MAY_ERASE):
        raise PermissionDenied
    if "erase_interview" not in publishing.acts(interview, request.user):
        return impossible(request, interview)
    account = publishing.what_goes(interview)
    return confirm(
        request,
        form=ErasureForm(posted(request), interview=interview, people=account.people, user=request.user),
        do=lambda code, people=(): publishing.erase_interview(interview, by=request.user, people=people),
        back=page_of(interview),
        whence=str(interview),
        onward="workroom:index",
        title=_("Erase %(interview)s") % {"interview": interview},
        consequences=(),
        button=_("Erase for ever"),
        done=_("The interview is erased. Its files are being deleted."),
        is_grave=True,
        extra={
            "sections": [
                (_("Why"), _why(interview)),
                (_("This is destroyed and cannot be brought back"), _gone(account)),
                (_("This stays"), _stays(account)),
            ]
        },
    )


def _why(interview) -> list[str]:
    wishes = {
        withdrawal.get_wish_display()
        for participation in interview.participations.all()
        for withdrawal in participation.withdrawals.all()
    }
    proposal = interview.erasure
    said = [_("%(who)s proposed it: “%(reason)s”") % {"who": proposal.proposed_by, "reason": proposal.reason}]
    return said + [_("Wish entered with a withdrawal: %(wish)s.") % {"wish": wish} for wish in sorted(wishes)]


def _gone(account) -> list[str]:
    parts = "; ".join(f"{capfirst(noun)}: {number}" for noun, number in account.parts)
    sentences = [
        _("The record of the interview with all its texts, names, agreements, refusals, notes and approved versions."),
        *([parts + "."] if parts else []),
        _("Its public page, its place in the search and every file made for the public."),
    ]
    if account.files:
        size = sizes.show(account.size)
        sentences.append(
            _("Files as they were received: %(count)d, %(size)s in all.") % {"count": account.files, "size": size}
        )
    return sentences


def _stays(account) -> list[str]:
    sentences = [_("That it was erased, by which two of the staff and when, under a key that tells nothing of it.")]
    if account.reference and account.answer == Publication.Answer.TOMBSTONE:
        words = _("At %(reference)s stands that the record is not available.")
    elif account.reference:
        words = _("%(reference)s answers as if nothing had ever stood there, and is never given again.")
    else:
        words = _("It has never been public, so nothing stands anywhere in its place.")
    sentences.append(words % {"reference": account.reference})
    if account.shared:
        sentences.append(_("Files that other records use as well: %(count)d.") % {"count": account.shared})
    if account.related:
        sentences.append(
            _("Claims of other interviews that were set beside claims of this one: %(count)d. They stand alone then.")
            % {"count": account.related}
        )
    if account.people:
        sentences.append(_("The records of persons, unless you tick them below."))
    return [
        *sentences,
        _("Backups made before today, until they are replaced. The administrator knows how long that takes."),
    ]
