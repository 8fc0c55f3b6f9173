from django.db import models

from .interview import PublishedInterview
from .liveness import LiveManager

NUMBER_BITS = 20


class EntryKey(models.BigIntegerField):
    """``interview << NUMBER_BITS | number``: the index alone then says which interview a row of it belongs to."""

    def get_pk_value_on_save(self, instance):
        return instance.interview_id << NUMBER_BITS | instance.number


class SearchEntry(models.Model):
    """One searchable text of an interview: a passage, its title, a name.

    ``x``, ``l``, ``m`` and ``k`` are the aligned token streams of ``text`` (folded words, best lemmas, second
    lemmas, sound keys), one token a position; the full-text index stands over them.
    """

    class Kind(models.TextChoices):
        TITLE = "title"
        ABSTRACT = "abstract"
        NAME = "name"
        INDEX = "index"
        PASSAGE = "passage"
        PAPER = "paper"
        CLAIM = "claim"

    id = EntryKey(primary_key=True, editable=False)
    interview = models.ForeignKey(PublishedInterview, models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveIntegerField()
    language = models.CharField(max_length=2)
    part = models.CharField(max_length=12, blank=True)
    anchor = models.CharField(max_length=24, blank=True)
    start_ms = models.PositiveIntegerField(null=True)
    text = models.TextField()
    x = models.TextField()
    l = models.TextField()  # noqa: E741  (the stream's name everywhere: the lemmas)
    m = models.TextField()
    k = models.TextField()

    objects = LiveManager("interview__")
    everything = models.Manager()

    class Meta:
        base_manager_name = "everything"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__lt=1 << NUMBER_BITS), name="search_entry_number_fits_its_key"
            )
        ]

    def __str__(self):
        return f"{self.interview_id}/{self.number}"
