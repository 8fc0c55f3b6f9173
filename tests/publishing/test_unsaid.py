"""What the archive itself says of testimonies names nobody whom one of them withholds."""

import datetime as dt

import pytest

from archive import publishing
from archive.catalogue.models import (
    Claim,
    Interview,
    Label,
    PathStop,
    PersonMention,
    PersonStatus,
    Place,
    Question,
    UnsaidWords,
)
from archive.custody import acting
from archive.edition.models import PublishedAuthority, PublishedPath, PublishedStop
from archive.jobs.worker import drain
from archive.publishing.rebuilding import rebuild
from tests import cast

from .test_guides import path, withdraw

pytestmark = pytest.mark.django_db
MARIIA = "Тут говорить Марія Бондар."


def told_by(full: str, *, slug: str) -> Interview:
    """A draft whose narrator has this name and agreed to given name and initial."""
    made = cast.interview(slug=slug)
    narrator = made.participations.get()
    given, surname = full.split()
    with acting(cast.archivist()):
        made.participations.update(name_full_uk=full, name_given_initial_uk=f"{given} {surname[0]}.")
        narrator.person.name_uk = full
        narrator.person.save()
    return made


def olena_and_mariia() -> tuple[Interview, Interview]:
    return cast.published(slug="olena"), cast.approve(told_by("Марія Бондар", slug="mariia"))


def paths() -> list[str]:
    return [*PublishedPath.objects.values_list("slug", flat=True)]


def introduced(text: str, *, slug: str = "how-long") -> Question:
    with acting(cast.archivist()):
        made = Question.objects.create(slug=slug, name_en="How long?", introduction_uk=text, introduction_en="Days.")
    publishing.approve_authority(made, by=cast.moderator())
    return made


def answer(interview: Interview, question: Question) -> Interview:
    with acting(cast.archivist()):
        Claim.objects.create(interview=interview, statement_en="Six months.", answers=question)
    return cast.approve(interview)


def withholding_its_village(precision: str = "raion") -> Interview:
    made = told_by("Марія Бондар", slug="mariia")
    with acting(cast.archivist()):
        made.place_mentions.create(place=village(), precision=precision)
    return made


def village() -> Place:
    return cast.place("hnylytsia", "settlement", cast.izium().parent, name_uk="Гнилиця", name_en="Hnylytsia")


def stop(made: Interview) -> None:
    publishing.stop(made, by=cast.archivist(), reason="A call.")


def erase(made: Interview) -> None:
    publishing.propose_erasure(made, by=cast.archivist(), reason="She asked.")
    publishing.erase_interview(made, by=cast.moderator())


def introduction() -> dict:
    return PublishedAuthority.objects.get(kind="question").content.introduction


@pytest.mark.parametrize("field", ["title_uk", "introduction_uk"])
def test_a_path_that_names_a_narrator_is_not_shown(field):
    made = path(*olena_and_mariia(), **{field: MARIIA})
    assert paths() == [] and not PublishedStop.everything.exists()
    setattr(made, field, "Про хліб.")
    made.save()
    drain()
    assert paths() == ["beginning"] and PublishedStop.objects.count() == 2


def test_a_sentence_about_one_testimony_names_nobody_whom_another_of_the_path_withholds():
    made = path(*olena_and_mariia())
    said = made.stops.get(position=0)
    said.sentence_uk = MARIIA
    said.save()
    assert [stop.position for stop in PublishedStop.objects.all()] == [1]
    said.sentence_uk = "Про хліб."
    said.save()
    assert [stop.position for stop in PublishedStop.objects.all()] == [0, 1]


def test_no_other_testimony_of_the_path_brings_the_words_back():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk=MARIIA)
    publishing.publish(olena)
    withdraw(mariia)
    publishing.publish(olena)
    drain()
    assert paths() == []


def test_a_name_that_was_shown_in_full_may_not_stand_there_either():
    olena, mariia = cast.published(slug="olena"), told_by("Марія Бондар", slug="mariia")
    mariia.participations.update(rendition="full")
    cast.approve(mariia)
    path(olena, mariia, introduction_uk=MARIIA)
    assert paths() == []


def test_a_draft_on_a_path_is_not_named_by_it():
    path(cast.published(slug="olena"), told_by("Марія Бондар", slug="mariia"), introduction_uk=MARIIA)
    assert paths() == []


def test_a_name_that_is_entered_later_is_looked_for_at_once():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk="Про Зозулю з пекарні.")
    assert paths() == ["beginning"]
    with acting(cast.archivist()):
        Label.objects.create(authority=mariia.participations.get().person, language="uk", text="Зозуля")
    assert paths() == []


def test_a_new_name_of_a_place_that_is_withheld_is_looked_for_soon():
    made = cast.interview()
    with acting(cast.archivist()):
        made.place_mentions.create(place=cast.izium(), precision="raion")
    path(cast.approve(made), introduction_uk="Про Гнилицю.")
    assert paths() == ["beginning"]
    with acting(cast.archivist()):
        Label.objects.create(authority=cast.izium(), language="uk", text="Гнилиця")
    drain()
    assert paths() == []


def test_a_sentence_names_a_place_that_only_another_testimony_withholds():
    made = cast.interview(slug="olena")
    with acting(cast.archivist()):
        made.place_mentions.create(place=cast.izium(), precision="raion")
    way = path(cast.approve(made), cast.published(slug="two"))
    for stop in way.stops.all():
        stop.sentence_uk = f"Як було в Ізюмі, {stop.position}."
        stop.save()
    assert [stop.position for stop in PublishedStop.objects.all()] == [1]


def test_what_was_found_is_not_said_again_because_a_testimony_leaves_the_path():
    olena, mariia = olena_and_mariia()
    made = path(olena, mariia, introduction_uk=MARIIA)
    withdraw(mariia)
    made.stops.get(interview=mariia).delete()
    drain()
    assert paths() == []
    made.introduction_uk = "Про хліб."
    made.save()
    assert paths() == ["beginning"]


def test_an_edit_that_nobody_approved_brings_nothing_back():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk=MARIIA)
    narrator = mariia.participations.get()
    with acting(cast.archivist()):
        narrator.name_full_uk = narrator.person.name_uk = "Ганна Сорока"
        narrator.save()
        narrator.person.save()
    drain()
    assert paths() == []


@pytest.mark.parametrize("gone", [withdraw, stop, erase])
def test_what_is_no_longer_public_leaves_the_place_unsaid_that_it_withheld(gone):
    made = withholding_its_village()
    asked = introduced("Як було у Гнилиці.")
    answer(cast.interview(slug="olena"), asked)
    answer(made, asked)
    path(Interview.objects.first(), made, introduction_uk="Жінка з Гнилиці.")
    assert (paths(), introduction()) == ([], {})
    gone(made)
    drain()
    assert (paths(), introduction()) == ([], {})


@pytest.mark.parametrize(
    "words", ["Ластівка пече хліб.", "Пече Марія Б. хліб."], ids=["pseudonym", "given name and initial"]
)
def test_no_form_of_a_narrators_name_is_said(words):
    mariia = told_by("Марія Бондар", slug="mariia")
    mariia.participations.update(name_pseudonym_uk="Ластівка")
    path(cast.published(slug="olena"), cast.approve(mariia), introduction_uk=words)
    assert paths() == []


def public_figure(**times):
    made = cast.person("figure", name_uk="Володимир Зеленський")
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=made, kind="public-figure", **times)
    publishing.approve_authority(made, by=cast.moderator())
    return made


def telling_of(person, *, slug: str) -> Interview:
    made = cast.interview(slug=slug)
    with acting(cast.archivist()):
        PersonMention.objects.create(interview=made, person=person, is_confirmed=True)
    return made


def test_a_draft_does_not_silence_a_public_figure_of_whom_others_tell():
    figure = public_figure()
    shown = cast.approve(telling_of(figure, slug="olena"))
    path(shown, telling_of(figure, slug="two"), introduction_uk="Про приїзд Володимира Зеленського.")
    assert paths() == ["beginning"]


def test_a_name_that_may_be_said_for_a_time_is_not_said_by_what_stays(time_machine):
    time_machine.move_to(dt.datetime(2024, 3, 1, tzinfo=dt.UTC))
    shown = cast.approve(telling_of(public_figure(ends_on=dt.date(2024, 6, 1)), slug="olena"))
    path(shown, cast.published(slug="two"), introduction_uk="Про приїзд Володимира Зеленського.")
    assert paths() == []


def test_words_stay_unsaid_when_the_testimony_is_erased():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk=MARIIA)
    erase(mariia)
    publishing.publish(olena)
    drain()
    assert paths() == [] and UnsaidWords.objects.exists()


@pytest.mark.parametrize("edit", [{"slug": "begin"}, {"title_en": "Begin here"}], ids=["address", "title"])
def test_the_words_stay_unsaid_when_something_else_is_edited_after_the_erasure(edit):
    olena, mariia = olena_and_mariia()
    made = path(olena, mariia, introduction_uk=MARIIA)
    erase(mariia)
    for field, value in edit.items():
        setattr(made, field, value)
    made.save()
    assert paths() == []
    made.introduction_uk = "Про хліб."
    made.save()
    assert paths() == [made.slug]


def test_the_words_stay_unsaid_where_another_record_takes_them_over_after_the_erasure():
    asked = introduced(MARIIA)
    answer(cast.interview(slug="olena"), asked)
    erase(answer(told_by("Марія Бондар", slug="mariia"), asked))
    with acting(cast.archivist()):
        kept = Question.objects.create(slug="kept", name_en="How long?")
    publishing.merge_authorities(kept=kept, merged=asked, by=cast.archivist())
    publishing.approve_authority(kept, by=cast.moderator())
    drain()
    assert introduction() == {}


def test_a_question_that_names_a_narrator_is_not_approved():
    asked = introduced("Про дні.")
    answer(told_by("Марія Бондар", slug="mariia"), asked)
    asked.refresh_from_db()
    with acting(cast.archivist()):
        asked.name_uk = "Скільки Марія Бондар була в окупації?"
        asked.save()
    with pytest.raises(publishing.Refused, match="Word it without the name"):
        publishing.approve_authority(asked, by=cast.moderator())
    assert PublishedAuthority.objects.get(kind="question").content.name == {"en": "How long?"}


def test_a_claim_taken_away_without_approval_brings_no_name_back():
    asked = introduced("Про дні.")
    answer(cast.interview(slug="olena"), asked)
    mariia = answer(told_by("Марія Бондар", slug="mariia"), asked)
    asked.refresh_from_db()
    with acting(cast.archivist()):
        mariia.claims.get().delete()
        asked.introduction_uk = MARIIA
        asked.save()
    publishing.approve_authority(asked, by=cast.moderator())
    assert introduction() == {}


def test_a_question_is_shown_without_an_introduction_that_names_a_narrator():
    asked = introduced(MARIIA)
    answer(cast.interview(slug="olena"), asked)
    assert introduction() == {"uk": MARIIA, "en": "Days."}
    answer(told_by("Марія Бондар", slug="mariia"), asked)
    assert introduction() == {}


def test_an_introduction_that_is_approved_later_is_looked_at_before_it_is_shown():
    asked = introduced("Про дні.")
    answer(told_by("Марія Бондар", slug="mariia"), asked)
    asked.refresh_from_db()
    with acting(cast.archivist()):
        asked.introduction_uk = MARIIA
        asked.save()
    publishing.approve_authority(asked, by=cast.moderator())
    assert introduction() == {}
    asked.refresh_from_db()
    with acting(cast.archivist()):
        asked.introduction_uk = "Про дні окупації."
        asked.save()
    publishing.approve_authority(asked, by=cast.moderator())
    assert introduction() == {"uk": "Про дні окупації.", "en": "Days."}


def test_the_introduction_stays_unsaid_after_the_account_is_withdrawn():
    asked = introduced(MARIIA)
    answer(cast.interview(slug="olena"), asked)
    mariia = answer(told_by("Марія Бондар", slug="mariia"), asked)
    withdraw(mariia)
    assert introduction() == {}


def test_a_draft_that_answers_is_not_named_by_the_introduction():
    asked = introduced("Про дні.")
    answer(cast.interview(slug="olena"), asked)
    draft = told_by("Марія Бондар", slug="mariia")
    with acting(cast.archivist()):
        Claim.objects.create(interview=draft, statement_en="Seven.", answers=asked)
        asked.introduction_uk = MARIIA
        asked.save()
    publishing.approve_authority(asked, by=cast.moderator())
    assert introduction() == {}


def test_a_second_publication_changes_no_list():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk=MARIIA)
    before = [*UnsaidWords.objects.values_list("pk", "digest")]
    assert before and not publishing.publish(mariia)
    assert [*UnsaidWords.objects.values_list("pk", "digest")] == before
    assert PathStop.objects.count() == 2


@pytest.mark.parametrize("is_approved", [True, False])
def test_rebuilding_looks_for_names_where_no_list_was_kept(is_approved):
    mariia = told_by("Марія Бондар", slug="mariia")
    path(cast.published(slug="olena"), cast.approve(mariia) if is_approved else mariia, introduction_uk=MARIIA)
    UnsaidWords.objects.all().delete()
    rebuild()
    assert paths() == []


def test_a_sentence_about_a_draft_calls_it_as_it_will_be_shown_and_is_said_with_it():
    draft = told_by("Марія Бондар", slug="mariia")
    stop_of = path(draft).stops.get()
    stop_of.sentence_uk = "Марія Б. пече хліб."
    stop_of.save()
    cast.approve(draft)
    assert PublishedStop.objects.get().sentence["uk"] == "Марія Б. пече хліб."


def test_a_sentence_is_said_again_when_the_display_is_released():
    mariia = cast.approve(told_by("Марія Бондар", slug="mariia"))
    stop_of = path(mariia).stops.get()
    stop_of.sentence_uk = "Марія Б. пече хліб."
    stop_of.save()
    stop(mariia)
    assert not PublishedStop.everything.exists()
    publishing.release(mariia, by=cast.moderator(), reason="It was a mistake.")
    drain()
    assert PublishedStop.objects.exists()


def test_a_pseudonym_that_is_entered_later_is_looked_for_at_once():
    olena, mariia = olena_and_mariia()
    path(olena, mariia, introduction_uk="Ластівка пече хліб.")
    assert paths() == ["beginning"]
    narrator = mariia.participations.get()
    with acting(cast.archivist()):
        narrator.name_pseudonym_uk = "Ластівка"
        narrator.save()
    assert paths() == []
