from django.db import models
from django.utils.translation import gettext_lazy as _

from .authority import Authority


class Place(Authority):
    """A place with its parent: settlement, hromada, raion, oblast (KATOTTG, order no. 290 of 26 November 2020)."""

    class Level(models.TextChoices):
        OBLAST = "oblast", _("oblast")
        RAION = "raion", _("raion")
        HROMADA = "hromada", _("hromada")
        SETTLEMENT = "settlement", _("settlement")
        SITE = "site", _("site within a settlement")

    public_text = {"level", "katottg", "geonames_id", "wikidata_id"}
    private_text = set()

    level = models.CharField(_("level"), max_length=12, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("part of")
    )
    katottg = models.CharField("KATOTTG", max_length=19, blank=True)
    geonames_id = models.CharField("GeoNames", max_length=12, blank=True)
    wikidata_id = models.CharField("Wikidata", max_length=16, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    is_invented = models.BooleanField(
        _("invented place"), default=False, help_text=_("Marked as invented wherever it is shown.")
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(fields=["katottg"], condition=~models.Q(katottg=""), name="place_katottg_once"),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, latitude__range=(-90, 90))
                & models.Q(longitude__isnull=False, longitude__range=(-180, 180)),
                name="place_coordinates_both_or_neither",
            ),
        ]

    def save(self, *args, **kwargs):
        self.kind = self.Kind.PLACE
        super().save(*args, **kwargs)

    def chain(self) -> list["Place"]:
        """The place and what it is part of, nearest first."""
        places, place = [], self
        while place is not None and place not in places:
            places.append(place)
            place = place.parent
        return places
