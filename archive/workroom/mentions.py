"""Names found in the text, to be confirmed or rejected: those of one interview, and the doubtful ones of all."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Min
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from archive import publishing
from archive.catalogue.models import Authority, Interview, Mention, Segment
from archive.language import timecodes
from archive.language.authorities import CERTAIN

from .acts import page_of
from .confirm import posted
from .found_names import DOUBTFUL_FIRST, NOUNS, Found, decisions, found_in, labels, value_of, with_decisions
from .review import CERTAINTY
from .site import workroom

MAY_VIEW = "catalogue.view_mention"
MAY_DECIDE = "catalogue.add_mention"
PASSAGES = 50
"""Passages of an interview on a page."""
SEGMENTS = 300
"""Segments read for a page of doubtful names in all interviews."""
MOST = 200
"""Decisions in one form."""


class DecisionForm(forms.Form):
    """Names chosen on the page, and one word on all of them."""

    act = forms.ChoiceField(
        choices=[(name, name) for name in ("confirm", "reject", "reject-everywhere", "take-back")],
        widget=forms.HiddenInput,
    )
    private_note = forms.CharField(
        label=gettext_lazy("Note for staff"),
        required=False,
        help_text=gettext_lazy("Kept with every decision that you make now."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def clean(self):
        data = super().clean()
        chosen = [value.split(":", 2) for value in dict.fromkeys(self.data.getlist("mention"))]
        if not chosen:
            raise forms.ValidationError(_("Choose at least one name first."))
        if len(chosen) > MOST:
            raise forms.ValidationError(_("That is too many at once. Choose fewer names."))
        if not all(len(parts) == 3 and parts[0].isdecimal() and parts[1].isdecimal() for parts in chosen):
            raise forms.ValidationError(_("This form is not as it was sent to you. Open the list of names again."))
        data["chosen"] = sorted((int(interview), int(authority), key) for interview, authority, key in chosen)
        return data


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision that belongs to no words on the page. Its passage is gone, or says other words by now, or there is none."""

    mention: Mention
    label: str
    is_there: bool

    @property
    def value(self) -> str:
        return value_of(self.mention.interview_id, self.mention.authority_id, self.mention.passage)


def of_interview(request, pk):
    """The names found in the passages of one interview, a page of passages at a time."""
    _require(request, MAY_VIEW)
    interview = get_object_or_404(Interview, pk=pk)
    form, status = DecisionForm(posted(request)), 200
    if request.method == "POST":
        if _decide(request, form, only=interview):
            return redirect(request.get_full_path())
        status = 409
    page = _page(request, interview)
    keys = [row["alignment"] for row in page]
    found = with_decisions(found_in(_segments(interview, keys)), request.user)
    context = {
        "title": _("Names found in %(interview)s") % {"interview": interview},
        "rows": _in_words(found),
        "page": page,
        "apart": _apart(interview, request.user, keys=keys, found=found),
        "back": page_of(interview),
        "whence": str(interview),
    }
    return _answer(request, context, form, status)


def doubtful(request):
    """Names of which neither the finder is certain nor anybody has decided, in all interviews, by stretches of text."""
    _require(request, MAY_VIEW)
    form, status = DecisionForm(posted(request)), 200
    if request.method == "POST":
        if _decide(request, form):
            return redirect(request.get_full_path())
        status = 409
    after = request.GET.get("after", "")
    segments = Segment.objects.filter(pk__gt=int(after) if after.isdecimal() and len(after) < 19 else 0)
    segments = list(segments.select_related("transcript__interview").order_by("pk")[: SEGMENTS + 1])
    onward = segments[SEGMENTS - 1].pk if len(segments) > SEGMENTS else None
    found = [row for row in found_in(segments[:SEGMENTS]) if row.certainty != CERTAIN]
    found = [row for row in with_decisions(found, request.user) if not row.is_decided]
    context = {
        "title": _("Doubtful names"),
        "rows": _in_words(sorted(found, key=lambda row: DOUBTFUL_FIRST.index(row.certainty))),
        "is_of_all": True,
        "onward": onward,
    }
    return _answer(request, context, form, status)


def _require(request, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied


def _answer(request, context, form, status):
    shared = {
        **workroom.each_context(request),
        "form": form,
        "may_decide": request.user.has_perm(MAY_DECIDE),
        "chosen": set(form.data.getlist("mention")) if form.is_bound else set(),
    }
    return TemplateResponse(request, "workroom/mentions.html", shared | context, status=status)


def _passages(interview):
    """A row for each passage, whatever the number of its languages, in the order of the recordings."""
    segments = Segment.objects.filter(transcript__interview=interview).order_by()
    rows = segments.values("alignment").annotate(of=Min("transcript__recording"), place=Min("position"))
    return rows.order_by("of", "place", "alignment")


def _page(request, interview):
    """The page of passages that is asked for, by its number or by a decision on one of them."""
    pages = Paginator(_passages(interview), PASSAGES)
    asked = request.GET.get("mention", "")
    if not asked.isdecimal() or len(asked) > 18:
        return pages.get_page(request.GET.get("page"))
    passage = interview.mentions.filter(pk=asked).values_list("passage", flat=True).first()
    keys = [row["alignment"] for row in pages.object_list]
    return pages.get_page(keys.index(passage) // PASSAGES + 1 if passage in keys else 1)


def _segments(interview, keys):
    segments = Segment.objects.filter(transcript__interview=interview, alignment__in=keys)
    order = {key: place for place, key in enumerate(keys)}
    rows = segments.select_related("transcript__interview").order_by("transcript", "position")
    return sorted(rows, key=lambda segment: order[segment.alignment])


def _in_words(found: list[Found]) -> list[tuple]:
    kinds = dict(Authority.Kind.choices)
    return [(row, kinds[row.kind], CERTAINTY[row.certainty], timecodes.show(row.start_ms)) for row in found]


def _apart(interview, user, *, keys, found: list[Found]) -> list[Decided]:
    """What holds for the whole interview, for a passage that is gone, or for words that one of ``keys`` says no more."""
    elsewhere = Segment.objects.filter(transcript__interview=interview).exclude(alignment__in=keys).values("alignment")
    shown = [row.decision.pk for row in found if row.decision]
    left = interview.mentions.exclude(passage__in=elsewhere).exclude(pk__in=shown)
    mentions = list(left.select_related("authority", "decided_by"))
    people = {m.authority_id for m in mentions if m.authority.kind == "person"}
    whole = {person.pk: person for person in NOUNS["person"].objects.filter(pk__in=people)} if people else {}
    words = labels([whole.get(m.authority_id, m.authority) for m in mentions], user)
    return [Decided(mention=m, label=words[m.authority_id], is_there=m.passage in keys) for m in mentions]


def _decide(request, form, only: Interview | None = None) -> bool:
    """Do what the form says of all that was chosen, or of nothing, and publish once; true if it is done."""
    _require(request, MAY_DECIDE)
    if not form.is_valid():
        return False
    data = form.cleaned_data
    try:
        with transaction.atomic(), publishing.together():
            _carry_out(data["chosen"], data["act"], data["private_note"], request.user, only)
    except publishing.Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
        return False
    number = len(data["chosen"])
    done = ngettext("%(count)d decision is saved.", "%(count)d decisions are saved.", number)
    messages.success(request, done % {"count": number})
    return True


def _carry_out(chosen, act, note, by, only) -> None:
    """Interviews come in the order of their primary keys, in which everybody locks them."""
    if only and {interview for interview, _authority, _key in chosen} != {only.pk}:
        raise publishing.Refused(_("These names belong to another interview. Open its own list of names."))
    interviews = Interview.objects.in_bulk({interview for interview, _authority, _key in chosen})
    authorities = Authority.objects.in_bulk({authority for _interview, authority, _key in chosen})
    if act == "take-back":
        decided = decisions(interviews)
        for key in chosen:
            if key not in decided:
                raise publishing.Refused(_("Nothing has been decided of one of these names in this place."))
            publishing.take_back_mention(decided[key], by=by)
        return
    words = _words(chosen, by)
    if not words.keys() >= set(chosen):
        raise publishing.Refused(_("One of these names is not in the text any more. Open the list of names again."))
    do = publishing.confirm_mention if act == "confirm" else publishing.reject_mention
    places = {(i, a, "" if act == "reject-everywhere" else passage): words[i, a, passage] for i, a, passage in chosen}
    for (interview, authority, passage), found in places.items():
        what = {"authority": authorities[authority], "passage": passage, "words": found, "private_note": note}
        do(interviews[interview], by=by, **what)


def _words(chosen, user) -> dict[tuple[int, int, str], str]:
    """The folded words by which each choice is found in the text as it stands now."""
    segments = Segment.objects.filter(
        transcript__interview__in={interview for interview, _authority, _key in chosen},
        alignment__in={key for _interview, _authority, key in chosen},
    )
    found = with_decisions(found_in(segments.select_related("transcript__interview").order_by("pk")), user)
    return {(row.interview.pk, row.authority, row.passage): row.words for row in found}
