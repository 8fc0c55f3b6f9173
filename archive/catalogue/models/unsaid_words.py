from django.db import models


class UnsaidWords(models.Model):
    """Words of the archive's own in which a testimony found somebody or some place that must not be named there.

    ``about`` says whose words they are ("path:…", "stop:…", "question:…"), ``digest`` which words: others have to be looked
    at anew. The row survives the erasure of the testimony and holds nothing of it but its key.
    """

    public_text = set()
    private_text = {"interview_key", "about", "digest"}

    interview_key = models.CharField(max_length=12)
    about = models.CharField(max_length=100, db_index=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interview_key", "about"], name="unsaid_words_once")]

    def __str__(self):
        return self.about
