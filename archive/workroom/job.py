"""What works in the background, what failed and why, and the button that tries again."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from archive.catalogue.models import Job
from archive.finding.tasks import NAMES, READ
from archive.jobs import queue
from archive.publishing.looking_through import LOOK
from archive.publishing.renaming import FIND
from archive.publishing.settle import PUBLISH
from archive.vault.derivatives import DERIVE, UNLINK
from archive.vault.destruction import DESTROY

from .record import RecordAdmin, ViewOnly
from .site import workroom

MAY_RETRY = "catalogue.change_recording"


KINDS = {
    DERIVE: gettext_lazy("make the version for the public"),
    UNLINK: gettext_lazy("remove a file"),
    PUBLISH: gettext_lazy("bring the public page up to date"),
    FIND: gettext_lazy("find a name in public words"),
    LOOK: gettext_lazy("look through testimonies for names that the new words of a collection say"),
    READ: gettext_lazy("read a record for the search of the workroom"),
    NAMES: gettext_lazy("find a name in all records"),
    DESTROY: gettext_lazy("destroy a file"),
}


def kind_in_words(kind: str) -> str:
    """What a job does; one that came with an extension keeps its code."""
    return str(KINDS.get(kind, kind))


class KindFilter(admin.SimpleListFilter):
    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return list(KINDS.items())

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(Job, site=workroom)
class JobAdmin(ViewOnly, RecordAdmin):
    change_form_template = "admin/catalogue/job_change_form.html"
    list_display = ("work", "state", "interview", "what_went_wrong", "queued_at", "finished_at")
    list_filter = ("state", KindFilter)
    list_select_related = ("interview",)
    search_fields = ("interview__code",)
    fields = ("work", "interview", "state", "what_went_wrong", "attempts", "queued_at", "started_at", "finished_at")
    readonly_fields = ("work", "what_went_wrong")

    @admin.display(description=gettext_lazy("kind"), ordering="kind")
    def work(self, job):
        return kind_in_words(job.kind)

    @admin.display(description=gettext_lazy("what went wrong"))
    def what_went_wrong(self, job):
        return _(job.error) if job.error else ""

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_retry"] = bool(obj) and obj.state == Job.State.FAILED and request.user.has_perm(MAY_RETRY)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


@require_POST
def retry(request, pk):
    """Queue a failed job again at the wish of the person at work."""
    if not request.user.has_perm(MAY_RETRY):
        raise PermissionDenied
    job = get_object_or_404(Job.objects.select_related("interview"), pk=pk)
    queue.retry(job, by=request.user)
    messages.success(request, _("It will be tried again."))
    if job.interview_id:
        return redirect("workroom:catalogue_interview_change", job.interview_id)
    return redirect("workroom:catalogue_job_changelist")
