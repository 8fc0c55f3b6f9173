"""A passage of an interview: withheld at once, or let stand although a withheld name was sighted in it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import publishing
from archive.catalogue.models import Interview, Recording, Redaction, Segment

from .acts import ReasonForm, page_of
from .confirm import confirm, posted
from .fields import TimeOnRecording

MAY_REDACT = "catalogue.add_redaction"
MAY_WAIVE = "catalogue.add_waiver"


class WaiverForm(ReasonForm):
    sighting = forms.CharField(widget=forms.HiddenInput)


class RedactionForm(forms.Form):
    """A passage of the text, or a time range of a recording of this interview."""

    recording = forms.ModelChoiceField(Recording.objects.none(), label=gettext_lazy("Recording"), required=False)
    start_ms = TimeOnRecording(label=gettext_lazy("From"), required=False)
    end_ms = TimeOnRecording(label=gettext_lazy("To"), required=False)
    alignment = forms.CharField(
        label=gettext_lazy("Passage"),
        required=False,
        max_length=24,
        help_text=gettext_lazy("The key of the passage, as the page of the transcript shows it."),
    )
    quote = forms.CharField(
        label=gettext_lazy("Words to withhold"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=gettext_lazy("Empty: the whole passage. Words that are not found withhold the whole passage too."),
    )
    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Redaction.Reason)
    private_note = forms.CharField(
        label=gettext_lazy("Note for staff"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
    )

    def __init__(self, *args, interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.interview = interview
        self.fields["recording"].queryset = interview.recordings.select_related("sitting__interview")

    def clean_alignment(self):
        """A key that no passage has would withhold every passage, for safety's sake: a slip of the pen may not."""
        key = self.cleaned_data["alignment"].strip()
        if key and not Segment.objects.filter(transcript__interview=self.interview, alignment=key).exists():
            raise forms.ValidationError(_("No passage of this interview has this key. Copy it from the transcript."))
        return key

    def clean(self):
        data = super().clean()
        times = [data.get("recording"), data.get("start_ms") is not None, data.get("end_ms") is not None]
        if all(times[1:]) and data["end_ms"] <= data["start_ms"]:
            raise forms.ValidationError(_("The end of what is withheld has to come after its beginning."))
        if self.has_error("alignment"):
            return data
        if not data.get("alignment") and not all(times) or any(times[1:]) and not all(times):
            raise forms.ValidationError(
                _("Say what to withhold: a recording with a time from and to, or a passage by its key.")
            )
        return data


def redact(request, pk):
    """Withhold a passage at once, in every language and in the sound. A sighting fills the form in beforehand."""
    if not request.user.has_perm(MAY_REDACT):
        raise PermissionDenied
    interview = get_object_or_404(Interview, pk=pk)
    offered = {name: request.GET[name] for name in RedactionForm.base_fields if name in request.GET}
    for name in ("start_ms", "end_ms"):
        if offered.get(name, "").isdigit():
            offered[name] = int(offered[name])
    return confirm(
        request,
        form=RedactionForm(posted(request), initial=offered, interview=interview),
        do=lambda **data: publishing.redact(interview, by=request.user, **data),
        back=page_of(interview),
        whence=str(interview),
        title=_("Withhold a passage of %(interview)s") % {"interview": interview},
        consequences=[
            _("The passage is gone from the public at once, in every language, in captions and contents."),
            _(
                "The sound and video are taken away until a version with silence in that place is made. The master stays whole."
            ),
            _("The public reads “passage withheld”, and no reason."),
        ],
        button=_("Withhold"),
        done=_("The passage is withheld."),
        is_grave=True,
    )


def waive(request, pk):
    """Let a sighted name or place stand, with a reason."""
    if not request.user.has_perm(MAY_WAIVE):
        raise PermissionDenied
    interview = get_object_or_404(Interview, pk=pk)
    return confirm(
        request,
        form=WaiverForm(posted(request), initial={"sighting": request.GET.get("sighting", "")}),
        do=lambda sighting, reason: publishing.waive(interview, by=request.user, sighting=sighting, reason=reason),
        back=reverse("workroom:review", args=[interview.pk]),
        whence=_("Review of %(interview)s") % {"interview": interview},
        title=_("Let words stand in %(interview)s") % {"interview": interview},
        consequences=[_("These words may become public as they stand. Say why they point to nobody who is withheld.")],
        button=_("Let them stand"),
        done=_("The words may stand."),
    )
