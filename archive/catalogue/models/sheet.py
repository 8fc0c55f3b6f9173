"""The private index: what of each record can be found by whoever works here, and which records it has to read again."""

from django.db import models


class Sheet(models.Model):
    """What stands of a record in the private full-text index: the texts of one noun in one language.

    ``number`` is that of ``archive.finding.numbers`` and says whose sheet it is. ``packed`` holds its words, so that
    exactly these can be taken out; ``places`` says where each text is written: (number, row, column, start, stop). What is shown
    is read there. ``digest`` is that of the texts and of the names that were known when they were read.
    """

    public_text = set()
    private_text = {"digest", "packed", "places"}

    number = models.BigIntegerField(primary_key=True)
    digest = models.CharField(max_length=64)
    packed = models.BinaryField()
    places = models.JSONField(default=list)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.number)


class OutdatedRecord(models.Model):
    """That the private index may be behind a record. Only ever added and taken away, so that nobody waits for a lock:
    written in the transaction of the change, once for each, and gone when a worker has been asked to see to it.

    It refers to its record by number alone: a record that is gone by then is not missed.
    """

    class Wanted(models.TextChoices):
        READ = "read"
        NAMES = "names"
        ANEW = "anew"

    public_text = set()
    private_text = {"root", "wanted"}

    root = models.CharField(max_length=10)
    record = models.BigIntegerField()
    wanted = models.CharField(max_length=5, choices=Wanted, default=Wanted.READ)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["wanted", "id"], name="outdated_by_what_is_wanted")]

    def __str__(self):
        return f"{self.root} {self.record}"
