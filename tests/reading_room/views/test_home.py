from dataclasses import replace

import pytest

from archive.document import canonical
from archive.document.authority import CollectionCard
from archive.document.document import Speaker
from archive.edition.models import PublishedCollection, PublishedInterview
from tests.edition import guides
from tests.reading_room import cast


def test_an_empty_archive_says_so_and_offers_nothing_to_search(visitor):
    page = visitor.read("/en/")
    assert '<h1 id="voice">Nothing is public here yet.</h1>' in page
    assert "<search" not in page and 'href="/en/consent/"' in page


def test_an_archive_that_cannot_be_heard_does_not_say_that_it_is_empty(visitor):
    cast.publish(cast.letter(), cast.LETTER)
    page = visitor.read("/en/")
    assert "Nothing is public here yet." not in page and "<search" in page


def test_a_narrators_sentence_opens_it_in_the_readers_language_with_its_notice_and_what_it_costs_to_hear(archive):
    page = archive.read("/en/")
    assert "We moved into the cellar with the neighbours" in page
    assert 'href="/en/interviews/7K2-QX9/?t=5#rec-p1"' in page
    assert "From 0:15 on she speaks of a neighbour." in page
    assert "Listen from 0:05 · 3.7\xa0KB" in page


def test_the_sentence_stands_in_the_original_with_its_language_where_there_is_no_translation(archive):
    assert '<blockquote lang="uk"><p>«Ми перейшли в підвал разом із сусідами' in archive.read("/pl/")


def test_an_interview_that_needs_no_warning_is_chosen_before_a_newer_one_that_does(archive):
    cast.publish(
        cast.notebook(warnings=(), notice={}, title={"en": "Calm"}), "5XJ-7ZB", first_public_at="2025-01-01T00:00Z"
    )
    assert "/en/interviews/5XJ-7ZB/?t=5#rec-p1" in archive.read("/en/")


def test_a_passage_with_withheld_words_never_opens_it(visitor):
    words = (("olena", ("Ми довго йшли лісом до самої річки, ", None, "і нас ніхто не бачив.")),)
    recording = cast.notebook().recordings[0]
    narrowed = type(recording)(
        key="rec", starts_ms=0, duration_ms=9, has_sound=True, has_film=False, files=recording.files,
        transcripts=(cast.transcript(words),),
    )  # fmt: skip
    sittings = (type(cast.notebook().sittings[0])(key="s", recordings=(narrowed,)),)
    cast.publish(cast.notebook(sittings=sittings), cast.NOTEBOOK)
    assert "Ми довго" not in visitor.read("/uk/")


def test_the_three_latest_are_listed_and_every_place_can_be_found(archive):
    page = archive.read("/en/")
    assert page.count('class="record"') == 3
    assert '<option value="izium-raion" lang="en">Izium raion</option>' in page


def test_no_place_is_chosen_beforehand_and_none_chosen_leads_to_all(archive):
    assert '<select id="place" name="place" required><option value="">Choose a place</option>' in archive.read("/en/")
    assert "4 testimonies" in archive.read("/en/interviews/?place=")


def test_a_sentence_stands_under_the_name_of_whoever_says_it(visitor):
    words = (("vira", ("Ми довго йшли лісом до самої річки, і нас ніхто не бачив.",)),)
    notebook = cast.notebook()
    recording = replace(notebook.recordings[0], transcripts=(cast.transcript(words),), index=())
    vira = Speaker(key="vira", role="narrator", rendition="pseudonym", name={"uk": "Віра з річки"})
    sittings = (replace(notebook.sittings[0], recordings=(recording,)),)
    cast.publish(replace(notebook, sittings=sittings, speakers=(*notebook.speakers, vira)), cast.NOTEBOOK)
    page = visitor.read("/uk/")
    assert "Ми довго йшли" in page and '<p class="lead">Віра з річки' in page


def test_the_passage_that_an_archivist_chose_opens_it_before_the_rule_does(archive):
    notebook = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    guides.opening(notebook, "rec", "p2")
    page = archive.read("/en/")
    assert "Mother baked bread in the yard" in page
    assert 'href="/en/interviews/7K2-QX9/?t=10#rec-p2"' in page
    assert "From 0:15 on she speaks of a neighbour." in page


def test_the_first_chosen_passage_that_fits_is_taken_and_else_the_rule(archive):
    notebook = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    guides.opening(notebook, "rec", "p3", key="withheld", position=0)
    guides.opening(notebook, "rec", "p0", key="asked", position=1)
    assert "We moved into the cellar with the neighbours" in archive.read("/en/")
    guides.opening(notebook, "rec", "p2", key="fits", position=2)
    assert "Mother baked bread in the yard" in archive.read("/en/")


def test_a_chosen_passage_that_has_run_out_is_gone_at_once(archive):
    notebook = PublishedInterview.objects.get(reference=cast.NOTEBOOK)
    guides.opening(notebook, "rec", "p2")
    PublishedInterview.everything.filter(pk=notebook.pk).update(valid_until="2020-01-01T00:00Z")
    assert "Mother baked bread" not in archive.read("/en/")


def test_the_first_path_is_offered_to_begin_with(archive):
    everything = PublishedInterview.objects.all()
    guides.path("later", *everything, position=2)
    guides.path("first", *everything, position=1)
    page = archive.read("/en/")
    assert '<p class="beginning"><a href="/en/paths/first/">The path first</a></p>' in page
    assert "4 stops" in page and "Begin with a topic" not in page


def test_one_topic_is_offered_to_begin_with(archive):
    assert '<p class="beginning"><a href="/en/topics/daily-life/">Daily life</a></p>' in archive.read("/en/")


@pytest.mark.parametrize("count", [1, 3])
def test_it_takes_the_same_number_of_queries_for_any_number_of_interviews(visitor, count, django_assert_num_queries):
    made = [cast.publish(cast.notebook(), f"AAA-AA{number}") for number in range(count)]
    guides.path("begin", *made)
    with django_assert_num_queries(14):
        visitor.client.get("/en/")


@pytest.mark.parametrize("address", ["/en/", "/en/about/"])
def test_readers_are_told_who_keeps_the_archive(archive, settings, address):
    settings.HOLOS_DEMONSTRATION, settings.HOLOS_PUBLISHER = False, "the town museum"
    page = archive.read(address)
    assert "This archive is kept by the town museum." in page and "makers of Holos" not in page
    settings.HOLOS_DEMONSTRATION, settings.HOLOS_PUBLISHER = True, ""
    assert "published by the makers of Holos" in archive.read(address)
    settings.HOLOS_DEMONSTRATION = False
    page = archive.read(address)
    assert "This archive is kept by" not in page and "makers of Holos" not in page


def test_an_invented_voice_is_not_called_the_narrators_own(archive):
    assert "In translation; the voice is the narrator’s own." in archive.read("/en/")
    card = CollectionCard(slug="demonstration", name={"en": "Recordings"}, demonstration_mark={"en": "Invented"})
    PublishedCollection.objects.update(card=canonical.dump(card))
    page = archive.read("/en/")
    assert "In translation." in page and "the voice is the narrator’s own" not in page
