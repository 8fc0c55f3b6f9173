"""Passages withheld: shown beside the rest, placed and lifted by acts of their own."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Redaction
from archive.language import timecodes

from .acts import page_of
from .confirm import confirm, posted
from .record import RecordAdmin, TabularPart, ViewOnly
from .site import workroom


class Anchored:
    """Says where the words stand that are withheld, and whether somebody has lifted it."""

    @admin.display(description=gettext_lazy("where"))
    def where(self, redaction):
        if redaction.start_ms is not None:
            times = f"{timecodes.show(redaction.start_ms)}–{timecodes.show(redaction.end_ms)}"
            return f"{redaction.recording}: {times}"
        return _("passage %(key)s") % {"key": redaction.alignment}

    @admin.display(description=gettext_lazy("how it stands"))
    def standing(self, redaction):
        return _("lifted; shown again after an approval") if redaction.lifted_at else _("withheld")


class RedactionPart(Anchored, ViewOnly, TabularPart):
    """Shown beside the rest; a passage is withheld by an act of its own, which takes effect at once."""

    model = Redaction
    fields = ("where", "quote", "reason", "made_by", "standing")
    readonly_fields = fields
    show_change_link = True


@admin.register(Redaction, site=workroom)
class RedactionAdmin(Anchored, ViewOnly, RecordAdmin):
    change_form_template = "admin/catalogue/redaction_change_form.html"
    list_display = ("__str__", "reason", "where", "made_by", "standing")
    list_filter = ("reason",)
    list_select_related = ("interview", "recording__sitting__interview", "made_by")
    search_fields = ("interview__code",)
    readonly_fields = ("where", "standing")

    def get_fields(self, request, obj=None):
        """Who lifted it, once somebody has."""
        lifted = ("lifted_by", "lifted_at", "lift_reason") if obj and obj.lifted_at else ()
        return ("interview", "where", "quote", "reason", "private_note", "made_by", "standing", *lifted)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_lift"] = bool(obj) and obj.lifted_at is None and may_lift(request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


class LiftForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("For staff only. It is kept."),
    )


def may_lift(user) -> bool:
    """Those who catalogue, as far as they may withhold."""
    return user.has_perm("catalogue.add_redaction") and user.has_perm("catalogue.change_interview")


def lift(request, pk):
    """Propose to show a withheld passage again; it takes an approval to do so."""
    if not may_lift(request.user):
        raise PermissionDenied
    redaction = get_object_or_404(Redaction.objects.select_related("interview"), pk=pk)
    return confirm(
        request,
        form=LiftForm(posted(request)),
        do=lambda reason: publishing.lift(redaction, by=request.user, reason=reason),
        back=page_of(redaction.interview),
        whence=str(redaction.interview),
        title=_("Show a passage of %(interview)s again") % {"interview": redaction.interview},
        consequences=[
            _("The passage stays withheld until a moderator has approved the interview anew."),
            _("It stays on record that it was withheld, by whom, and who lifted it."),
        ],
        button=_("Propose to show it again"),
        done=_("The passage is shown again once the interview is approved."),
    )
