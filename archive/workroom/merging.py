"""Merging two records of one thing: the other is chosen, then a page says what moves; there is no way back."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Authority, Claim, Interview, Participation, Place, Topic

from .confirm import confirm, posted
from .fields import LabelledChoice
from .labels import label
from .site import workroom

PICKERS = {
    "place": Place._meta.get_field("parent"),
    "topic": Topic._meta.get_field("broader"),
    "event": Interview._meta.get_field("events"),
    "question": Claim._meta.get_field("answers"),
    "person": Participation._meta.get_field("person"),
}
"""For each kind a relation to it, through which the picker of Django admin finds its records."""


class KeptForm(forms.Form):
    """The record into which another is merged."""

    def __init__(self, *args, merged, user, **kwargs):
        super().__init__(*args, **kwargs)
        records = type(merged).objects.exclude(pk=merged.pk)
        self.fields["kept"] = LabelledChoice(
            records,
            user=user,
            label=_("Merge it into"),
            help_text=_("The record you choose is kept, with its address; this one goes."),
            widget=AutocompleteSelect(PICKERS[merged.kind], workroom),
        )


class LegalNameForm(forms.Form):
    """Which of two legal names holds; the other is kept with the contacts."""

    legal_name = forms.ChoiceField(
        label=gettext_lazy("Whose legal name holds"),
        choices=[
            ("kept", gettext_lazy("that of the record that is kept")),
            ("merged", gettext_lazy("that of the other")),
        ],
        widget=forms.RadioSelect,
    )


def may_merge(user, record) -> bool:
    return user.has_perm(f"catalogue.change_{record.kind}")


def merge(request, pk):
    """Choose the record to keep (``?kept=``), then read what moves and confirm it."""
    authority = get_object_or_404(Authority, pk=pk)
    merged = getattr(authority, authority.kind)
    if not may_merge(request.user, merged):
        raise PermissionDenied
    choice = KeptForm(request.GET or None, merged=merged, user=request.user)
    if not choice.is_valid():
        return _choose(request, merged, choice)
    kept = choice.cleaned_data["kept"]
    account = publishing.what_moves(kept, merged)
    form = LegalNameForm if account.legal_names_differ else forms.Form
    names = {"merged": label(merged, request.user), "kept": label(kept, request.user)}
    return confirm(
        request,
        form=form(posted(request)),
        do=lambda **chosen: publishing.merge_authorities(kept=kept, merged=merged, by=request.user, **chosen),
        back=_page_of(merged),
        whence=names["merged"],
        onward=_page_of(kept),
        title=_("Merge %(merged)s into %(kept)s") % names,
        consequences=(),
        button=_("Merge for ever"),
        done=_("The records are merged. Somebody else has to approve the one that is kept."),
        is_grave=True,
        extra={"sections": _sections(account, kept, names)},
    )


def _choose(request, merged, form):
    context = {
        **workroom.each_context(request),
        "title": _("Merge %(record)s into another record") % {"record": label(merged, request.user)},
        "form": form,
        "media": form.media,
        "back": _page_of(merged),
        "whence": label(merged, request.user),
    }
    return TemplateResponse(request, "workroom/merge.html", context)


def _sections(account, kept, names):
    """Pairs of a heading and sentences."""
    moves = [
        _("Interviews that refer to %(merged)s refer to %(kept)s from now on: %(count)d.")
        % {**names, "count": account.interviews},
        _("Its labels move and stay public or private as they are: %(count)d. Its own names become labels.")
        % {"count": account.labels},
        _(
            "What %(kept)s leaves empty is filled from the other record; where they differ, the other's words go into the note."
        )
        % names,
    ]
    if account.below:
        moves.insert(1, _("Records that are part of it, or lie there: %(count)d.") % {"count": account.below})
    if account.signatures:
        sentence = _(
            "%(kept)s is worded otherwise, so signatures of how statements stand end with it: %(count)d. Whoever stands by"
            " them signs again."
        )
        moves.append(sentence % {**names, "count": account.signatures})
    if kept.kind == Authority.Kind.PERSON:
        moves.append(
            _(
                "Statuses of both hold. A public figure is only who is one by both records. This narrows at once what is shown."
            )
        )
    seen = [
        _("Until somebody else has approved %(kept)s, the public sees what it saw before.") % names,
        _("From then on the old address leads to that of %(kept)s, as long as that is public.") % names
        if kept.kind != Authority.Kind.PERSON
        else _("Old addresses of persons lead nowhere. Two interviews are joined only when each is approved again."),
    ]
    end = [_("Records that were merged cannot be taken apart again. %(merged)s is gone for good.") % names]
    hindered = [(_("They cannot be merged as they are"), account.refusals)] if account.refusals else []
    return [*hindered, (_("What moves"), moves), (_("What the public sees"), seen), (_("There is no way back"), end)]


def _page_of(record) -> str:
    return reverse(f"workroom:catalogue_{record.kind}_change", args=[record.pk])
