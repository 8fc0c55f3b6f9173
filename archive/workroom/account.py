from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from archive.catalogue.models import User

from .record import NeverDeleted, Record
from .researcher_access import MAY_GIVE, ResearcherAccessPart
from .site import workroom


@admin.register(User, site=workroom)
class AccountAdmin(NeverDeleted, Record, UserAdmin):
    """An account is closed by making it inactive; whose hand did what stays on record.

    Permissions come from groups alone, and only a superuser makes a superuser.
    """

    change_form_template = "admin/catalogue/account_change_form.html"
    list_display = ("username", "is_active", "last_login")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email")}),
        (
            _("What this person may do"),
            {
                "fields": ("is_active", "is_staff", "groups"),
                "description": _(
                    "Archivists enter and withdraw, moderators approve, administrators keep accounts and policy. "
                    "Nobody approves what they have edited themselves. Researchers read what narrators opened to them, "
                    "as long as an access given below is in force."
                ),
            },
        ),
        (_("Dates"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": ("username", "usable_password", "password1", "password2", "is_staff", "groups"),
            },
        ),
    )
    readonly_fields = ("last_login", "date_joined")
    inlines = (ResearcherAccessPart,)

    def get_inlines(self, request, obj):
        """Access is given to an account that is there."""
        return super().get_inlines(request, obj) if obj else ()

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_give_access"] = bool(obj) and obj != request.user and request.user.has_perm(MAY_GIVE)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def has_change_permission(self, request, obj=None):
        """Nobody gets at the account of a superuser but another one."""
        if obj and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        return {"is_staff": True}
