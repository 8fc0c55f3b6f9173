"""The parts of an interview that stand on its page. Pages of documents, passages and consent have their own."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import (
    Claim,
    Document,
    Participation,
    PersonMention,
    PlaceMention,
    Recording,
    Sitting,
    Source,
    Transcript,
    Waiver,
)

from .media_state import MediaState
from .numbered import NumberedForm, NumberedFormSet
from .record import TabularPart, TranslatedStackedPart, ViewOnly
from .redaction import RedactionPart
from .upload import MEDIA


def of_this_interview(db_field, request):
    """The records of the other model that belong to the interview of this page."""
    records = db_field.related_model.objects.filter(interview=request.resolver_match.kwargs.get("object_id"))
    if db_field.related_model is Sitting:
        return records.select_related("interview")
    return records


class ParticipationPart(TranslatedStackedPart):
    model = Participation
    show_change_link = True
    autocomplete_fields = ("person",)
    readonly_fields = ("agreement",)
    fieldsets = (
        (None, {"fields": (("person", "role", "position"), ("rendition", "links_identity"), "agreement")}),
        (
            gettext_lazy("Forms of the name"),
            {
                "fields": ("name_full", "name_given_initial", "name_initials", "name_pseudonym", "role_description"),
                "classes": ("collapse",),
                "description": gettext_lazy("Fill in the form that was agreed; the others may stay empty."),
            },
        ),
        (gettext_lazy("Note for staff"), {"fields": ("private_note",), "classes": ("collapse",)}),
    )

    def get_formset(self, request, obj=None, **kwargs):
        self.may_enter = request.user.has_perm("catalogue.add_consentrecord")
        return super().get_formset(request, obj, **kwargs)

    @admin.display(description=gettext_lazy("agreement"))
    def agreement(self, participation):
        """Links to the consent records of this participant, and to add one."""
        if not participation.pk:
            return _("Save first, then enter the agreement.")
        listed = reverse("workroom:catalogue_consentrecord_changelist") + f"?q={participation.interview.code}"
        words = _("Agreements on record: %(count)s") % {"count": participation.consent_records.count()}
        found = format_html('<a href="{}">{}</a>', listed, words)
        if not self.may_enter:
            return found
        added = reverse("workroom:catalogue_consentrecord_add") + f"?participation={participation.pk}"
        return format_html('{} · <a href="{}">{}</a>', found, added, _("Enter an agreement"))


class SittingPart(TabularPart):
    model = Sitting
    form, formset = NumberedForm, NumberedFormSet
    fields = ("number", "held", "private_note")
    verbose_name_plural = gettext_lazy("Sittings: each meeting with the narrators")


class RecordingFormSet(NumberedFormSet):
    beside = "sitting"


class RecordingPart(MediaState, TabularPart):
    model = Recording
    form, formset = NumberedForm, RecordingFormSet
    upload_kinds = MEDIA
    fields = ("sitting", "number", "starts_ms", "master", "processing")
    readonly_fields = ("processing",)
    show_change_link = True
    verbose_name_plural = gettext_lazy("Recordings: each file, with the sitting it belongs to")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("sitting__interview", "master")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "sitting":
            kwargs["queryset"] = of_this_interview(db_field, request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class TranscriptPart(TabularPart):
    model = Transcript
    fields = ("recording", "language", "kind", "maker")
    show_change_link = True
    verbose_name_plural = gettext_lazy("Transcripts: the passages have their own page")
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("interview", "recording__sitting__interview")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "recording":
            kwargs["queryset"] = of_this_interview(db_field, request).select_related("sitting__interview")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class PlacePart(TabularPart):
    model = PlaceMention
    autocomplete_fields = ("place",)
    verbose_name_plural = gettext_lazy("Places, and how closely each may be named")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("place__parent", "interview")


class PersonPart(TabularPart):
    model = PersonMention
    autocomplete_fields = ("person",)
    verbose_name_plural = gettext_lazy("Persons spoken of; shown only when confirmed and a public figure")


class DocumentPart(TranslatedStackedPart):
    model = Document
    fieldsets = ((None, {"fields": (("kind", "position"), "title", "dated")}),)
    show_change_link = True
    classes = ("collapse",)
    verbose_name_plural = gettext_lazy("Letters, photographs and documents; description and pages have their own page")


class SourcePart(TranslatedStackedPart):
    model = Source
    fields = (("type", "issued"), "title", ("author", "publisher"), "url", "note", "private_note")
    classes = ("collapse",)
    verbose_name_plural = gettext_lazy("Sources: reports and publications (CSL)")


class ClaimPart(TranslatedStackedPart):
    model = Claim
    fields = (
        ("position", "confidence", "source", "event"),
        "answers",
        "question",
        "statement",
        "attribution",
        "private_note",
    )
    autocomplete_fields = ("answers",)
    classes = ("collapse",)
    show_change_link = True
    verbose_name_plural = gettext_lazy(
        "Claims: what is stated, by whom, and how it is known; how it stands is signed on its own page"
    )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "source":
            kwargs["queryset"] = of_this_interview(db_field, request).select_related("interview")
        if db_field.name == "event":
            interview = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = db_field.related_model.objects.filter(interviews=interview)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class WaiverPart(ViewOnly, TabularPart):
    """Shown beside the rest; words are let stand by an act of its own, on the page of the review."""

    model = Waiver
    fields = ("reason", "waived_by", "waived_at")
    readonly_fields = fields
    verbose_name_plural = gettext_lazy("Names and places that were found in the words and may stand")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("interview", "waived_by")


PARTS = (
    ParticipationPart,
    SittingPart,
    RecordingPart,
    TranscriptPart,
    PlacePart,
    PersonPart,
    DocumentPart,
    SourcePart,
    ClaimPart,
    RedactionPart,
    WaiverPart,
)
