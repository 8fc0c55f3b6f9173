from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Someone who works in the archive. Narrators and visitors have no accounts here."""

    private_text = {"username", "first_name", "last_name", "email", "password"}
    public_text = set()

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
