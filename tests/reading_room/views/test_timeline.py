import re
from dataclasses import replace

import pytest

from archive.document.authority import AuthorityCard
from archive.edition.models import PublishedInterview
from archive.reading_room.timeline import account_drawing, accounts
from tests.edition.factory import FIRST_PUBLIC_AT, cards, publish_document
from tests.reading_room import cast


def claiming(key: str, statement: str, event="occupation", **fields):
    """A report that tells about the occupation and says when it was."""
    told = cast.report(key, statement, told="2022?", events=("occupation",), **fields)
    return replace(told, claims=tuple(replace(claim, event=event) for claim in told.claims))


def table(page: str) -> list[list[str]]:
    """The rows of the table, each its heading and the cells as they are seen."""
    body = re.search(r"<tbody>(.*?)</tbody>", page.partition("timeline-table")[2], re.DOTALL)[1]
    seen = re.sub(r'<span class="visually-hidden">.*?</span>', "", body)
    return [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in seen.split("</tr>")[:-1]
    ]


def upright(page: str) -> list[str]:
    """The rows of the drawing for narrow screens, as they are seen."""
    items = re.search(r'<ol class="upright".*?</ol>', page, re.DOTALL)[0]
    seen = re.sub(r'<span class="visually-hidden">.*?</span>', "", items)
    return [" ".join(re.sub(r"<[^>]*>", " ", item).split()) for item in seen.split("</li>")[:-1]]


def accounts_told(page: str) -> list[list[str]]:
    """Who gives each account of the table of an event, and the time that it tells of."""
    rows = re.findall(r'<th scope="row">([^<]*)</th>\s*<td[^>]*>(.*?)</td>\s*<td><blockquote>', page)
    return [[re.sub("<[^>]+>", "", cell) for cell in row] for row in rows]


def test_every_month_is_named_and_counted_by_place(archive):
    page = archive.read("/en/timeline/")
    assert "March – September 2022</h2>" in page
    months = ("March", "April", "May", "June", "July", "August", "September")
    assert table(page) == [[f"{month} 2022", "1", "1"] for month in months]
    assert "3 testimonies do not say when they tell about" in page


def test_a_month_leads_to_its_testimonies_and_a_cell_to_those_of_its_place(archive):
    page = archive.read("/en/timeline/?kind=recorded")
    assert '<th scope="row"><a href="/en/interviews/?kind=recorded&amp;period=2022-03">' in page
    address = "/en/interviews/?kind=recorded&amp;place=verbivka&amp;period=2022-03"
    assert page.count(f'<a href="{address}"') == 2, "Once in the drawing and once in the table."
    assert cast.NOTEBOOK in archive.read(address.replace("&amp;", "&"))


def test_the_filters_of_the_listing_hold_and_can_be_taken_back(archive):
    page = archive.read("/en/timeline/?kind=written")
    assert '<a class="chip" href="?">' in page
    assert "No testimony among these says when it tells about." in page
    assert '<a href="/en/timeline/">Show the whole timeline</a>' in page


def test_the_form_of_the_list_stands_above_and_the_time_is_drawn_once(archive):
    page = archive.read("/en/timeline/?kind=recorded&period=2022&place=verbivka")
    form = re.search(r'<form class="choosing" action="/en/timeline/".*?</form>', page, re.DOTALL)[0]
    assert re.findall(r'name="(?:kind|place)" value="(\w+)" checked', form) == ["verbivka", "recorded"]
    assert 'name="period" value="2022"' in form and "This is the time that the timeline shows." in form
    assert "period=2022-03" not in form
    for route, words in (("interviews", "These testimonies as a list"), ("map", "On a map")):
        assert f'<a href="/en/{route}/?place=verbivka&amp;kind=recorded&amp;period=2022">{words}</a>' in page


def test_list_map_and_timeline_hand_on_what_the_filters_know_and_nothing_else(archive):
    query, known = "utm=x&kind=recorded&page=7&next=/away&order=title", "?kind=recorded&amp;order=title"
    for here in ("interviews", "map", "timeline"):
        page = archive.read(f"/en/{here}/?{query}")
        for there in {"interviews", "map", "timeline"} - {here}:
            assert f'<a href="/en/{there}/{known}">' in page, (here, there)
            links = re.findall(rf'href="/en/{there}/([^"]*)"', page)
            assert not [link for link in links if "utm" in link or "next" in link or "page=" in link], (here, there)


def test_what_could_not_be_read_is_said_in_a_sentence(archive):
    assert "The dates “never” could not be read" in archive.read("/en/timeline/?period=never")


def test_years_lead_to_their_months(archive):
    page = archive.read("/en/timeline/?period=1990..2022")
    assert table(page) == [["2022", "1", "1"]]
    assert '<th scope="row"><a href="/en/timeline/?period=2022">' in page
    assert table(archive.read("/en/timeline/?period=2022"))[0] == ["March 2022", "1", "1"]


@pytest.mark.parametrize(
    ("period", "unit", "column"),
    [("2022", "month", "Month"), ("1990..2022", "year", "Years"), ("1900..2022", "decade", "Decade")],
)
def test_the_table_is_named_by_the_units_it_has(archive, period, unit, column):
    page = archive.read(f"/en/timeline/?period={period}")
    assert f"Testimonies by {unit} and place, " in page
    assert f'<th scope="col">{column}</th>' in page


def test_a_time_before_the_year_1_is_neither_named_nor_led_to(visitor):
    for number, told in enumerate(("0003", "0012")):
        cast.publish(cast.letter(told=told), f"AAA-AA{number}")
    page = visitor.read("/en/timeline/?period=0001..0300")
    assert "1–309</h2>" in page and "period=0000" not in page
    assert "period=0001-01..0009-12" in visitor.read("/en/timeline/?period=0010..0020")


def test_dates_that_are_not_exact_count_as_perhaps(visitor):
    cast.publish(claiming("seven", "Seven months."), cast.BROADCAST)
    page = visitor.read("/en/timeline/")
    assert table(page)[0] == ["January 2022", "1 (1?)"]
    assert "1 of them perhaps" in page


def test_an_event_stands_with_who_dates_it_and_every_account_of_it(visitor):
    cast.publish(cast.notebook(), cast.NOTEBOOK)
    cast.publish(claiming("seven", "Seven months."), cast.BROADCAST)
    cast.publish(claiming("six", "Nearly six months."), cast.AGENCY)
    cast.publish(claiming("bread", "Bread was dear.", event=None), "AAA-AAA")
    page = visitor.read("/en/timeline/?kind=news-report")
    assert '<a href="/en/interviews/?kind=news-report&amp;event=occupation">3 testimonies tell about it</a>' in page
    assert "The reports differ about its beginning." in page
    assert re.findall(r"<blockquote>(.*?)</blockquote>", page) == ["Nearly six months.", "Seven months."]
    assert f'<a href="/en/interviews/{cast.AGENCY}/#claim-six">Report six</a>' in page


@pytest.mark.parametrize(("event", "promised"), [("occupation", 1), (None, 0)])
def test_accounts_are_promised_where_some_stand_below(visitor, event, promised):
    cast.publish(claiming("one", "Seven months.", event=event), cast.BROADCAST)
    page = visitor.read("/en/timeline/")
    assert page.count("the accounts stand below it") == page.count('<table class="accounts">') == promised
    assert page.count("Events of this time") == 1


def test_an_account_of_a_testimony_without_a_title_leads_there_by_its_reference(visitor):
    told = claiming("one", "Seven months.")
    cast.publish(replace(told, title={}, claims=(replace(told.claims[0], attribution={}),)), cast.BROADCAST)
    page = visitor.read("/en/timeline/")
    assert f'#claim-one">{cast.BROADCAST}</a>' in page and accounts_told(page)[0][0] == cast.BROADCAST


def test_accounts_that_differ_are_drawn_as_bars_with_who_gives_them_and_said_in_words(visitor):
    for key, told, reference in (
        ("seven", "2022-03/2022-09", cast.BROADCAST),
        ("six", "2022-04?/2022-09", cast.AGENCY),
    ):
        report = claiming(key, f"{key} months.")
        claims = tuple(replace(claim, told=told, attribution={"en": f"Source {key}"}) for claim in report.claims)
        cast.publish(replace(report, claims=claims), reference)
    page = visitor.read("/en/timeline/")
    bars = re.findall(r'<g class="account-bar"><title>([^<]*)</title>(.*?)</g>', page)
    assert [words for words, _svg in bars] == [
        "Source six · April 2022 (?) – September 2022",
        "Source seven · March – September 2022",
    ]
    assert [re.findall(r'class="(sure|doubt|open)"', svg) for _words, svg in bars] == [
        ["doubt"],
        ["doubt", "sure", "doubt"],
    ]
    assert ">Source six</text>" in bars[0][1]
    assert accounts_told(page) == [
        ["Source six", "April 2022 (?) – September 2022"],
        ["Source seven", "March – September 2022"],
    ]


def test_accounts_that_agree_with_the_event_are_not_drawn(visitor):
    happened = next(card.happened for card in cast.CARDS.values() if card.slug == "occupation")
    report = claiming("same", "So it was.")
    cast.publish(replace(report, claims=tuple(replace(c, told=happened) for c in report.claims)), cast.AGENCY)
    page = visitor.read("/en/timeline/")
    assert "account-bar" not in page and [time for _who, time in accounts_told(page)] == ["March – September 2022"]


def test_an_account_that_differs_is_drawn_before_others_that_agree(visitor):
    happened = next(card.happened for card in cast.CARDS.values() if card.slug == "occupation")
    for number, told in enumerate(["2022-03", *[happened] * 6]):
        report = claiming(f"d{number}", f"Account {number}.")
        cast.publish(replace(report, claims=tuple(replace(c, told=told) for c in report.claims)), f"AAA-DD{number}")
    drawn = re.findall(r'<g class="account-bar"><title>(.*?)</title>', visitor.read("/en/timeline/"))
    assert len(drawn) == account_drawing.MOST and "March 2022" in drawn[0] and "March 2022" not in "".join(drawn[1:])


@pytest.mark.parametrize(
    ("number", "room", "address"), [(4, 40, None), (5, 40, "#event-occupation"), (5, 3, "#event-occupation")]
)
def test_where_not_all_accounts_are_drawn_the_drawing_says_so_and_leads_to_all(
    visitor, monkeypatch, number, room, address
):
    monkeypatch.setattr(accounts, "MOST_READ", room)
    for day in range(number):
        report = claiming(f"d{day}", f"Account {day}.")
        told = f"2022-03-0{day + 1}"
        cast.publish(replace(report, claims=tuple(replace(c, told=told) for c in report.claims)), f"AAA-DD{day}")
    page = visitor.read("/en/timeline/")
    more = re.findall(r'<a class="more" href="([^"]*)" tabindex="-1">.*?<text [^>]*>([^<]*)</text>', page)
    assert more == ([(address, "There are more accounts: see all")] if address else [])
    assert not address or f'id="{address[1:]}"' in page
    assert page.count('class="account-bar"') == min(number, room, account_drawing.MOST)


def test_accounts_stand_newest_first_and_those_without_room_are_counted(visitor, monkeypatch):
    monkeypatch.setattr(accounts, "MOST_READ", 2)
    for number in range(4):
        cast.publish(claiming(f"c{number}", f"Account {number}."), f"AAA-AA{number}")
    page = visitor.read("/en/timeline/?kind=news-report")
    assert re.findall(r"<blockquote>(.*?)</blockquote>", page) == ["Account 3.", "Account 2."]
    assert "2 more testimonies say when it was." in page
    cast.publish(claiming("silent", "Bread was dear.", event=None), "BBB-BBB")
    address = "/en/interviews/?kind=news-report&amp;dates=occupation"
    assert f'<a href="{address}">List all that say when it was</a>' in page
    listed = visitor.read(address.replace("&amp;", "&"))
    assert "4 testimonies" in listed and "Report silent" not in listed
    assert '<span class="quiet">Says when it was:</span> <span lang="en">Occupation' in listed
    for where in ("interviews", "map", "timeline"):
        form = visitor.read(f"/en/{where}/?dates=occupation&not-dates=occupation")
        assert '<input type="hidden" name="dates" value="occupation">' in form, where
        assert '<input type="hidden" name="not-dates" value="occupation">' in form, where


def tell(event: str, *keys: str) -> None:
    """A testimony for each key, the last the newest, that says when the event was."""
    for key in keys:
        told = replace(claiming(key, f"Account {key}.", event=event), events=(event,))
        publish_document(told, reference=f"AAA-{key.upper():0>3}", authorities=CARDS)


CARDS = cards(
    *(AuthorityCard(kind="event", slug=slug, name={"en": slug}, happened="2022-04") for slug in ("flood", "siege"))
)


def given(page: str) -> dict[str, tuple[list[str], str]]:
    """By event the accounts that stand with it, and how many more there are."""
    found = {}
    for part in page.split("<h3>")[1:]:
        name = re.search(r"/en/events/(\w+)/", part)[1]
        more = re.search(r"(\d+) more testimon", part.split("</li>\n")[0])
        found[name] = re.findall(r"<blockquote>Account (\w+)\.</blockquote>", part), more and more[1]
    return found


@pytest.mark.parametrize(
    ("room", "flood", "siege"),
    [
        (2, (["f1"], None), (["s4"], "3")),
        (4, (["f1"], None), (["s4", "s3", "s2"], "1")),
        (5, (["f1"], None), (["s4", "s3", "s2", "s1"], None)),
        (1, (["f1"], None), (["s4"], "3")),
    ],
)
def test_two_events_share_the_room_for_accounts_and_what_one_leaves_the_other_has(
    visitor, monkeypatch, room, flood, siege
):
    monkeypatch.setattr(accounts, "MOST_READ", room)
    tell("flood", "f1")
    tell("siege", "s1", "s2", "s3", "s4")
    assert given(visitor.read("/en/timeline/?period=2022")) == {"flood": flood, "siege": siege}


@pytest.mark.parametrize(
    ("room", "counts", "share"),
    [
        (40, [10, 12], 12),
        (40, [50, 50], 20),
        (40, [60, 1], 39),
        (7, [1, 3, 9], 3),
        (7, [3, 9, 9], 2),
        (40, [1] * 60, 1),
    ],
)
def test_every_event_has_the_same_share_and_all_keep_within_the_room(monkeypatch, room, counts, share):
    monkeypatch.setattr(accounts, "MOST_READ", room)
    assert accounts._share(counts) == share
    assert len(counts) > room or sum(min(count, share) for count in counts) <= room


def test_what_has_run_out_is_neither_counted_nor_named(visitor):
    cast.publish(cast.notebook(places=(), events=()), cast.NOTEBOOK)
    cast.publish(claiming("seven", "Seven months."), cast.BROADCAST, valid_until=FIRST_PUBLIC_AT)
    page = visitor.read("/en/timeline/")
    assert table(page)[0] == ["March 2022", "1"]
    assert "Occupation" not in page and "Seven months." not in page


def test_an_invented_place_says_so(archive):
    assert "Вербівка (invented place)" in archive.read("/en/timeline/")


def test_months_are_in_the_language_of_the_reader(archive):
    assert table(archive.read("/uk/timeline/"))[0][0] == "березень 2022"
    assert table(archive.read("/pl/timeline/"))[0][0] == "marzec 2022"


def test_the_drawing_has_a_name_and_leaves_its_links_to_the_table(archive):
    page = archive.read("/en/timeline/")
    drawing = re.search(r'<svg [^>]*role="group".*?</svg>', page, re.DOTALL)[0]
    assert 'aria-labelledby="drawing-title drawing-desc"' in drawing
    assert drawing.count("<a ") == drawing.count('tabindex="-1"') > 0


def test_on_a_narrow_screen_time_runs_down_with_each_event_below_the_month_it_begins_in(archive):
    page = archive.read("/en/timeline/?kind=recorded")
    months = [f"{month} 2022 1" for month in ("April", "May", "June", "July", "August", "September")]
    assert upright(page) == ["March 2022 1", "Occupation March – September 2022", *months]
    assert page.count('<a href="/en/interviews/?kind=recorded&amp;period=2022-03">') == 3, (
        "Once here and twice in the table."
    )
    assert page.index('<ol class="upright"') < page.index("timeline-table")


def test_on_a_narrow_screen_dates_that_are_not_exact_are_pale_too(visitor):
    cast.publish(claiming("seven", "Seven months."), cast.BROADCAST)
    page = visitor.read("/en/timeline/?period=2022")
    assert upright(page)[0] == "January 2022 1 (1?)"
    row = next(line for line in page.splitlines() if 'period=2022-01"><span>' in line)
    assert '<rect class="perhaps"' in row and '<rect class="sure"' not in row and "1 of them perhaps" in row


def test_on_a_narrow_screen_accounts_of_an_event_are_led_to(visitor):
    cast.publish(claiming("seven", "Seven months."), cast.BROADCAST)
    assert '<a href="#event-occupation">Accounts of its time</a>' in visitor.read("/en/timeline/")


def test_on_a_narrow_screen_times_of_which_nothing_is_told_take_one_row(archive):
    assert upright(archive.read("/en/timeline/?period=1990..2022"))[:2] == ["1990–2021 0", "2022 1"]


def test_listing_and_event_lead_to_it_with_what_is_chosen(archive):
    assert 'href="/en/timeline/?kind=recorded"' in archive.read("/en/interviews/?kind=recorded&page=1")
    assert 'href="/en/timeline/?event=occupation"' in archive.read("/en/events/occupation/")


@pytest.mark.parametrize(
    "query", ["period=0001..9999", "period=9999", "place=nowhere", "q=%00", "period=..0001", "period=9990.."]
)
def test_nothing_written_into_the_address_is_an_error(archive, query):
    archive.read(f"/en/timeline/?{query}")


def test_an_empty_archive_says_so(visitor):
    assert "Nothing that is public here says yet when it tells about." in visitor.read("/en/timeline/")


@pytest.mark.parametrize(
    ("address", "number"), [("/en/timeline/", 9), ("/en/timeline/?place=verbivka&kind=recorded", 9)]
)
def test_one_testimony_and_three_take_the_same_number_of_queries(visitor, address, number, django_assert_num_queries):
    claims = claiming("seven", "Seven months.").claims
    told = cast.notebook(claims=claims)
    cast.publish(told, "AAA-AA0")
    visitor.client.get(address)
    for reference in ("AAA-AA1", "AAA-AA2", None):
        with django_assert_num_queries(number):
            visitor.client.get(address)
        if reference:
            publish_document(told, reference=reference, authorities=cast.CARDS)
    assert PublishedInterview.objects.count() == 3
