"""Handing in a file: it goes into the vault at once, so that a mistake elsewhere on the page does not lose it."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.template import loader
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Master
from archive.jobs.refusal import Refused
from archive.language import sizes
from archive.vault import masters

SALT = "workroom.upload"
MEDIA = (Master.Kind.AUDIO, Master.Kind.VIDEO)
PICTURES = (Master.Kind.IMAGE,)


class UploadInput(forms.FileInput):
    """A file input that also carries, signed for one person, which master was received before."""

    template_name = "workroom/widgets/upload.html"

    def value_from_datadict(self, data, files, name):
        return files.get(name), data.get(f"{name}-received", "")

    def value_omitted_from_data(self, data, files, name):
        return name not in files and f"{name}-received" not in data

    def format_value(self, value):
        return None

    def get_context(self, name, value, attrs):
        context = super().get_context(name, None, attrs)
        context["widget"]["received"] = self.describe(value) if isinstance(value, Master) else None
        return context

    def _render(self, template_name, context, renderer=None):
        return mark_safe(loader.render_to_string(template_name, context))

    def describe(self, master):
        return {
            "signature": self.sign(master.pk),
            "kind": master.get_kind_display(),
            "size": sizes.show(master.size),
            "code": str(master),
        }

    def sign(self, pk):
        return signing.dumps([pk, self.person], salt=SALT)


class UploadField(forms.Field):
    """Its value is the master kept for the file, the one received before, or the one the record already has.

    ``kinds`` limits what is taken; ``by`` is who hands the file in. Refusals of the vault become errors of the form.
    """

    widget = UploadInput

    def __init__(self, *, by, kinds=(), **kwargs):
        super().__init__(**kwargs)
        self.by, self.kinds, self.received = by, kinds, None
        self.widget.person = by.pk
        self.widget.is_required = False

    def prepare_value(self, value):
        if self.received or isinstance(value, Master) or not value:
            return self.received or value
        return Master.objects.filter(pk=value).first()

    def bound_data(self, data, initial):
        return self.received or initial

    def has_changed(self, initial, data):
        file, signature = data or (None, "")
        return bool(file) or self._signed(signature) not in (None, initial)

    def clean(self, value):
        file, signature = value or (None, "")
        pk = self._signed(signature)
        self.received = self._keep(file) if file else Master.objects.filter(pk=pk).first() if pk else None
        if self.required and not self.received:
            raise ValidationError(self.error_messages["required"], code="required")
        if self.received and self.kinds and self.received.kind not in self.kinds:
            self.received = None
            raise ValidationError(_("A file of this kind does not belong here."), code="kind")
        return self.received

    def _keep(self, file):
        try:
            return masters.keep(file, original_name=file.name, by=self.by)
        except Refused as refusal:
            raise ValidationError(str(refusal), code="refused") from refusal

    def _signed(self, signature):
        try:
            pk, person = signing.loads(signature or "", salt=SALT)
        except signing.BadSignature:
            return None
        return pk if person == self.by.pk else None
