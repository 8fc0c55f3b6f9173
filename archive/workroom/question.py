from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Question
from archive.document import canonical
from archive.document.authority import AuthorityCard
from archive.publishing.own_words import of_introduction

from .authority import AuthorityAdmin
from .site import workroom
from .unsaid import objecting


@admin.register(Question, site=workroom)
class QuestionAdmin(AuthorityAdmin):
    list_display = ("__str__", "about", "slug", "revision", "approval")
    list_select_related = ("about",)
    autocomplete_fields = ("about",)
    fieldsets = (
        (
            _("Question"),
            {
                "fields": ("name", "slug", "introduction", "introduction_today", "about"),
                "description": _(
                    "The accounts that answer it stand side by side on its page, none above another. The page is there "
                    "while at least one public claim answers the question. Call no narrator by name in the introduction: it "
                    "stays when a testimony goes."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "introduction_today")

    @admin.display(description=_("the introduction today"))
    def introduction_today(self, question):
        if not question.snapshot:
            return gettext("not approved yet")
        approved = canonical.load(question.snapshot, AuthorityCard)
        if codes := objecting(of_introduction(approved)):
            return gettext(
                "Readers do not see it: because of %(codes)s, a name in it may not stand here. Say it without the name."
            ) % {"codes": codes}
        return gettext("Readers see it as it was approved.") if approved.introduction else gettext("There is none.")
