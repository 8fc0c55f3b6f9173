"""The passages of a transcript on its page: hundreds of rows, checked together without a question to the database for each."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext as _

from archive import publishing
from archive.catalogue.models import Participation, Segment
from archive.custody import current_actor

from .fields import NamedFormSet
from .labels import short_label

WRITTEN = ("position", "start_ms", "end_ms", "speaker", "text", "alignment")
SAID = {"alignment", "speaker", "text"}
"""What a claim that is made from a passage rests on."""


class SegmentForm(forms.ModelForm):
    """``speaker`` is chosen among the participants handed in by the form set."""

    speaker = forms.TypedChoiceField(required=False)

    class Meta:
        model = Segment
        fields = WRITTEN
        widgets = {
            "text": forms.Textarea(attrs={"rows": 3, "cols": 60}),
            "alignment": forms.TextInput(attrs={"size": 12}),
            "position": forms.TextInput(attrs={"size": 4, "inputmode": "numeric"}),
        }

    def __init__(self, *args, participations, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.participations = participations
        self.fields["position"].required = False
        for name in ("start_ms", "end_ms"):
            self.fields[name].required = False
        speaker = self.fields["speaker"]
        speaker.choices, speaker.coerce, speaker.empty_value = choices, self._participation, None
        speaker.label = Segment._meta.get_field("speaker").verbose_name

    def _participation(self, value):
        if int(value) not in self.participations:
            raise ValueError(value)
        return self.participations[int(value)]

    def clean(self):
        data = super().clean()
        data["start_ms"] = data.get("start_ms") or 0
        if data.get("end_ms") is None:
            data["end_ms"] = data["start_ms"]
        if data["end_ms"] < data["start_ms"]:
            self.add_error("end_ms", _("A passage cannot end before it starts."))
        return data

    def validate_unique(self):
        """The form set looks for keys that stand twice, in all rows at once."""

    def _get_validation_exclusions(self):
        """The speaker was chosen from the list and the times were compared in ``clean``: no query for each row."""
        return super()._get_validation_exclusions() | {"speaker", "start_ms", "end_ms"}


class SegmentFormSet(NamedFormSet):
    """``user`` is set by the page; labels of speakers are theirs to see. ``unsigned`` counts the claims whose signatures ended
    with what was saved."""

    user = None
    unsigned = 0

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "participations": self.participations, "choices": self.choices}

    @property
    def participations(self) -> dict[int, Participation]:
        if not hasattr(self, "_participations"):
            found = Participation.objects.filter(interview=self.instance.interview_id).select_related(
                "interview", "person"
            )
            self._participations = {p.pk: p for p in found}
        return self._participations

    @property
    def choices(self) -> list[tuple]:
        if not hasattr(self, "_choices"):
            rows = [(pk, short_label(p, self.user)) for pk, p in self.participations.items()]
            self._choices = [("", "—"), *rows]
        return self._choices

    def add_fields(self, form, index):
        """The row's own number is compared with the rows of this transcript, which are read already."""
        super().add_fields(form, index)
        form.fields["id"] = forms.IntegerField(
            initial=form.instance.pk, required=False, widget=forms.HiddenInput, disabled=bool(form.instance.pk)
        )

    def save(self, commit=True):
        """Write all rows together; the edit is noted once."""
        saved = super().save(commit=False)
        if not commit:
            return saved
        changed = [segment for segment, _fields in self.changed_objects]
        renamed = [segment.pk for segment, fields in self.changed_objects if "alignment" in fields]
        reworded = {segment.alignment for segment, fields in self.changed_objects if SAID & {*fields}}
        with transaction.atomic():
            Segment.objects.filter(pk__in=[segment.pk for segment in self.deleted_objects]).delete()
            self._make_room(renamed)
            Segment.objects.bulk_update(changed, WRITTEN, batch_size=100)
            Segment.objects.bulk_create(self.new_objects)
            self.unsigned = publishing.end_signatures(self.instance.interview, reworded)
            if changed or self.new_objects:
                publishing.record_edit(self.instance.interview, by=current_actor())
        return saved

    @staticmethod
    def _make_room(renamed) -> None:
        """Keys that change places are given up first: a database compares each row as it is written."""
        interim = Concat(Value("~"), Cast("pk", CharField()))
        Segment.objects.filter(pk__in=renamed).update(alignment=interim)

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        self._refuse_doubles(kept)
        self._number(kept)

    def validate_unique(self):
        """Done in ``clean``."""

    def _refuse_doubles(self, forms_kept):
        seen, doubled = set(), False
        for form in forms_kept:
            key = form.cleaned_data.get("alignment")
            if key and key in seen:
                doubled = True
                form.add_error("alignment", _("Another passage of this transcript has this key."))
            seen.add(key)
        if doubled:
            raise ValidationError(_("Two passages have the same key."))

    def _number(self, forms_kept):
        """Rows without a number follow the last one."""
        last = max((form.cleaned_data.get("position") or 0 for form in forms_kept), default=0)
        for form in forms_kept:
            if form.cleaned_data.get("position") is None:
                last += 1
                form.instance.position = last
