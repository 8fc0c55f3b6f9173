"""What places, topics, events, persons and questions have in common: labels, a revision, a light approval."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import any_language
from ..keys import new_key
from ..vocabulary import Language


class Authority(models.Model):
    """A thing that testimonies refer to, under one record whatever it is called (ISAAR(CPF), SKOS).

    ``snapshot`` is what a second person last approved of it; the public sees that and no later edit. ``forms`` are all
    the forms of its approved public names (``archive/publishing/naming.py``).
    """

    class Kind(models.TextChoices):
        PLACE = "place", _("place")
        TOPIC = "topic", _("topic")
        EVENT = "event", _("event")
        PERSON = "person", _("person")
        QUESTION = "question", _("question")

    public_text = {"name", "snapshot", "forms", "slug", "kind"}
    private_text = {"key", "private_note"}

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, editable=False)
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        help_text=_("The last part of its public address, in Latin letters; it stays when the name is corrected."),
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    private_note = models.TextField(_("note for staff"), blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=1, editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("edited by"),
        null=True,
        editable=False,
        related_name="+",
    )
    snapshot = models.TextField(blank=True, editable=False)
    forms = models.TextField(blank=True, editable=False)
    approved_revision = models.PositiveIntegerField(_("approved revision"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = _("authority record")
        verbose_name_plural = _("authority records")
        constraints = [
            any_language("name", model="authority"),
            models.UniqueConstraint(fields=["kind", "slug"], name="authority_slug_once_a_kind"),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | models.Q(approved_revision__isnull=False, approved_revision__lt=models.F("revision"))
                | models.Q(edited_by__isnull=False) & ~models.Q(approved_by=models.F("edited_by")),
                name="authority_approved_by_another",
                violation_error_message=_("Somebody else has to approve this record."),
            ),
        ]

    def __str__(self):
        """A person is called by a code wherever records are listed, logged or spoken of."""
        if self.kind == self.Kind.PERSON:
            return f"P-{self.key[:6].upper()}"
        return self.name or self.slug

    def save(self, *args, **kwargs):
        """An address that a merged record had is kept for those who look for it there."""
        if self._state.adding and self.is_taken(self.kind, self.slug):
            raise ValidationError({"slug": _("Another record has this address.")})
        super().save(*args, **kwargs)

    @staticmethod
    def is_taken(kind: str, slug: str) -> bool:
        """Whether a record had this address before it was merged into another."""
        from .former_authority import FormerAuthority

        return FormerAuthority.objects.filter(kind=kind, slug=slug).exists()

    @property
    def is_approved_as_it_stands(self) -> bool:
        return self.approved_revision == self.revision


class AuthorityEdit(models.Model):
    """That somebody edited an authority record since it was last approved."""

    public_text = set()
    private_text = set()

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="pending_edits")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "editor"], name="authority_edit_once_an_editor")]

    def __str__(self):
        return f"{self.authority_id}/{self.editor_id}"


class Label(models.Model):
    """One of the ways a thing is called, public or private."""

    class Role(models.TextChoices):
        VARIANT = "variant", _("variant")
        HISTORICAL = "historical", _("historical")
        ADJECTIVE = "adjective", _("adjective")
        DIMINUTIVE = "diminutive", _("diminutive")
        FORMER = "former", _("former name")
        SURZHYK = "surzhyk", _("in mixed speech")

    public_text = {"text", "language", "role"}
    private_text = set()

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="labels", verbose_name=_("record"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    text = models.CharField(_("text"), max_length=200)
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.VARIANT)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("A private label is never shown or searched in public.")
    )

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["language", "text"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "language", "text"], name="label_once_an_authority"),
            models.CheckConstraint(condition=~models.Q(text=""), name="label_not_empty"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
