from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "archive.catalogue"
    label = "catalogue"
    verbose_name = _("Catalogue")

    def ready(self):
        post_migrate.connect(assign_roles, sender=self)


def assign_roles(sender, using="default", **kwargs):
    """Make the groups of staff and give them exactly the permissions of ``roles.ROLES``."""
    from django.contrib.auth.models import Group, Permission

    from .roles import ROLES

    permissions = Permission.objects.using(using).filter(content_type__app_label="catalogue")
    for name, code_names in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(permissions.filter(codename__in=code_names))
