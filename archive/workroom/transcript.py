"""A transcript with its passages, typed one by one or brought in as a text."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive.catalogue.models import Segment, Transcript

from .record import RecordAdmin, TabularPart
from .seen import SeenForm
from .segments import SegmentForm, SegmentFormSet
from .site import workroom
from .transcript_import import read_passages, write_passages


class TranscriptForm(SeenForm):
    """With a box for a whole text, taken only into a transcript that has no passages yet."""

    brought_in = forms.CharField(
        label=gettext_lazy("Text to bring in"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 10, "class": "vLargeTextField", "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One line for each passage, as “00:01 Narrator: words”, or a WebVTT file. The speaker is a role or a form of the "
            "name entered for this interview; a dash before the words says that nobody is named."
        ),
    )

    def clean(self):
        data = super().clean()
        interview = data.get("interview") or getattr(self.instance, "interview", None)
        recording = data.get("recording")
        if interview and recording and recording.interview_id != interview.pk:
            self.add_error("recording", _("This recording belongs to another interview."))
        text = data.get("brought_in", "").strip()
        self.passages = []
        if not text:
            return data
        if self.instance.pk and self.instance.segments.exists():
            self.add_error("brought_in", _("This transcript already has passages. Change them below."))
            return data
        self.passages, errors = read_passages(data["brought_in"], interview)
        for error in errors:
            self.add_error("brought_in", error)
        return data


class SegmentPart(TabularPart):
    model = Segment
    form = SegmentForm
    formset = SegmentFormSet
    fields = ("position", "start_ms", "end_ms", "speaker", "text", "alignment")
    verbose_name_plural = gettext_lazy("Passages")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker__interview", "transcript__interview")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.user = request.user
        return formset


@admin.register(Transcript, site=workroom)
class TranscriptAdmin(RecordAdmin):
    form = TranscriptForm
    change_form_template = "admin/catalogue/transcript_change_form.html"
    list_display = ("__str__", "language", "kind", "maker")
    list_filter = ("language", "kind", "maker")
    list_select_related = ("interview",)
    search_fields = ("interview__code",)
    autocomplete_fields = ("interview", "recording")
    inlines = (SegmentPart,)
    fieldsets = (
        (
            gettext_lazy("Transcript"),
            {
                "fields": ("interview", "recording", "language", "kind", "maker"),
                "description": gettext_lazy(
                    "A text of one recording in one language. Passages of a translation carry the same key as the passage they "
                    "translate, so that both are withheld together."
                ),
            },
        ),
        (gettext_lazy("Bring in a text"), {"fields": ("brought_in",)}),
        (gettext_lazy("For staff"), {"fields": ("private_note",), "classes": ("collapse",)}),
    )

    def get_readonly_fields(self, request, obj=None):
        fixed = ("interview", "recording") if obj else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_fieldsets(self, request, obj=None):
        """Nothing is brought in by those who only look, or into a text that is there already."""
        may_bring = self.has_change_permission(request, obj) and not (obj and obj.segments.exists())
        return [f for f in super().get_fieldsets(request, obj) if may_bring or "brought_in" not in f[1]["fields"]]

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else ()

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if unsigned := sum(formset.unsigned for formset in formsets):
            ended = ngettext(
                "The words of a passage were changed from which a claim is made: the signature of %(count)s claim has ended. "
                "Please look whether the judgement holds, and sign it again.",
                "The words of passages were changed from which claims are made: the signatures of %(count)s claims have ended. "
                "Please look whether the judgements hold, and sign them again.",
                unsigned,
            )
            messages.warning(request, ended % {"count": unsigned})
        write_passages(form.instance, getattr(form, "passages", []))
