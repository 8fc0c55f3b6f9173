from django.db import models
from django.utils.translation import gettext_lazy as _

from ..keys import new_key


class Participation(models.Model):
    """What a person does in one interview, and the rendition of the name agreed for it."""

    class Role(models.TextChoices):
        NARRATOR = "narrator", _("narrator")
        INTERVIEWER = "interviewer", _("interviewer")
        INTERPRETER = "interpreter", _("interpreter")
        CAMERA = "camera", _("camera")
        TRANSCRIBER = "transcriber", _("transcriber")
        GUARDIAN = "guardian", _("guardian")

    class Rendition(models.TextChoices):
        FULL = "full", _("full name")
        GIVEN_INITIAL = "given-initial", _("given name and initial")
        INITIALS = "initials", _("initials")
        PSEUDONYM = "pseudonym", _("pseudonym")
        ROLE_ONLY = "role-only", _("role only")
        WITHHELD = "withheld", _("withheld")

    public_text = {
        "role",
        "rendition",
        "name_full",
        "name_given_initial",
        "name_initials",
        "name_pseudonym",
        "role_description",
    }
    private_text = {"key", "private_note"}

    interview = models.ForeignKey(
        "catalogue.Interview", models.CASCADE, related_name="participations", verbose_name=_("interview")
    )
    person = models.ForeignKey(
        "catalogue.Person", models.PROTECT, related_name="participations", verbose_name=_("person")
    )
    key = models.CharField(max_length=12, unique=True, default=new_key, editable=False)
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.NARRATOR)
    rendition = models.CharField(
        _("name shown as"),
        max_length=14,
        choices=Rendition,
        default=Rendition.WITHHELD,
        help_text=_(
            "As the narrator agreed for this interview. It is shown only while consent to the name is in force."
        ),
    )
    name_full = models.CharField(_("full name"), max_length=200, blank=True)
    name_given_initial = models.CharField(_("given name and initial"), max_length=100, blank=True)
    name_initials = models.CharField(_("initials"), max_length=40, blank=True)
    name_pseudonym = models.CharField(_("pseudonym"), max_length=100, blank=True)
    role_description = models.CharField(
        _("described by role"),
        max_length=200,
        blank=True,
        help_text=_("Shown in place of a name, as “a municipal worker, 50”."),
    )
    links_identity = models.BooleanField(
        _("may be joined with other interviews"),
        default=False,
        help_text=_("Only if the narrator agreed that the public may see that both interviews are theirs."),
    )
    private_note = models.TextField(_("note for staff"), blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "person", "role"], name="participation_once_a_role"),
        ]

    def __str__(self):
        return f"{self.interview}/{self.get_role_display()} {self.position + 1}"

    def touched_interviews(self):
        return [self.interview_id]
