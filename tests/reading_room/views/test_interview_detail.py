import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from msgspec import UNSET

from archive.document.document import Document
from archive.edition.models import PublishedInterview, Tombstone
from tests.reading_room import cast

ADDRESS = f"/en/interviews/{cast.NOTEBOOK}/"


def test_facts_say_who_tells_how_named_where_and_when(archive):
    page = archive.read(ADDRESS)
    assert 'Olena K. <span class="quiet">(name changed)</span>' in page
    assert "February" not in page and "March – September 2022" in page
    assert '12 March 2023, Izium raion <span class="quiet">(a place in this area)</span>' in page
    assert "(invented place)" in page


def test_the_notice_stands_before_the_media_and_nothing_is_loaded_before_it_is_asked_for(archive):
    page = archive.read(ADDRESS)
    assert page.index("From 0:15 on she speaks of a neighbour.") < page.index('<audio controls preload="none"')
    assert "autoplay" not in page


def test_a_deep_link_marks_its_passage_and_begins_the_sound_there_without_javascript(archive):
    page = archive.read(f"{ADDRESS}?t=12")
    assert '<div class="line narrator is-chosen" id="rec-p2"' in page
    assert page.count("is-chosen") == 1
    assert '.m4a#t=12"' in page


def begun_between_seconds(at_ms: int = 5610) -> None:
    """The notebook whose second passage begins at 0:05.61, or at another time."""
    told = cast.notebook()
    (sitting,) = told.sittings
    (recording,) = sitting.recordings
    texts = tuple(
        replace(text, segments=(text.segments[0], replace(text.segments[1], start_ms=at_ms), *text.segments[2:]))
        for text in recording.transcripts
    )
    cast.publish(
        replace(told, sittings=(replace(sitting, recordings=(replace(recording, transcripts=texts),)),)), cast.NOTEBOOK
    )


@pytest.mark.parametrize(
    ("asked", "meant", "second"), [("5", "rec-p1", "5.61"), ("6", "rec-p1", "6"), ("4", "rec-p0", "4")]
)
def test_whole_seconds_mean_the_passage_that_begins_within_them(visitor, asked, meant, second):
    begun_between_seconds()
    page = visitor.read(f"{ADDRESS}?t={asked}")
    assert re.findall('is-chosen" id="([^"]*)"', page) == [meant] and f'.m4a#t={second}"' in page


def test_a_late_passage_is_begun_at_its_own_time(visitor):
    begun_between_seconds(at_ms=36_005_678)
    assert '.m4a#t=36005.678"' in visitor.read(f"{ADDRESS}?t=36005")


@pytest.mark.parametrize("time", ["x", "-1", "", "99:99", "1e9", "%00"])
def test_a_time_that_cannot_be_read_marks_nothing(archive, time):
    assert "is-chosen" not in archive.read(f"{ADDRESS}?t={time}")


def test_withheld_words_are_said_to_be_withheld_and_leave_no_trace(archive):
    page = archive.read(f"{ADDRESS}?translation=none")
    assert page.count('<span class="withheld" lang="en">Passage withheld</span>') == 2
    assert 'Тоді  <span class="withheld"' in page


def test_the_translation_in_the_readers_language_stands_beside_the_original_with_its_own_language(archive):
    page = archive.read(ADDRESS)
    assert (
        '<p class="said">Мама пекла хліб у дворі.</p><p class="said" lang="en">Mother baked bread in the yard.</p>'
        in page
    )


def test_the_original_alone_can_be_chosen_and_is_what_a_reader_of_it_sees(archive):
    assert "Mother baked" not in archive.read(f"{ADDRESS}?translation=none")
    assert "Mother baked" not in archive.read(f"/uk/interviews/{cast.NOTEBOOK}/")
    assert "Mother baked" in archive.read(f"/uk/interviews/{cast.NOTEBOOK}/?translation=en")


def test_search_inside_marks_every_form_in_original_and_translation(archive):
    page = archive.read(f"{ADDRESS}?q=хліба")
    assert "Мама пекла <mark>хліб</mark> у дворі." in page
    assert "1 passage found and marked." in page
    assert "Mother baked <mark>bread</mark> in the yard." in archive.read(f"{ADDRESS}?q=breads")


def test_words_that_only_a_translation_holds_bring_it_beside_the_original(archive):
    assert "Mother baked <mark>bread</mark>" in archive.read(f"/uk/interviews/{cast.NOTEBOOK}/?q=bread")


class TestSearchInside:
    def test_every_passage_is_listed_with_its_time_and_one_leads_to_the_next(self, archive):
        page = archive.read(f"/uk/interviews/{cast.NOTEBOOK}/?q=сусіди OR хліб")
        first, second = page.index('r=rec&amp;t=5#rec-p1">0:05</a>'), page.index('r=rec&amp;t=10#rec-p2">0:10</a>')
        assert first < second < page.index('id="rec-p1"')
        assert page.count('class="steps"') == 2
        assert page.count('href="#rec-p2" aria-label=') == page.count('href="#rec-p1" aria-label=') == 1

    def test_the_list_says_in_which_language_a_passage_was_found_and_its_link_shows_it(self, archive):
        page = archive.read(f"/pl/interviews/{cast.NOTEBOOK}/?q=cellar")
        assert '<span class="spoken">' in page[page.index('id="hits"') : page.index('id="rec-p0"')]
        assert "translation=en&amp;r=rec&amp;t=5#rec-p1" in page

    def test_that_only_some_of_the_words_are_there_is_said(self, archive):
        page = archive.read(f"{ADDRESS}?q=хліб вертоліт")
        assert "This testimony does not hold all of these words." in page
        assert "Мама пекла <mark>хліб</mark> у дворі." in page
        assert "does not hold all" not in archive.read(f"{ADDRESS}?q=хліб")

    def test_where_nothing_is_found_it_says_what_else_to_try(self, archive):
        page = archive.read(f"{ADDRESS}?q=слон")
        assert "Nothing found in this testimony." in page
        assert 'href="/en/interviews/?q=%D1%81%D0%BB%D0%BE%D0%BD"' in page
        assert 'id="hits"' not in archive.read(ADDRESS)

    def test_statements_of_a_report_are_listed_too(self, archive):
        page = archive.read(f"/en/interviews/{cast.BROADCAST}/?q=months")
        assert f'href="/en/interviews/{cast.BROADCAST}/?q=months&amp;translation=en#claim-seven"' in page

    def test_however_many_there_are_all_are_listed_and_marked(self, visitor):
        many = cast.transcript([("olena", (f"Хліб {n}.",)) for n in range(250)])
        cast.publish(cast.letter(texts=(many,)), "AAA-AA1")
        page = visitor.read("/en/interviews/AAA-AA1/?q=хліб")
        assert "250 passages found and marked." in page
        assert page.count("<mark>") == 2 * 250


@pytest.mark.parametrize("q", ["%00", "%22", "((", "-", "*", "%F0%9F%90%88", "a" * 5000])
def test_nothing_searched_for_inside_is_an_error(archive, q):
    archive.read(f"{ADDRESS}?q={q}&r=%00&translation=%00")


def test_what_is_searched_for_is_never_markup(archive):
    assert "<script>alert" not in archive.read(f"{ADDRESS}?q=<script>alert(1)</script>")


def test_contents_lead_to_their_time_and_stand_as_headings_in_the_transcript(archive):
    page = archive.read(ADDRESS)
    assert 'href="?t=5#part-rec"' in page
    assert '<h3 lang="en">In the cellar</h3>' in page


def test_an_interviewer_without_a_name_is_called_by_role(archive):
    assert '<p class="speaker" lang="en">Interviewer</p>' in archive.read(ADDRESS)


def test_papers_are_shown_or_only_described(archive):
    page = archive.read(ADDRESS)
    assert 'alt="Pencil"' in page and 'width="480" height="640"' in page
    assert "The archive describes this paper and does not show it." in page
    assert "With a relative" in page


def test_a_claim_shows_what_differs_from_it_in_another_interview_from_both_sides(archive):
    broadcast, agency = (
        archive.read(f"/en/interviews/{cast.BROADCAST}/"),
        archive.read(f"/en/interviews/{cast.AGENCY}/"),
    )
    assert "Said otherwise:" in broadcast and "Nearly six months." in broadcast
    assert f"/en/interviews/{cast.AGENCY}/#claim-six" in broadcast
    assert "Said otherwise:" in agency and "Seven months." in agency


def test_the_citation_names_passage_and_address(archive):
    page = archive.read(f"{ADDRESS}?t=12")
    assert (
        "Olena K. The notebook. Recorded interview 7K2-QX9, at 0:12. Recorded 12 March 2023. Demonstration. Holos"
        in page
    )
    assert "http://testserver/en/interviews/7K2-QX9/?t=12" in page


@pytest.mark.parametrize("asked", ["t=999999", "t=12&r=nowhere"])
def test_a_time_that_is_on_no_recording_is_not_cited(archive, asked):
    page = archive.read(f"{ADDRESS}?{asked}")
    assert "Recorded interview 7K2-QX9. Recorded 12 March 2023." in page


def test_the_title_of_the_page_is_neutral(archive):
    assert "<title>7K2-QX9 – Holos</title>" in archive.read(ADDRESS)


def test_download_is_offered_only_where_it_was_agreed(archive):
    assert "Keeping a copy: not agreed." in archive.read(ADDRESS)
    assert " download=" not in archive.read(ADDRESS)
    cast.publish(cast.notebook(uses=("download",)), "5XJ-7ZB")
    assert 'download="5XJ-7ZB-1.m4a"' in archive.read("/en/interviews/5XJ-7ZB/")


def test_a_written_testimony_has_no_player_and_no_times(archive):
    page = archive.read(f"/en/interviews/{cast.LETTER}/")
    assert "Міст уже не стояв." in page
    assert "<audio" not in page and 'class="time"' not in page and "player.js" not in page


def test_what_never_existed_and_what_is_malformed_answer_with_the_same_bytes(archive):
    absent = archive.get("/en/interviews/ZZZ-ZZZ/")
    assert absent.status_code == 404
    for reference in ("nonsense", "0", "x" * 300, "%D1%96", "%00", "7K2QX9"):
        assert archive.get(f"/en/interviews/{reference}/").body == absent.body


def test_what_was_public_once_says_that_it_is_not_available_and_nothing_more(archive):
    Tombstone.objects.create(reference="GGG-GGG")
    answer = archive.get("/en/interviews/GGG-GGG/")
    assert answer.status_code == 410
    assert "This record is not available" in answer.body.decode()
    assert "GGG" not in answer.body.decode().replace("/interviews/GGG-GGG/", "")


def test_lower_case_leads_to_the_canonical_form_only_where_there_is_one(archive):
    assert archive.get("/en/interviews/7k2-qx9/")["Location"] == ADDRESS
    assert archive.get("/en/interviews/zzz-zzz/").status_code == 404


def test_a_reference_heard_on_the_telephone_leads_to_its_interview(archive):
    PublishedInterview.everything.filter(reference=cast.NOTEBOOK).update(reference="7K2-QXG")
    assert archive.get("/en/interviews/7k2qxg/")["Location"] == "/en/interviews/7K2-QXG/"
    assert archive.get("/en/interviews/7k2qx9/").status_code == 404


def test_what_has_run_out_is_absent_though_nobody_has_purged_it(archive):
    PublishedInterview.everything.filter(reference=cast.NOTEBOOK).update(
        valid_until=timezone.now() - timedelta(seconds=1)
    )
    assert archive.get(ADDRESS).status_code == 404


def test_two_thousand_passages_take_no_more_queries_than_one(visitor, django_assert_num_queries):
    many = cast.transcript([("olena", (f"Речення {n}.",)) for n in range(2000)])
    one = cast.transcript([("olena", ("Речення.",))])
    for reference, words in (("AAA-AA1", one), ("AAA-AA2", many)):
        cast.publish(cast.letter(texts=(words,)), reference)
        with django_assert_num_queries(8):
            page = visitor.client.get(f"/en/interviews/{reference}/").content.decode()
    assert page.count('class="line') == 2000 + 1


@pytest.mark.parametrize("count", [1, 3])
def test_others_who_tell_of_the_same_stand_there_with_the_reason_for_the_same_queries(
    visitor, count, django_assert_num_queries
):
    for number in range(count + 1):
        cast.publish(cast.notebook(), f"AAA-AA{number}")
    with django_assert_num_queries(12):
        page = visitor.client.get("/en/interviews/AAA-AA0/").content.decode()
    assert page.count('<span class="quiet">also tells about: Bread</span>') == count
    assert page.count('<span class="quiet">same event: Occupation</span>') == count


def test_an_invented_place_says_so_where_it_is_a_reason(archive):
    cast.publish(cast.notebook(places=cast.notebook().places[:1]), "AAA-AA1")
    page = archive.read("/en/interviews/AAA-AA1/")
    assert 'same place: <span lang="uk">Вербівка</span> (invented place)' in page


def test_what_it_names_and_others_that_tell_of_the_same_have_headings_apart(archive):
    cast.publish(cast.notebook(), "AAA-AA1")
    page = archive.read("/en/interviews/AAA-AA1/")
    assert '<h2 id="related">What it names</h2>' in page, "A search leads to this anchor."
    assert '<h2 id="also">Others that tell of the same</h2>' in page
    assert ">Related<" not in page


def test_nothing_is_said_of_others_where_there_are_none(visitor):
    cast.publish(cast.notebook(), cast.NOTEBOOK)
    assert "Others that tell of the same" not in visitor.read(ADDRESS)


def test_each_style_of_citation_is_a_link_and_what_is_no_style_is_the_archives_own(archive):
    page = archive.read(f"{ADDRESS}?t=12&cite=apa")
    assert "Olena K. (2023, March 12). <i>The notebook</i> [Recorded interview, 7K2-QX9, at 0:12]." in page
    assert '<a href="?t=12&amp;cite=mla#cite">MLA</a>' in page
    assert '<a href="?t=12&amp;cite=apa#cite" aria-current="true">APA</a>' in page
    assert "Recorded interview 7K2-QX9. Recorded 12 March 2023." in archive.read(f"{ADDRESS}?cite=nature")


def with_a_hard_part(ends_ms: int | None = None, **withheld):
    """The notebook with a warning on its heading at 0:05, to the end or until another heading."""
    told = cast.notebook()
    (sitting,) = told.sittings
    (recording,) = sitting.recordings
    (point,) = recording.index
    after = [replace(point, key="i2", at_ms=ends_ms)] if ends_ms else []
    recording = replace(recording, index=(replace(point, warnings=("shelling",), **withheld), *after))
    cast.publish(replace(told, sittings=(replace(sitting, recordings=(recording,)),)), cast.NOTEBOOK)


def test_what_is_marked_as_hard_says_so_and_is_folded_for_whoever_wishes(visitor):
    with_a_hard_part()
    page = visitor.read(ADDRESS)
    assert '<p class="warned" lang="en">Sensitive content: shelling and bombing</p>' in page
    assert '<a href="?hard=skip">Skip what is marked</a>' in page and '<details class="hard" data-since' not in page
    page = visitor.read(f"{ADDRESS}?hard=skip")
    assert page.count('<details class="hard" data-since="5000">') == 1
    folded = page[page.index('<details class="hard"') : page.index("</details>", page.index('<details class="hard"'))]
    assert "Мама пекла хліб у дворі." in folded and "Де ви жили?" not in folded
    assert "?hard=skip&amp;t=" in page, "A time in the text keeps the choice."


def test_a_notice_of_which_nothing_is_marked_offers_no_choice_that_changes_nothing(visitor):
    cast.publish(cast.notebook(warnings=("shelling",)), cast.NOTEBOOK)
    page = visitor.read(ADDRESS)
    assert "Show everything" not in page and "Go to another testimony" in page


def test_where_a_hard_part_ends_is_said(visitor):
    with_a_hard_part(ends_ms=15_000)
    page = visitor.read(ADDRESS)
    begins, ends = (
        page.index("Sensitive content: shelling and bombing</p>"),
        page.index("Here ends: shelling and bombing"),
    )
    assert begins < page.index('id="rec-p1"') < page.index('id="rec-p2"') < ends < page.index('id="rec-p3"')


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (cast.notebook(sittings=()), "What was said is neither to be heard nor to be read here."),
        (cast.letter(texts=()), "What was written is not to be read here."),
    ],
    ids=["recorded", "written"],
)
def test_a_testimony_that_is_only_described_says_so(visitor, told, said):
    cast.publish(told, cast.NOTEBOOK)
    page = visitor.read(ADDRESS)
    assert "Described only" in page and said in page


def test_a_testimony_that_can_be_read_is_not_only_described(archive):
    assert "Described only" not in archive.read(ADDRESS)


def test_a_heading_whose_words_are_withheld_is_nowhere_and_what_it_is_of_can_still_be_left_out(visitor):
    with_a_hard_part(title={}, synopsis={}, topics=())
    page = visitor.read(f"{ADDRESS}?hard=skip")
    assert 'class="contents"' not in page and '<h3 class="heading"' not in page
    assert page.count('<details class="hard" data-since="5000">') == 1


@pytest.mark.parametrize("asked", ["t=12", "q=пекла"])
def test_a_passage_that_was_asked_for_is_open(visitor, asked):
    with_a_hard_part()
    assert '<details class="hard" data-since="5000" open>' in visitor.read(f"{ADDRESS}?hard=skip&{asked}")


def test_a_paper_translated_by_a_machine_says_so_where_it_is_read(visitor):
    letter = replace(cast.pencil_letter(), page_texts=UNSET, transcription={"en": "Dear Sir"}, makers={"en": "machine"})
    cast.publish(replace(cast.notebook(), papers=(letter,)), cast.NOTEBOOK)
    page = visitor.read(ADDRESS)
    assert page.index("Dear Sir") < page.index("made by machine and not checked")


def test_where_nothing_is_marked_the_notice_says_so_and_offers_to_go_on(archive):
    page = archive.read(ADDRESS)
    assert "It is not marked which passages these are." in page and "Skip what is marked" not in page
    assert '<a href="/en/interviews/">Go to another testimony</a>' in page


def test_on_paper_stand_the_address_the_day_of_the_page_and_the_day_of_printing(archive):
    page = archive.read(ADDRESS)
    assert '<p class="printed">Holos · http://testserver/en/interviews/7K2-QX9/</p>' in page
    assert '<p class="printed">The page as it was last changed on 1 January 2026, printed on ' in page


def test_terms_stand_with_the_interview_its_papers_and_every_list_of_passages(archive):
    assert archive.read(ADDRESS).count('<a href="/en/use/">') >= 3
    assert archive.read("/en/passages/?q=хліб").count("Short passages may be quoted") == 1


@pytest.mark.parametrize(("letters", "is_long"), [(90, False), (91, True)])
def test_a_title_of_several_lines_is_set_smaller(visitor, letters, is_long):
    cast.publish(replace(cast.notebook(), title={"en": "a" * letters}), cast.NOTEBOOK)
    assert ('<h1 class="long">' in visitor.read(ADDRESS)) is is_long


def test_what_may_be_done_is_said_of_what_is_shown(archive, visitor):
    assert "You may listen, read, and quote" in archive.read(ADDRESS)
    described = Document(
        kind="recorded", basis="agreement", collection="demonstration", title={"en": "T"}, languages=("uk",)
    )
    cast.publish(described, "AAA-DDD")
    page = visitor.read("/en/interviews/AAA-DDD/")
    assert "You may read this description" in page and "listen, read" not in page and "choose its time" not in page
