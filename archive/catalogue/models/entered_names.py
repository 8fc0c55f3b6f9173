from django.db import models
from encrypted_fields.fields import EncryptedTextField


class EnteredNames(models.Model):
    """Every name that was entered for somebody who takes part in an interview, or is spoken of, since its last approval.

    They are looked for in words, also when an archivist has changed or removed them since; nobody is ever shown them.
    """

    public_text = set()
    private_text = {"person_key", "part", "slug", "names"}

    interview = models.ForeignKey("catalogue.Interview", models.CASCADE, related_name="entered_names")
    person_key = models.CharField(
        max_length=12, db_index=True, help_text="A key and no reference: the names outlive a merge of the person."
    )
    part = models.CharField(
        max_length=12, blank=True, help_text="Key of the participation; empty for somebody who is spoken of."
    )
    slug = models.SlugField(max_length=80, db_index=False)
    is_narrator = models.BooleanField()
    names = EncryptedTextField(help_text="JSON: a list of names, and a list of those to be shown in their place.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["interview", "person_key", "part", "is_narrator"], name="entered_names_once_a_part"
            )
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
