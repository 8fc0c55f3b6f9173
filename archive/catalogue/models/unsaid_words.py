from django.db import models


class UnsaidWords(models.Model):
    """A text of the archive's own in which a testimony found somebody or some place that must not be named there.

    ``digest`` says which text: any other has to be looked at anew. The row survives the erasure of the testimony and holds
    nothing of it but its key.
    """

    public_text = set()
    private_text = {"interview_key", "digest"}

    interview_key = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interview_key", "digest"], name="unsaid_words_once")]

    def __str__(self):
        return self.digest[:12]
