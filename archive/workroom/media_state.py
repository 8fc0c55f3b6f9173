"""What became of a file that was handed in: waiting, at work, ready, or failed and why."""

from dataclasses import dataclass

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.catalogue.models import Job, Master
from archive.language import timecodes
from archive.vault.derivatives import DERIVE


@dataclass(frozen=True)
class Processing:
    """``state`` is one of the states of a job, or "ready" or "untouched"; ``sentence`` says it to the archivist."""

    state: str
    sentence: str
    job: int | None = None


SENTENCES = {
    Job.State.QUEUED: gettext_lazy("The version for the public waits to be made."),
    Job.State.RUNNING: gettext_lazy("The version for the public is being made."),
    "ready": gettext_lazy("The version for the public is ready."),
    "untouched": gettext_lazy("The version for the public is made once the interview is submitted."),
}


def processing(master: Master, jobs: list[Job]) -> Processing:
    """The state of what is made from ``master``, judged by the newest of its jobs that has not succeeded."""
    unfinished = [job for job in jobs if job.state != Job.State.DONE]
    for state in (Job.State.FAILED, Job.State.RUNNING, Job.State.QUEUED):
        for job in unfinished:
            if job.state == state:
                sentence = _(job.error) if state == Job.State.FAILED and job.error else SENTENCES.get(state, "")
                return Processing(state, str(sentence or _("The version for the public could not be made.")), job.pk)
    state = "ready" if master.derivatives.exists() else "untouched"
    return Processing(state, str(SENTENCES[state]))


def jobs_for(master: Master) -> list[Job]:
    """The jobs whose input is this master, the newest first."""
    return list(Job.objects.filter(kind=DERIVE, payload__master=master.sha256).order_by("-queued_at"))


class MediaState:
    """For pages of recordings and pictures: a column that says it, with the way to try again."""

    @admin.display(description=gettext_lazy("the file"))
    def processing(self, record):
        if not record.pk or not record.master_id:
            return _("no file yet")
        master = record.master
        return render_to_string(
            "workroom/media_state.html",
            {
                "master": master,
                "length": timecodes.show(master.duration_ms) if master.duration_ms else "",
                "processing": processing(master, jobs_for(master)),
            },
        )
