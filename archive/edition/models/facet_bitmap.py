from django.db import models


class FacetBitmap(models.Model):
    """The interviews that have one value, as a set of their numbers.

    It says what the rows of ``FacetValue`` say, and besides them ``kind``, ``collection`` and ``all`` (of no value).
    ``members`` is a portable Roaring bitmap (https://github.com/RoaringBitmap/RoaringFormatSpec), ``version`` the
    edition's revision at which it last changed. Interviews that have run out and were not purged yet are in it.
    """

    facet = models.CharField(max_length=16)
    value = models.CharField(max_length=80, blank=True)
    members = models.BinaryField()
    version = models.PositiveBigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="facet_bitmap_once_a_value")]

    def __str__(self):
        return f"{self.facet}={self.value}"
