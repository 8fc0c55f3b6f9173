"""The site of the workroom: its admin, its own pages beside it, and the order in which staff meet them.

Researchers sign in here too, and are let to their own pages alone, whatever else is ever added.
"""

from functools import wraps

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.i18n import set_language

from .labels import label

GROUPS = (
    (
        "testimonies",
        pgettext_lazy("everything that belongs to testimonies", "Testimonies"),
        ("Interview", "Recording", "Transcript", "Document", "Claim"),
    ),
    ("agreements", _("Agreement and refusal"), ("ConsentRecord", "Withdrawal", "Stop", "Redaction")),
    ("authorities", _("Persons, places, topics, events"), ("Person", "Place", "Topic", "Event", "Question")),
    ("guides", _("For readers"), ("Path", "Opening", "Term")),
    ("archive", _("The archive"), ("Collection", "Master", "Job", "Erasure", "CustodyEvent", "User")),
)


READS_AS_RESEARCHER = "catalogue.read_interview_as_researcher"
FOR_RESEARCHERS = {"reading-list", "reading", "reading-file", "password_change", "password_change_done", "logout"}
"""Names of the pages that are there for an account that may read as a researcher and do nothing else."""


def is_only_researcher(user) -> bool:
    return user.get_all_permissions() == {READS_AS_RESEARCHER}


class LabelledAutocomplete(AutocompleteJsonView):
    """Answers a picker with the labels that the person at work may see."""

    def serialize_result(self, obj, to_field_name):
        return super().serialize_result(obj, to_field_name) | {"text": label(obj, self.request.user)}


class Workroom(admin.AdminSite):
    site_header = _("Workroom of the archive")
    site_title = _("Workroom")
    index_title = _("What awaits me")
    site_url = "/" if settings.HOLOS_ROLE == "all" else None
    empty_value_display = "—"

    def admin_view(self, view, cacheable=False):
        """Refusals stay in the workroom: they look like it and need no public address."""

        @wraps(view)
        def answered(request, *args, **kwargs):
            name = request.resolver_match.url_name
            if name not in FOR_RESEARCHERS and is_only_researcher(request.user):
                if name == "index":
                    return redirect("workroom:reading-list")
                return self._refusal(request, "workroom/forbidden.html", 403)
            try:
                return view(request, *args, **kwargs)
            except PermissionDenied:
                return self._refusal(request, "workroom/forbidden.html", 403)
            except Http404:
                return self._refusal(request, "workroom/not_found.html", 404)

        return super().admin_view(answered, cacheable)

    def _refusal(self, request, template, status):
        return TemplateResponse(request, template, {**self.each_context(request), "title": ""}, status=status)

    def autocomplete_view(self, request):
        return LabelledAutocomplete.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """The nouns in cataloguing order, in place of the alphabet."""
        apps = super().get_app_list(request, app_label)
        nouns = {noun["object_name"]: noun for app in apps for noun in app["models"]}
        groups = [
            {
                "name": name,
                "app_label": code,
                "app_url": f"{reverse('workroom:index')}#{code}",
                "has_module_perms": True,
                "models": [nouns[noun] | {"name": capfirst(nouns[noun]["name"])} for noun in members if noun in nouns],
            }
            for code, name, members in GROUPS
        ]
        return [group for group in groups if group["models"]]

    def index(self, request, extra_context=None):
        from .dashboard import awaiting

        return super().index(request, {"awaiting": awaiting(request.user), **(extra_context or {})})

    def get_urls(self):
        from . import (
            acts,
            authority,
            erasure,
            job,
            master,
            mentions,
            merging,
            moderator_decision,
            passage,
            preview,
            reading,
            redaction,
            researcher_access,
            review,
            search,
            withdrawal,
        )

        view = self.admin_view
        return [
            path("language/", set_language, name="language"),
            path("search/", view(search.search), name="search"),
            path("review/", view(review.queue), name="review-queue"),
            path("review/<int:pk>/", view(review.review), name="review"),
            path("preview/<int:pk>/", view(review.preview), name="preview"),
            path("files/<slug:digest>.<slug:suffix>", view(preview.derivative), name="derivative"),
            path("interviews/<int:pk>/withdraw/", view(withdrawal.choose), name="choose-withdrawal"),
            path("interviews/<int:pk>/redact/", view(passage.redact), name="redact"),
            path("interviews/<int:pk>/erase/", view(erasure.erase), name="erase"),
            path("interviews/<int:pk>/waive/", view(passage.waive), name="waive"),
            path("interviews/<int:pk>/names/", view(mentions.of_interview), name="mentions"),
            path("names/", view(mentions.doubtful), name="doubtful-mentions"),
            path("interviews/<int:pk>/<slug:name>/", view(acts.act), name="act"),
            path("redactions/<int:pk>/lift/", view(redaction.lift), name="lift"),
            path("participations/<int:pk>/withdraw/", view(withdrawal.withdraw), name="withdraw"),
            path("participations/<int:pk>/decide/", view(moderator_decision.decide), name="decide"),
            path("authorities/<int:pk>/approve/", view(authority.approve), name="approve-authority"),
            path("authorities/<int:pk>/merge/", view(merging.merge), name="merge"),
            path("masters/<int:pk>/", view(master.open_master), name="master"),
            path("jobs/<int:pk>/retry/", view(job.retry), name="retry"),
            path("accounts/<int:pk>/researcher/", view(researcher_access.give), name="give-access"),
            path("researcher-access/<int:pk>/end/", view(researcher_access.end), name="end-access"),
            path("reading/", view(reading.reading_list), name="reading-list"),
            path("reading/<slug:reference>/", view(reading.reading), name="reading"),
            path("reading/<slug:reference>/<slug:digest>.<slug:suffix>", view(reading.file), name="reading-file"),
            *super().get_urls(),
        ]


workroom = Workroom(name="workroom")
