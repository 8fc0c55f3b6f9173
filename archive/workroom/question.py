from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import Question

from .authority import AuthorityAdmin
from .site import workroom


@admin.register(Question, site=workroom)
class QuestionAdmin(AuthorityAdmin):
    list_display = ("__str__", "about", "slug", "revision", "approval")
    list_select_related = ("about",)
    autocomplete_fields = ("about",)
    fieldsets = (
        (
            _("Question"),
            {
                "fields": ("name", "slug", "introduction", "about"),
                "description": _(
                    "The accounts that answer it stand side by side on its page, none above another. The page is there "
                    "while at least one public claim answers the question."
                ),
            },
        ),
        (_("For staff"), {"fields": ("private_note", "approval")}),
    )
