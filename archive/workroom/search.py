"""The search of the workroom: over everything the archive holds, as far as the person at work may read it."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.template.response import TemplateResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from pyroaring import BitMap

from archive.catalogue.models import Collection, Interview
from archive.catalogue.vocabulary import Language
from archive.edition.among import among
from archive.edition.search.questions import MEANT
from archive.edition.search.suggest import did_you_mean
from archive.finding.answer import Answer, Narrow, find
from archive.finding.nouns import GROUPS, NOUNS
from archive.finding.numbers import Record
from archive.finding.reader import Reader

from .fields import LabelledChoice
from .found_records import FoundRecord, drawn
from .site import workroom

PAGE = 20
PERMISSIONS = [noun.permissions for noun in NOUNS]

KINDS = {
    "description": gettext_lazy("Interviews: titles, summaries, participants, contents"),
    "transcript": gettext_lazy("Transcripts and translations"),
    "document": gettext_lazy("Letters and other papers"),
    "source": gettext_lazy("Sources"),
    "claim": gettext_lazy("Claims"),
    "agreement": gettext_lazy("Agreements, refusals, decisions"),
    "person": gettext_lazy("Persons"),
    "place": gettext_lazy("Places"),
    "topic": gettext_lazy("Topics"),
    "event": gettext_lazy("Events"),
    "question": gettext_lazy("Questions"),
    "collection": gettext_lazy("Collections"),
}
"""What may be looked through, by the groups of nouns."""

PUBLIC, STOPPED, WITHDRAWN = "public", "stopped", "withdrawn"
STATES = {
    **dict(Interview.State.choices),
    PUBLIC: gettext_lazy("public"),
    STOPPED: gettext_lazy("stopped"),
    WITHDRAWN: gettext_lazy("agreement withdrawn"),
}
IN_STATE = {
    PUBLIC: {"publication__is_public": True},
    STOPPED: {"pk__in": Interview.objects.filter(stops__released_at=None, stops__isnull=False).values("pk")},
    WITHDRAWN: {"pk__in": Interview.objects.filter(participations__withdrawals__isnull=False).values("pk")},
}


class SearchForm(forms.Form):
    """What is looked for, and where. An address that chooses what is not there chooses nothing."""

    q = forms.CharField(label=gettext_lazy("Look for"), required=False, strip=False)
    kind = forms.ChoiceField(label=gettext_lazy("Where"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("State of the interview"), required=False)
    collection = LabelledChoice(
        label=gettext_lazy("Collection"), required=False, queryset=Collection.objects.all(), user=None
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the words"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="search_%s")
        everything = [("", _("everything"))]
        self.fields["kind"].choices = [*everything, *((group, KINDS[group]) for group in GROUPS)]
        self.fields["state"].choices = [*everything, *STATES.items()]
        self.fields["language"].choices = [*everything, *Language.choices]
        self.fields["collection"].user, self.fields["collection"].empty_label = user, _("everything")
        if not user.has_perm("catalogue.view_collection"):
            del self.fields["collection"]
        self.is_valid()

    @property
    def chosen(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self) -> Narrow:
        """Keeps the interviews in the state and collection chosen; other records have neither."""
        state, collection = self.chosen.get("state"), self.chosen.get("collection")
        if not state and not collection:
            return lambda records: records
        interviews = Interview.objects.filter(**IN_STATE.get(state, {"state": state}) if state else {})
        if collection:
            interviews = interviews.filter(collection=collection)

        def narrow(records: BitMap) -> BitMap:
            pks = [record.pk for record in map(Record.numbered, records) if record.root == "interview"]
            kept = interviews.filter(among(pks)).order_by().values_list("pk", flat=True)
            return BitMap(Record("interview", pk).number for pk in kept)

        return narrow


@dataclass(frozen=True)
class Group:
    """Rows that were found in one way; ``heading`` says in which, empty where that needs no words."""

    heading: str | Promise
    rows: list[FoundRecord]


def search(request):
    """Refused to whoever may open nothing."""
    if not any(map(request.user.has_perms, PERMISSIONS)):
        raise PermissionDenied
    form = SearchForm(request.GET, user=request.user)
    answer = page = None
    if form.chosen.get("q", "").strip():
        answer = find(form.chosen["q"], reader=_reader(request.user, form.chosen), narrow=form.narrow())
        page = Paginator(answer.ranked, PAGE).get_page(request.GET.get("page"))
    context = {
        **workroom.each_context(request),
        "title": _("Search"),
        "form": form,
        "answer": answer,
        "page": page,
        "groups": _groups(request, answer, page) if answer else [],
        "others": _others(request, answer) if answer else [],
        "kept": _address(request, page=None),
        "is_search": True,
    }
    return TemplateResponse(request, "workroom/search.html", context)


def _reader(user, chosen: dict) -> Reader:
    groups = frozenset([chosen["kind"]] if "kind" in chosen else [])
    return Reader(user.has_perm, get_language() or "uk", groups, chosen.get("language", ""))


def _groups(request, answer: Answer, page: Page) -> list[Group]:
    """The rows of a page by the tier that found them, in which order they stand."""
    rows: dict[str, list[FoundRecord]] = {}
    for row in drawn(request, answer, page.object_list):
        rows.setdefault(answer.tier_of(row.record).code, []).append(row)
    headings = {MEANT: _("In other words or languages")}
    return [Group(headings.get(code, ""), found) for code, found in rows.items()]


def _others(request, answer: Answer) -> list[tuple[str, str]]:
    """Other words to look for where little is found, each with its address. They are those of the public, which
    everybody may know."""
    if answer.ranked and not answer.is_partial:
        return []
    words = did_you_mean(request.GET["q"], answer.reader.language)
    return [(other, _address(request, q=other, page=None)) for other in words]


def _address(request, **changes) -> str:
    """The query string of this page with some of its values changed, or left out by None."""
    query = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return query.urlencode()
