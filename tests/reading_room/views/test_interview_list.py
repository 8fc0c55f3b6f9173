import pytest

from archive.reading_room import records
from tests.edition.factory import cards, document, publish_document, topic, transcript
from tests.reading_room import cast


def titles(page: str) -> list[str]:
    return [
        reference
        for reference in (cast.NOTEBOOK, cast.LETTER, cast.BROADCAST, cast.AGENCY)
        if f'class="kicker">{reference}' in page
    ]


def test_all_interviews_stand_in_it_by_public_reference(archive):
    page = archive.read("/en/interviews/")
    assert titles(page) == [cast.NOTEBOOK, cast.LETTER, cast.BROADCAST, cast.AGENCY]
    assert "4 testimonies" in page


def test_a_choice_leaves_what_answers_it_and_stands_as_a_chip_that_removes_it(archive):
    page = archive.read("/en/interviews/?kind=news-report&person=president")
    assert titles(page) == [cast.BROADCAST, cast.AGENCY]
    assert '<a class="chip" href="?person=president">' in page
    assert '<a class="chip" href="?kind=news-report">' in page
    assert 'name="kind" value="news-report" checked' in page


def test_values_are_counted_by_what_they_would_leave_and_warnings_are_not(archive):
    page = archive.read("/en/interviews/")
    assert '<span>news report</span> <span class="count">2</span>' in page
    assert "<span>shelling and bombing</span></label>" in page


def test_a_place_finds_what_tells_of_its_parts(archive):
    assert titles(archive.read("/en/interviews/?place=kharkiv-oblast")) == [cast.NOTEBOOK]


def test_words_show_the_passage_marked_with_a_link_to_its_time(archive):
    page = archive.read("/en/interviews/?q=хлібом")
    assert titles(page) == [cast.NOTEBOOK]
    assert "Мама пекла <mark>хліб</mark> у дворі." in page
    assert "translation=uk&amp;r=rec&amp;t=10#rec-p2" in page


def test_a_row_says_that_a_testimony_is_only_described(archive, visitor):
    assert "described only" not in archive.read("/en/interviews/")
    cast.publish(cast.notebook(sittings=(), papers=()), "AAA-AA1")
    assert visitor.read("/en/interviews/").count(" · described only") == 1


def test_a_row_found_by_a_name_alone_says_which(archive):
    page = archive.read("/en/interviews/?q=Izyum")
    assert titles(page) == [cast.NOTEBOOK]
    assert "<mark>Izyum</mark> district" in page


def test_a_text_in_another_language_than_the_page_carries_its_own(archive):
    page = archive.read("/en/interviews/")
    assert '<span lang="uk">Лист без адреси</span>' in page
    assert "<span>The notebook</span>" not in page


def test_a_row_shows_the_narrator_as_agreed_and_the_place(archive):
    assert 'Olena K. · <span lang="uk">Вербівка</span>' in archive.read("/en/interviews/")


def test_names_with_a_comma_of_their_own_are_told_apart():
    assert records._listed(["a woman, 50", "a soldier"]) == "a woman, 50; a soldier"
    assert records._listed(["Vira K.", "Nadiia K."]) == "Vira K., Nadiia K."


@pytest.mark.parametrize(
    "query",
    [
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999999999999",
        "period=nonsense",
        "recorded=2023-99",
        "order=;--",
        "q=%00",
        "q=%22%28",
    ],
)
def test_nothing_written_into_the_address_is_an_error(archive, query):
    archive.read(f"/en/interviews/?{query}")


def test_what_could_not_be_read_is_said_in_a_sentence(archive):
    assert "could not be read" in archive.read("/en/interviews/?period=nonsense")


def test_a_row_says_how_many_passages_there_are_and_leads_to_the_first(archive):
    page = archive.read("/en/interviews/?q=сусідами OR хліб")
    assert f'<a href="/en/interviews/{cast.NOTEBOOK}/?q=%D1%81' in page
    first = page[: page.index(">2 passages</a>")].rpartition('href="')[2]
    assert first.endswith('r=rec&amp;t=5#rec-p1"')


def test_another_form_than_the_one_asked_for_is_named_as_found(archive):
    assert '<span lang="uk">“хліб”</span>' in archive.read("/en/interviews/?q=хлібом")
    assert "found as" not in archive.read("/en/interviews/?q=хліб")


def test_a_passage_in_another_language_than_the_page_says_so(archive):
    assert '<span class="spoken">Ukrainian</span>' in archive.read("/en/interviews/?q=хліб")
    assert 'class="spoken"' not in archive.read("/uk/interviews/?q=хліб")


class TestWaysOfAnswering:
    HEADING = "In other words or languages"

    @pytest.fixture
    def two(self, visitor):
        """One that says it, one that means it: its topic is of the same family."""
        bread = topic("bread", "Хліб", variants={"en": ("bread",), "uk": ("хліб",)})
        for reference, language, said in (("AAA-AAA", "uk", "Мама пекла хліб."), ("BBB-BBB", "en", "We had bread.")):
            shown = document(title={language: "…"}, texts=(transcript(said, language=language),))
            publish_document(shown, reference=reference, authorities=cards(bread), named=[("topic", "bread")])
        return visitor

    def test_what_means_it_stands_below_under_a_heading(self, two):
        page = two.read("/en/interviews/?q=хліб")
        assert page.index("AAA-AAA") < page.index(self.HEADING) < page.index("BBB-BBB")

    def test_in_another_order_its_row_says_so_instead_of_a_heading(self, two):
        page = two.read("/en/interviews/?q=хліб&order=newest")
        assert page.index("BBB-BBB") < page.index(self.HEADING) < page.index("AAA-AAA")
        assert page.count(self.HEADING) == 1
        assert self.HEADING not in two.read("/en/interviews/?order=newest")

    def test_what_holds_only_some_of_the_words_is_said_to(self, archive):
        page = archive.read("/en/interviews/?q=хліб+президентство+вертоліт")
        assert "No testimony holds all of these words. These hold some of them." in page
        assert titles(page)
        assert "hold some of them" not in archive.read("/en/interviews/?q=хліб")


class TestNothingFound:
    def test_other_words_are_offered_under_the_same_choices(self, archive):
        page = archive.read("/en/interviews/?q=сусідвми&kind=recorded")
        assert "Did you mean:" in page
        assert "?q=%D1%81%D1%83%D1%81%D1%96%D0%B4%D0%B0%D0%BC%D0%B8&amp;kind=recorded" in page
        assert titles(archive.read("/en/interviews/?q=сусідами&kind=recorded")) == [cast.NOTEBOOK]

    def test_nothing_is_offered_where_something_is_found(self, archive, monkeypatch):
        asked = []
        monkeypatch.setattr("archive.reading_room.answers.did_you_mean", lambda *words: asked.append(words) or [])
        archive.read("/en/interviews/?q=хліб")
        archive.read("/en/interviews/?q=хліб&kind=letter")
        archive.read("/en/interviews/")
        assert asked == []
        archive.read("/en/interviews/?q=слон")
        assert asked == [("слон", "en")]

    def test_no_answer_is_told_with_advice(self, archive):
        page = archive.read("/en/interviews/?q=слон")
        assert "Nobody says this in the archive" in page
        assert 'href="/en/search-help/"' in page

    def test_what_the_choices_hide_is_counted_and_one_link_away(self, archive):
        page = archive.read("/en/interviews/?q=хліб&kind=letter")
        assert "Without the other choices 1 testimony holds these words." in page
        assert 'href="?q=%D1%85%D0%BB%D1%96%D0%B1"' in page

    def test_choices_that_leave_nothing_are_told_without_words(self, archive):
        page = archive.read("/en/interviews/?kind=letter&person=president")
        assert "No testimony fits all of these choices." in page
        assert "Did you mean" not in page


def test_pages_keep_the_choices(archive):
    for number in range(20):
        cast.publish(cast.letter(), f"AAA-A{number:02}")
    page = archive.read("/en/interviews/?language=uk")
    assert "Page 1 of 2" in page
    assert 'rel="next" href="?language=uk&amp;page=2"' in page


def test_the_language_switch_keeps_page_and_choices(archive):
    assert 'href="/pl/interviews/?kind=news-report&amp;page=1"' in archive.read(
        "/en/interviews/?kind=news-report&page=1"
    )


@pytest.mark.parametrize(
    ("address", "number"),
    [("/en/interviews/", 9), ("/en/interviews/?q=хліб", 15), ("/en/interviews/?place=verbivka&kind=recorded", 9)],
)
def test_one_row_and_three_rows_take_the_same_number_of_queries(visitor, address, number, django_assert_num_queries):
    """The first visit reads the names into the process's memory and is not counted."""
    cast.publish(cast.notebook(), "AAA-AA0")
    visitor.client.get(address)
    for reference in ("AAA-AA1", "AAA-AA2", None):
        with django_assert_num_queries(number):
            visitor.client.get(address)
        if reference:
            cast.publish(cast.notebook(), reference)


def test_a_row_begins_the_summary_and_says_where_a_machine_made_it(visitor):
    told = document(
        title={"en": "Bread"}, abstract={"en": "Forty people. " + "One loaf a day. " * 30}, makers={"en": "machine"}
    )
    publish_document(told, reference="AAA-AAA")
    page = visitor.read("/en/interviews/")
    assert "Forty people. One loaf a day." in page and page.count("One loaf a day.") < 20
    assert "Summary: made by machine and not checked" in page
    assert "Summary: made by machine and not checked" in visitor.read("/en/interviews/AAA-AAA/")
    found = visitor.read("/en/interviews/?q=loaf")
    assert "<mark>loaf</mark>" in found and 'class="summary"' not in found


def test_where_nothing_is_public_there_is_nothing_to_choose_from_or_to_take_along(visitor):
    page = visitor.read("/en/interviews/")
    assert (
        '<p class="lead">Nothing is public here yet.</p>' in page and '<h2 class="visually-hidden" id="found">' in page
    )
    assert 'class="filters"' not in page and "Take this list along" not in page and "0 testimonies" not in page
    assert 'class="filters"' in visitor.read("/en/interviews/?q=loaf")
