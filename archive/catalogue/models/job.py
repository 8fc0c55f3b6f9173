"""Jobs: work that is done in the background and survives the death of the worker."""

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .master import DIGEST_LENGTH


class Job(models.Model):
    """One piece of background work, known by its kind and the digest of its inputs.

    Changed only by ``archive.jobs``: a worker holds it by a lease, and its effects are committed together with
    the state "done". ``error`` is a sentence for the archivist.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    public_text = set()
    private_text = {"kind", "key", "payload", "state", "leased_by", "error"}

    kind = models.CharField(_("kind"), max_length=64, editable=False)
    key = models.CharField(_("key"), max_length=DIGEST_LENGTH, editable=False)
    payload = models.JSONField(_("payload"), default=dict, editable=False)
    interview = models.ForeignKey(
        "catalogue.Interview",
        verbose_name=_("interview"),
        on_delete=models.CASCADE,
        related_name="jobs",
        null=True,
        blank=True,
        editable=False,
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED, editable=False)
    asked_again = models.BooleanField(_("asked for again while running"), default=False, editable=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, editable=False)
    not_before = models.DateTimeField(_("not before"), default=timezone.now, editable=False)
    leased_by = models.CharField(_("leased by"), max_length=64, blank=True, editable=False)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True, editable=False)
    error = models.TextField(_("what went wrong"), blank=True, editable=False)
    queued_at = models.DateTimeField(_("queued at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True, editable=False)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("background job")
        verbose_name_plural = _("background jobs")
        ordering = ["-queued_at", "-pk"]
        indexes = [models.Index(fields=["state", "not_before"], name="job_next")]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="job_once_per_input"),
            models.CheckConstraint(condition=Exact(Length("key"), DIGEST_LENGTH), name="job_key_is_whole"),
            models.CheckConstraint(
                condition=models.Q(state="running", leased_until__isnull=False)
                | (~models.Q(state="running") & models.Q(leased_until__isnull=True)),
                name="job_lease_goes_with_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key[:12]}"
