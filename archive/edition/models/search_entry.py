from django.db import models

from .interview import PublishedInterview
from .liveness import LiveManager

NUMBER_BITS = 20
BODY = 1 << 12
"""The lowest number of what was said or written; those below are of titles, summaries and names."""


class EntryKey(models.BigIntegerField):
    """``interview << NUMBER_BITS | number``: the index alone then says which interview a row of it belongs to."""

    def get_pk_value_on_save(self, instance):
        return instance.interview_id << NUMBER_BITS | instance.number


class SearchEntry(models.Model):
    """One searchable text of an interview: a passage, its title, a name.

    The full-text index holds the token streams of ``text`` under the same number (``archive/edition/search``).
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


class IndexedInterview(models.Model):
    """What stands of one interview in the full-text index and the vocabulary, so that exactly that can be taken out.

    ``packed`` is as ``archive.edition.search.packing`` makes it. ``generation`` is "" for the index that answers, or
    the name of one that is being built beside it.
    """

    interview = models.ForeignKey(PublishedInterview, models.CASCADE, related_name="indexed", db_index=False)
    generation = models.CharField(max_length=8, blank=True)
    packed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "generation"], name="indexed_once_a_generation"),
        ]

    def __str__(self):
        return f"{self.interview_id}/{self.generation}"


class VocabularyWord(models.Model):
    """A word of the edition, or the dictionary form of one, with its entries in the streams, and in how many interviews.

    Only what is public is counted; a word no interview holds any more has no row.
    """

    word = models.CharField(max_length=80)
    x = models.CharField(max_length=80, db_index=True)
    l = models.CharField(max_length=80)  # noqa: E741  (the stream's name everywhere: the lemmas)
    m = models.CharField(max_length=80)
    k = models.CharField(max_length=80)
    interviews = models.PositiveIntegerField()
    generation = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "l", "m", "k", "generation"], name="vocabulary_word_once"),
        ]
        indexes = [models.Index(fields=[stream], name=f"vocabulary_by_{stream}") for stream in "lmk"]

    def __str__(self):
        return self.word
