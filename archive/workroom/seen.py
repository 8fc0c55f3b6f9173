"""Two people at one record: what somebody else saved meanwhile is not overwritten unseen."""

from django import forms
from django.utils.translation import gettext as _

from archive.catalogue.models import Interview
from archive.document import canonical
from archive.publishing.assemble import assemble

NOTES = ("basis_note", "private_note", "preservation_note")


def state_of(interview: Interview) -> str:
    """A digest of all that can be written on the pages of an interview; equal as long as nobody saves a change."""
    stored = Interview.objects.select_related("collection").get(pk=interview.pk)
    return canonical.digest([assemble(stored), [getattr(stored, note) for note in NOTES]])


class SeenForm(forms.ModelForm):
    """A form that knows what its reader saw when the page was opened.

    Refused once if that has changed since; what was typed stays in the form and can be saved again knowingly.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.state = state_of(self.interview_of(self.instance)) if self.instance.pk else ""
        self.initial["seen"] = self.state

    @staticmethod
    def interview_of(instance) -> Interview:
        return instance if isinstance(instance, Interview) else instance.interview

    def clean(self):
        data = super().clean()
        if self.instance.pk and self.is_bound and data.get("seen") != self.state:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.state
            self.add_error(
                None,
                _(
                    "Somebody has saved a change to this interview since you opened this page. What you typed is still "
                    "here. Open the interview in a second window and compare; to keep what you typed, save again."
                ),
            )
        return data
