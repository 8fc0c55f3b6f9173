"""What the pages of places, topics, events and persons share: labels, revision, and approval by a second person."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from archive import publishing
from archive.catalogue.models import Authority, Label, Person, Place
from archive.document.text import read

from .confirm import confirm, posted
from .coordinates import shown
from .labels import may_know_person
from .merging import may_merge
from .record import NeverDeleted, TabularPart, TranslatedRecordAdmin

MAY_APPROVE = "catalogue.approve_interview"
NAMES = ("name_uk", "name_en", "name_pl", "name_ru", "slug")


class AuthorityForm(forms.ModelForm):
    def clean_slug(self):
        """Addresses are told apart within a kind; the kind is no field of the form, so that only this can see it."""
        slug, kind = self.cleaned_data["slug"], self._meta.model._meta.model_name
        is_taken = Authority.objects.filter(kind=kind, slug=slug).exclude(pk=self.instance.pk).exists()
        if is_taken or Authority.is_taken(kind, slug):
            raise forms.ValidationError(_("Another record has this address."), code="double")
        return slug


class LabelPart(TabularPart):
    model = Label
    fk_name = "authority"
    verbose_name_plural = gettext_lazy("Other ways it is called")


class AuthorityAdmin(NeverDeleted, TranslatedRecordAdmin):
    """``revision`` counts saves; the public sees what was approved last."""

    form = AuthorityForm
    change_form_template = "admin/catalogue/authority_change_form.html"
    list_display = ("__str__", "slug", "revision", "approval")
    search_fields = (*NAMES, "labels__text")
    readonly_fields = ("approval",)
    inlines = (LabelPart,)
    ordering = ("slug",)

    @admin.display(description=gettext_lazy("approval"))
    def approval(self, record):
        if not record.pk or not record.approved_revision:
            return _("not approved yet")
        if record.is_approved_as_it_stands:
            return _("revision %(number)s, approved as it stands") % {"number": record.revision}
        return _("the public sees revision %(old)s; revision %(new)s awaits approval") % {
            "old": record.approved_revision,
            "new": record.revision,
        }

    def get_readonly_fields(self, request, obj=None):
        """An approved address has been linked to, so it stays."""
        fixed = ("slug",) if obj and obj.approved_revision else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_approve"] = bool(obj) and not obj.is_approved_as_it_stands and _may_approve(request.user, obj)
        context["may_merge"] = bool(obj) and may_merge(request.user, obj)
        context["is_own_edit"] = bool(obj) and obj.edited_by_id == request.user.pk
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def approve(request, pk):
    """Approve an authority record as it was looked at: 409 with the page anew if it changed since, or if whoever
    approves has edited it."""
    authority = get_object_or_404(Authority, pk=pk)
    record = getattr(authority, authority.kind)
    if not _may_approve(request.user, record):
        raise PermissionDenied
    look = publishing.look_at(authority)
    return confirm(
        request,
        form=forms.Form(posted(request)),
        do=lambda: publishing.approve_authority(authority, by=request.user, seen=request.POST.get("seen", "")),
        back=reverse(f"workroom:catalogue_{authority.kind}_change", args=[pk]),
        whence=str(record),
        title=_("Approve %(record)s") % {"record": record},
        consequences=[
            _("From now on the public sees this record as it stands, wherever something public refers to it."),
            _("Private labels stay private."),
            *_on_the_map(record),
            *_merged(look),
            *_signed(look),
        ],
        button=_("Approve"),
        done=_("The record is approved."),
        extra={"facts": look.parts, "seen": look.digest, "changes": look.changes, "is_known": bool(look.approved)},
    )


def _may_approve(user, record) -> bool:
    """Nobody approves a name that they may not read."""
    return user.has_perm(MAY_APPROVE) and (not isinstance(record, Person) or may_know_person(user, record))


def _on_the_map(record) -> list[str]:
    if not isinstance(record, Place) or record.latitude is None:
        return []
    sentence = _(
        "The map shows it at %(coordinates)s. Make sure that this is the middle of the place and nobody’s house."
    )
    return [sentence % {"coordinates": shown(record)}]


def _merged(look) -> list[str]:
    """What the kept record takes the place of."""
    found = []
    for card in look.merged:
        sentence = _("“%(name)s” was merged into it: wherever readers saw that, they see this record from now on.")
        if card.kind == "question" and card.name != look.card.name:
            sentence = _(
                "“%(name)s” was merged into it and is worded otherwise: statements under it stand here without a "
                "signature until they are signed again and approved."
            )
        found.append(sentence % {"name": read(card.name, get_language()) or card.slug})
    return found


def _signed(look) -> list[str]:
    """A signature stands for an answer: who approves other words of the question has to know that it stays."""
    if not look.signatures:
        return []
    sentence = _(
        "Somebody has signed how statements under it stand: %(count)d. These signatures stay, so approve a correction"
        " only; if the question asks something else now, it has to be a new one."
    )
    return [sentence % {"count": look.signatures}]
