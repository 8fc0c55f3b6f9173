"""The page of an interview, in the order in which it is catalogued (ISAD(G), OHMS)."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import custody
from archive.catalogue.models import Edit, Interview, Publication, Stop

from .interview_parts import PARTS
from .record import NeverDeleted, TranslatedRecordAdmin
from .seen import SeenForm
from .site import workroom
from .standing import buttons, standing


@admin.register(Interview, site=workroom)
class InterviewAdmin(NeverDeleted, TranslatedRecordAdmin):
    """State is shown and changed by acts alone; every act has its own page. There is no way out but an erasure."""

    form = SeenForm
    change_form_template = "admin/catalogue/interview_change_form.html"
    list_display = ("code", "title", "kind", "state", "today")
    list_display_links = ("code", "title")
    list_filter = ("state", "kind", "basis", "collection")
    list_select_related = ("collection",)
    search_fields = ("code__istartswith", "title_uk", "title_en", "title_pl", "title_ru")
    search_help_text = gettext_lazy("By accession code or title.")
    autocomplete_fields = ("topics", "events")
    inlines = PARTS
    ordering = ("-code",)
    fieldsets = (
        (
            gettext_lazy("Identity and basis"),
            {
                "fields": ("collection", "kind", "basis", "basis_note"),
                "description": gettext_lazy(
                    "The accession code is given on saving and is for staff only (ISAD(G) 3.1.1). Without an agreement in force, "
                    "a published source signed by a moderator, or another legal basis, nothing is shown."
                ),
            },
        ),
        (
            gettext_lazy("Title and summary"),
            {
                "fields": ("title", "abstract", ("by_machine", "machine_checked")),
                "description": gettext_lazy(
                    "At least one language (ISAD(G) 3.1.2, 3.3.1). Write no name or place that is withheld: titles and summaries "
                    "are searched for them before approval."
                ),
            },
        ),
        (
            gettext_lazy("Dates and languages"),
            {"fields": ("recorded", "told", "languages")},
        ),
        (
            gettext_lazy("What it is about"),
            {"fields": ("topics", "events")},
        ),
        (
            gettext_lazy("Before reading or listening"),
            {
                "fields": ("notice", "warnings"),
                "description": gettext_lazy(
                    "Plain words on what is told, without detail. Warnings let readers leave an account out."
                ),
            },
        ),
        (
            gettext_lazy("For staff"),
            {
                "fields": ("private_note", "is_preserved", "preservation_note"),
                "classes": ("collapse",),
            },
        ),
    )

    def get_queryset(self, request):
        public = Publication.objects.filter(interview=OuterRef("pk"), is_public=True)
        return (
            super()
            .get_queryset(request)
            .annotate(
                _public=Exists(public),
                _edits=Exists(Edit.objects.filter(interview=OuterRef("pk"))),
                _stopped=Exists(Stop.objects.filter(interview=OuterRef("pk"), released_at=None)),
            )
        )

    @admin.display(description=gettext_lazy("today"))
    def today(self, interview):
        is_edited = interview._edits and interview.state == Interview.State.APPROVED
        words = [
            interview._public and _("public"),
            is_edited and _("edited since approval"),
            interview._stopped and _("stopped"),
        ]
        return ", ".join(filter(None, words))

    def get_readonly_fields(self, request, obj=None):
        """The collection is part of the accession code."""
        return (*super().get_readonly_fields(request, obj), *(("collection",) if obj else ()))

    def get_inlines(self, request, obj):
        """The parts come when the interview has its code."""
        return super().get_inlines(request, obj) if obj else ()

    def save_model(self, request, obj, form, change):
        """What is kept for the law, and no longer, stands in the event log."""
        super().save_model(request, obj, form, change)
        if "is_preserved" in form.changed_data:
            custody.record("preserved" if obj.is_preserved else "preservation-ended", obj=obj, interview=obj)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["standing"] = standing(obj)
            context["buttons"] = buttons(obj, request.user)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        """A new interview goes on to its parts."""
        request.POST = request.POST.copy()
        request.POST["_continue"] = _("Save")
        return super().response_add(request, obj, post_url_continue)
