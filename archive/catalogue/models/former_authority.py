from django.db import models
from django.utils.translation import gettext_lazy as _

from .authority import Authority


class FormerAuthority(models.Model):
    """The address of a record that was merged into another; nothing else is ever called so again.

    Approved versions go on naming the merged record. Until somebody else has approved the kept record anew, the public
    sees ``snapshot``, what was approved of the merged one; from then on the record at the address ``leads_to``.
    ``was_public`` says that visitors knew the old address at that moment, ``has_same_name`` that the two were approved
    under the same names, so that what was signed under the one stands under the other.
    """

    public_text = {"snapshot"}
    private_text = {"kind", "slug", "leads_to"}

    kind = models.CharField(_("kind"), max_length=10, choices=Authority.Kind, editable=False)
    slug = models.SlugField(_("address"), max_length=80, editable=False)
    kept = models.ForeignKey(Authority, models.CASCADE, related_name="former", verbose_name=_("merged into"))
    snapshot = models.TextField(blank=True, editable=False)
    leads_to = models.SlugField(max_length=80, blank=True, editable=False, db_index=False)
    was_public = models.BooleanField(default=False, editable=False)
    has_same_name = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("merged record")
        verbose_name_plural = _("merged records")
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="former_authority_once"),
            models.CheckConstraint(
                condition=models.Q(leads_to="", was_public=False) | ~models.Q(leads_to="") & models.Q(snapshot=""),
                name="former_authority_seen_as_one_of_two",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
