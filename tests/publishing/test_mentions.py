"""What archivists decide of names found in passages, and what the public finds then."""

import pytest
from django.db import IntegrityError, transaction

from archive import publishing
from archive.catalogue.models import CustodyEvent, Label, Mention, PersonStatus, Segment
from archive.consent.dossier import Dossier
from archive.custody import acting
from archive.document import canonical
from archive.edition.models import Edition, FacetValue, PublishedAuthority, PublishedInterview
from archive.edition.search import search
from archive.jobs.worker import drain
from archive.publishing import naming, rebuilding
from archive.publishing.permissions import dossier_of, latest_version
from tests import cast

pytestmark = pytest.mark.django_db

PASSAGES = {"a0": ("Ми виїхали з Ізюма.", "We left Izium."), "a1": ("У місті було тихо.", "It was quiet.")}


def speaking(passages=PASSAGES):
    """An interview that says this in two languages, in a place also called "Stonebrook", approved."""
    place = cast.izium()
    if not place.labels.exists():
        with acting(cast.archivist()):
            Label.objects.create(authority=place, language="en", text="Stonebrook", is_public=True)
            place.save()
        publishing.approve_authority(place, by=cast.moderator())
    made = cast.interview()
    for key, texts in passages.items():
        for language, words in zip(("uk", "en"), texts, strict=True):
            rows = Segment.objects.filter(transcript__interview=made, transcript__language=language, alignment=key)
            rows.update(text=words)
    return cast.approve(made)


def reject(made, **what):
    what = {"authority": cast.izium(), "passage": "a0", "words": "ізюма"} | what
    return publishing.reject_mention(made, by=cast.archivist(), **what)


def found(kind="place") -> set[str]:
    return set(FacetValue.objects.filter(facet=f"named-{kind}", is_inherited=False).values_list("value", flat=True))


def answers(words: str) -> int:
    return search(words, language="en").total


def test_a_rejection_acts_at_once_in_every_language_and_names_nothing_else_any_less():
    made = speaking()
    assert (found(), answers("Stonebrook")) == ({"izium"}, 1)
    before, revision = PublishedInterview.objects.get().digest, Edition.objects.current().revision
    reject(made)
    assert (found(), answers("Stonebrook")) == (set(), 0)
    assert PublishedInterview.objects.get().digest == before and Edition.objects.current().revision > revision
    assert not PublishedAuthority.everything.filter(slug="izium").exists()
    assert answers("тихо") == 1


def test_a_rejection_in_one_passage_leaves_the_name_in_another():
    made = speaking({"a0": PASSAGES["a0"], "a1": PASSAGES["a0"]})
    reject(made)
    assert (found(), answers("Stonebrook")) == ({"izium"}, 1)
    reject(made, passage="a1")
    assert (found(), answers("Stonebrook")) == (set(), 0)


def test_a_rejection_everywhere_holds_for_titles_too():
    made = speaking({"a0": PASSAGES["a0"], "a1": PASSAGES["a0"]})
    with acting(cast.archivist()):
        made.title_uk = "З Ізюма"
        made.save()
    cast.approve(made)
    reject(made, passage="")
    assert (found(), answers("Stonebrook")) == (set(), 0)


def test_a_rejection_survives_a_rebuilding_and_a_corrected_name():
    made = speaking()
    reject(made)
    rebuilding.rebuild()
    assert (found(), answers("Stonebrook")) == (set(), 0)
    place = cast.izium()
    with acting(cast.archivist()):
        Label.objects.create(authority=place, language="en", text="Brookstone", is_public=True)
        place.save()
    publishing.approve_authority(place, by=cast.moderator())
    drain()
    assert (found(), answers("Brookstone")) == (set(), 0)


def test_a_rejection_outlives_its_passage_wherever_the_same_words_stand():
    made = speaking({"a0": ("Ми виїхали з Ізюма.", "We left."), "a1": ("До Ізюма далеко. Ізюм великий.", "It is far.")})
    reject(made)
    with acting(cast.archivist()):
        for segment in Segment.objects.filter(transcript__interview=made, alignment="a0"):
            segment.alignment = "new"
            segment.save()
    cast.approve(made)
    row = PublishedInterview.objects.get()
    assert [m.segments[0].key for m in row.content.recordings[0].transcripts] == ["new", "new"]
    assert found() == {"izium"}, "Another form of the name was not rejected."
    Segment.objects.filter(transcript__interview=made, text__contains="великий").update(text="До Ізюма далеко.")
    publishing.record_edit(made, by=cast.archivist())
    cast.approve(made)
    assert found() == set()


def test_what_is_taken_back_is_found_again_only_when_somebody_has_approved_it():
    made = speaking()
    publishing.take_back_mention(reject(made), by=cast.archivist())
    assert found() == set() and made.pending_edits.filter(editor=cast.archivist()).exists()
    rebuilding.rebuild()
    assert found() == set()
    cast.approve(made)
    assert (found(), answers("Stonebrook")) == ({"izium"}, 1)


def test_a_rejection_is_no_edit_and_asks_for_no_approval():
    made = speaking()
    reject(made)
    assert not made.pending_edits.exists()
    assert "submit" not in publishing.acts(made, cast.archivist())


def test_a_confirmed_place_changes_nothing_in_public():
    made = speaking()
    revision = Edition.objects.current().revision
    publishing.confirm_mention(made, by=cast.archivist(), authority=cast.izium(), passage="a0", words="ізюма")
    assert (found(), Edition.objects.current().revision) == ({"izium"}, revision)
    assert not made.pending_edits.exists()


# Persons


def mayor(status="public-figure", slug="mayor"):
    made = cast.person(slug, name_uk="Тарас Гнатенко", name_en="Taras Hnatenko")
    with acting(cast.archivist()):
        Label.objects.create(authority=made, language="en", text="Longbeard Elder", is_public=True)
        PersonStatus.objects.create(person=made, kind=status)
    publishing.approve_authority(made, by=cast.moderator())
    return made


NAMING = {"a0": ("Тарас Гнатенко прийшов.", "Taras Hnatenko came."), "a1": ("Тарас Гнатенко пішов.", "He went.")}


def confirm(made, person, passage="a0"):
    words = "тарас гнатенко"
    return publishing.confirm_mention(made, by=cast.archivist(), authority=person, passage=passage, words=words)


def test_a_confirmed_person_is_found_when_approved_and_in_that_passage_alone():
    person, made = mayor(), speaking(NAMING)
    assert found("person") == set()
    confirm(made, person)
    rebuilding.rebuild()
    assert (found("person"), answers("Longbeard")) == (set(), 0)
    assert made.pending_edits.filter(editor=cast.archivist()).exists()
    cast.approve(made)
    assert (found("person"), answers("Longbeard Elder")) == ({"mayor"}, 1)
    content = PublishedInterview.objects.get().content
    assert [(m.passage, m.person) for m in content.mentions] == [("a0", "mayor")] and not content.people
    reject(made, authority=person, passage="a0")
    assert (found("person"), answers("Longbeard Elder")) == (set(), 0)
    assert not PublishedInterview.objects.get().content.mentions


@pytest.mark.parametrize("is_taken_back", [False, True])
def test_who_is_no_public_figure_any_more_is_found_no_more(is_taken_back):
    person, made = mayor(), speaking(NAMING)
    decided = confirm(made, person)
    cast.approve(made)
    if is_taken_back:
        publishing.take_back_mention(decided, by=cast.archivist())
    assert found("person") == {"mayor"}
    with acting(cast.archivist()):
        PersonStatus.objects.get(person=person).delete()
    assert found("person") == set() and not PublishedAuthority.everything.filter(kind="person").exists()
    assert "mayor" not in PublishedInterview.objects.get().document


def test_a_private_person_who_is_confirmed_leads_nowhere():
    person, made = mayor(status="private"), speaking(NAMING)
    confirm(made, person)
    cast.approve(made)
    assert found("person") == set() and not PublishedInterview.objects.get().content.mentions


def test_a_passage_that_is_withheld_names_nobody():
    person, made = mayor(), speaking(NAMING)
    confirm(made, person)
    cast.approve(made)
    publishing.redact(made, by=cast.archivist(), reason="safety", alignment="a0", quote="прийшов")
    assert found("person") == set() and not PublishedInterview.objects.get().content.mentions


def test_an_approval_is_bound_to_what_was_confirmed():
    person, made = mayor(), speaking(NAMING)
    confirm(made, person)
    publishing.submit(made, by=cast.archivist())
    seen = publishing.look(made)
    assert [change.part for change in seen.changes] == ["Persons named in passages"]
    confirm(made, person, passage="a1")
    with pytest.raises(publishing.Refused, match="changed since you looked"):
        publishing.approve(made, by=cast.moderator(), seen=seen.digest, checklist=dict(seen.checklist))


# Records


def test_a_dossier_of_an_earlier_release_is_read():
    made = speaking()
    version = latest_version(made)
    stored = canonical.plain(dossier_of(version))
    del stored["mentions"], stored["rejections"]
    version.dossier = canonical.dump(stored)
    version.save()
    old = dossier_of(latest_version(made))
    assert isinstance(old, Dossier) and (old.mentions, old.rejections) == ((), ())
    publishing.publish(made)
    assert found() == {"izium"}


def test_one_decision_a_place_the_last_one_holds_and_all_are_on_record():
    made = speaking()
    decided = reject(made)
    assert confirm(made, cast.izium()).pk == decided.pk
    publishing.take_back_mention(Mention.objects.get(), by=cast.archivist())
    acts = CustodyEvent.objects.filter(act__startswith="mention").order_by("pk")
    assert list(acts.values_list("act", "object_key")) == [
        (act, decided.key) for act in ("mention-rejected", "mention-confirmed", "mention-taken-back")
    ]
    with pytest.raises(publishing.Refused, match="already"):
        publishing.take_back_mention(decided, by=cast.archivist())


@pytest.mark.parametrize("passage", ["a0", ""])
def test_the_database_keeps_one_decision_a_place(passage):
    made = speaking()
    reject(made, passage=passage)
    with acting(cast.archivist()), pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.create(
            interview=made, authority=cast.izium(), passage=passage, verdict="rejected", decided_by=cast.archivist()
        )


def test_nothing_is_confirmed_without_a_passage_or_in_one_that_is_not_there():
    made = speaking()
    for passage in ("", "gone"):
        with pytest.raises(publishing.Refused):
            confirm(made, cast.izium(), passage=passage)
    with pytest.raises(publishing.Refused, match="not there"):
        reject(made, passage="gone")
    assert not Mention.objects.exists()


@pytest.mark.parametrize("role", [cast.moderator, cast.administrator])
def test_only_archivists_decide(role):
    made, by = speaking(), role()
    decided = reject(made)
    what = {"by": by, "authority": cast.izium(), "passage": "a0"}
    for act in (publishing.confirm_mention, publishing.reject_mention):
        with pytest.raises(publishing.Refused, match="may not"):
            act(made, **what)
    with pytest.raises(publishing.Refused, match="may not"):
        publishing.take_back_mention(decided, by=by)


def test_a_merge_keeps_the_rejection_of_either_record():
    made = speaking()
    other = cast.place("izjum", "settlement", name_uk="Ізюмчик")
    publishing.confirm_mention(made, by=cast.archivist(), authority=other, passage="a0")
    reject(made)
    publishing.merge_authorities(kept=other, merged=cast.izium(), by=cast.archivist())
    assert list(Mention.objects.values_list("authority__slug", "verdict")) == [("izjum", "rejected")]


def test_rules_of_a_finder_are_told_apart_by_their_digest():
    rules = [naming.Rules(), naming.Rules(people=frozenset({"a"})), naming.Rules(withheld=frozenset({"a"}))]
    rules += [naming.Rules(rejected=frozenset({("", "place", "a")}))]
    assert len({each.digest for each in rules}) == 4
    assert naming.Rules(people=frozenset({"b", "a"})).digest == naming.Rules(people=frozenset({"a", "b"})).digest
