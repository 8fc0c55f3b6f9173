"""The page of a letter, photograph or other paper: seen closely, read, and used as its rights allow."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from archive.document.document import Page, PageText, Paper, Source
from archive.edition.licences import LICENCES
from archive.edition.models import PublishedInterview, Tombstone
from archive.edition.words import WORDS
from tests.reading_room import cast

LETTER, PHOTO = (f"/en/interviews/{cast.NOTEBOOK}/papers/{key}/" for key in ("letter", "photo"))


def with_papers(visitor, *papers: Paper, reference="AAA-AA1", **fields) -> str:
    """The address of the first of these papers."""
    cast.publish(cast.letter(papers=papers, **fields), reference)
    return f"/en/interviews/{reference}/papers/{papers[0].key}/"


def test_every_sheet_stands_on_the_page_with_its_picture_and_its_words_in_their_own_languages(archive):
    page = archive.read(LETTER)
    assert (
        page.index("Sheet 1 of 2") < page.index("Тату, тут тихо.") < page.index("Sheet 2 of 2") < page.index("Обіймаю.")
    )
    assert '<div class="transcription" lang="uk">Тату, тут тихо.</div>' in page
    assert '<div class="transcription" lang="en">Father, it is quiet here.</div>' in page
    assert page.count("<figure") == 2


def test_a_transcription_says_who_made_it_and_a_translation_by_machine_that_it_is_one(archive):
    page = archive.read(LETTER)
    assert "Transcription in Ukrainian, made by hand." in page
    assert "Translation into English, made by machine and not checked." in page


def test_the_original_alone_can_be_chosen_and_is_what_a_reader_of_it_sees(archive):
    assert "Father" not in archive.read(f"{LETTER}?translation=none")
    uk = LETTER.replace("/en/", "/uk/")
    assert "Father" not in archive.read(uk) and "Father" in archive.read(f"{uk}?translation=en")


def test_words_in_a_language_that_nobody_noted_are_called_neither_original_nor_translation(visitor):
    page = visitor.read(with_papers(visitor, cast.pencil_letter(language="")))
    assert "Text in English, made by machine and not checked." in page
    assert "Transcription in" not in page and "Translation into" not in page


def test_without_scripts_a_picture_leads_to_the_largest_there_is(visitor):
    files = (cast.picture(480), cast.picture(900, role="image-960-jpeg"), cast.picture(900, role="image-1920-jpeg"))
    page = visitor.read(with_papers(visitor, cast.pencil_letter(pages=(Page(key="p", files=files),))))
    assert page.count(f'<a href="/media/{files[1].name}">') == 2
    assert "The picture alone, 900 × 1200 pixels" in page
    assert page.count(" 900w") == page.count(" 480w") == 1


def test_pictures_have_their_measures_and_only_the_first_is_loaded_at_once(archive):
    page = archive.read(f"{LETTER}?hard=show")
    first, second = page.split("<img")[1:]
    assert 'width="480" height="640"' in first and 'loading="lazy"' not in first.split(">")[0]
    assert 'width="480" height="320"' in second and 'loading="lazy"' in second.split(">")[0]


def test_a_picture_that_nobody_described_is_called_by_its_paper(archive):
    assert 'alt="Pencil"' in archive.read(LETTER) and 'alt="A letter"' in archive.read(LETTER)


def test_a_note_and_its_outline_lead_to_each_other(archive):
    page = archive.read(LETTER)
    assert '<rect x="60" y="320" width="120" height="64"/>' in page
    assert '<a href="#paper-crossed" id="region-crossed" aria-label="Note 1: A word crossed out">' in page
    assert '<li id="paper-crossed"><a href="#region-crossed"' in page


def test_one_sheet_leads_to_the_next_and_back(archive):
    page = archive.read(LETTER)
    assert page.count('href="#paper-p2">Next sheet') == page.count('href="#paper-p">Previous sheet') == 1
    assert page.count("Next sheet") == page.count("Previous sheet") == 1


def test_rights_say_whose_it_is_how_it_may_be_used_and_where_it_is_known_from(visitor):
    source = Source(key="s", type="webpage", title="A report")
    page = visitor.read(with_papers(visitor, cast.pencil_letter(source="s"), sources=(source,)))
    assert "You may use it freely if you name who made it" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page and "Her daughter" in page
    assert '/en/interviews/AAA-AA1/#source-s">A report' in page and 'href="/en/use/"' in page


def test_where_nothing_is_known_of_the_rights_a_reader_is_asked_to_ask(archive):
    assert "please ask us" in archive.read(PHOTO) and "please ask us" not in archive.read(LETTER)


def test_every_code_of_the_catalogue_has_its_words():
    from archive.catalogue.models import Document

    assert LICENCES.keys() == set(Document.Licence.values)
    assert WORDS["absence"].keys() == set(Document.Absence.values)


def test_an_uncertain_date_is_drawn_as_uncertain(archive):
    assert '<span class="uncertain">about June 2022</span>' in archive.read(LETTER)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "The archive describes this paper and does not show it."),
        ({"absence": "whereabouts"}, "Where it is now, the archive does not know."),
        ({"absence": "protection"}, "to protect people."),
        ({"transcription": {"en": "Dear Sir"}}, "What it says can be read here."),
        ({"pages": (Page(key="p"),)}, "The picture is being prepared and will be here soon."),
    ],
)
def test_what_is_only_described_says_so_and_how_to_ask(visitor, fields, says):
    address = with_papers(visitor, Paper(key="photo", kind="photograph", title={"en": "A yard"}, **fields))
    for page in (visitor.read(address), visitor.read("/en/interviews/AAA-AA1/")):
        assert says in page and "<figure" not in page and "sheet.js" not in page
        assert ("write to us and name AAA-AA1" in page) is ("pages" not in fields)


def test_words_are_there_though_their_picture_is_not(visitor):
    page = visitor.read(with_papers(visitor, cast.pencil_letter(pages=())))
    assert "Тату, тут тихо." in page and "Обіймаю." in page and "<figure" not in page


def test_one_sheet_without_its_picture_says_so(visitor):
    letter = cast.pencil_letter()
    page = visitor.read(with_papers(visitor, replace(letter, pages=(letter.pages[0], Page(key="p2")))))
    assert page.count("The picture of this sheet is not shown here.") == 1


def test_where_no_picture_is_shown_sheets_with_words_are_counted_and_nobody_says_how_many_there_are(visitor):
    page = visitor.read(with_papers(visitor, cast.pencil_letter(pages=())))
    heads = [head.split("</h2>")[0].split(">")[-1] for head in page.split('<div class="sheet-head">')[1:]]
    assert heads == ["Sheet 1", "Sheet 2"]
    assert "of 2" not in page
    assert 'href="#paper-p2">Next sheet' in page and 'href="#paper-p">Previous sheet' in page


def test_one_sheet_alone_has_no_number(visitor):
    letter = cast.pencil_letter(pages=())
    page = visitor.read(with_papers(visitor, replace(letter, page_texts=letter.page_texts[:1])))
    assert "Sheet 1" not in page and "What it says</h2>" in page


def test_a_sheet_of_which_there_is_neither_picture_nor_word_takes_no_place_where_no_picture_is_shown(visitor):
    letter = cast.pencil_letter(pages=(Page(key="p"), Page(key="p1"), Page(key="p2", alternative={"en": "Ink"})))
    page = visitor.read(with_papers(visitor, letter))
    assert "Sheet 1 of 3" in page and "Sheet 2 of 3" not in page and "Sheet 3 of 3" in page
    assert '<p class="absent">Ink</p>' in page
    assert 'href="#paper-p2">Next sheet' in page and "#paper-p1" not in page


NOTED = "It is not marked whether it holds for this paper."


def test_where_the_content_is_sensitive_a_reader_decides_before_anything_is_seen(archive):
    page = archive.read(LETTER)
    assert page.index("Sensitive content:") < page.index(NOTED) < page.index('<details class="hard">')
    assert (
        page.index('<details class="hard">') < page.index("<figure") < page.index("Обіймаю.") < page.index("</details>")
    )
    assert page.count('loading="lazy"') == 2, "What is folded is not loaded."
    assert '<a href="?hard=show">Show the paper</a>' in page
    assert f'<a href="/en/interviews/{cast.NOTEBOOK}/">Go back to the testimony</a>' in page


def test_whoever_asked_for_it_sees_it_and_may_fold_it_again(archive):
    page = archive.read(f"{LETTER}?hard=show")
    assert '<details class="hard"' not in page and "Leave it folded</a>" in page and NOTED in page


def test_a_search_does_not_decide_for_the_reader_and_keeps_its_words_when_the_paper_is_shown(archive):
    page = archive.read(f"{LETTER}?q=тихо")
    assert page.index('<details class="hard">') < page.index("<mark>тихо</mark>")
    assert 'href="?q=%D1%82%D0%B8%D1%85%D0%BE&amp;hard=show"' in page and "Leave it folded" not in page


def test_the_interview_folds_the_pictures_and_words_of_its_papers_too(archive, visitor):
    page = archive.read(f"/en/interviews/{cast.NOTEBOOK}/").split('<article class="paper"')
    assert page[1].index('<details class="hard">') < page[1].index("<figure") < page[1].index("</details>")
    pages = (Page(key="p1", files=(cast.picture(480),)),)
    said = Paper(key="said", kind="letter", title={"en": "A letter"}, transcription={"en": "Dear Sir"}, pages=pages)
    with_papers(visitor, said)
    page = visitor.read("/en/interviews/AAA-AA1/").split('<article class="paper"')[1]
    assert "Dear Sir" in page and "<figure" in page and "<details" not in page


def test_another_translation_of_what_was_opened_is_open(archive):
    assert 'href="?translation=none&amp;hard=show"' in archive.read(LETTER)
    assert 'href="?hard=show&amp;translation=none"' in archive.read(f"{LETTER}?hard=show")


def test_without_a_warning_or_without_a_paper_to_see_nothing_is_folded(archive, visitor):
    assert "<details" not in archive.read(PHOTO).split("<main")[1] and NOTED not in archive.read(PHOTO)
    page = visitor.read(with_papers(visitor, cast.pencil_letter()))
    assert '<details class="hard"' not in page and NOTED not in page


def test_words_of_the_whole_stand_beside_all_its_pictures_and_the_first_is_loaded_at_once(visitor):
    pages = tuple(Page(key=f"p{n}", files=(cast.picture(480 + n),)) for n in range(2))
    said = {"en": "<b>Dear</b>"}
    whole = Paper(key="whole", kind="letter", title={"en": "A letter"}, transcription=said, pages=pages)
    page = visitor.read(with_papers(visitor, whole))
    assert page.count('<section class="sheet"') == 1 and "Sheet 1" not in page
    assert '<div class="transcription" lang="en">&lt;b&gt;Dear&lt;/b&gt;</div>' in page
    assert (page.count("<figure"), page.count('loading="lazy"')) == (2, 1)


def test_what_a_search_found_on_a_sheet_leads_there_with_the_words_marked(archive):
    page = archive.read("/en/interviews/?q=тихо")
    link = f"/en/interviews/{cast.NOTEBOOK}/papers/letter/?q=%D1%82%D0%B8%D1%85%D0%BE&amp;translation=uk#paper-p"
    assert link in page
    assert "Тату, тут <mark>тихо</mark>." in archive.read(f"{LETTER}?q=тихо")
    assert "<mark>" not in archive.read(f"{LETTER}?q=слон")


@pytest.mark.parametrize("q", ["%00", "%22", "((", "a" * 5000])
def test_nothing_asked_for_is_an_error(archive, q):
    archive.read(f"{LETTER}?q={q}&translation=%00&t=%00")


def test_an_interview_leads_to_each_of_its_papers(archive):
    page = archive.read(f"/en/interviews/{cast.NOTEBOOK}/")
    assert page.count(f'href="{LETTER}"') == 3 and page.count(f'href="{PHOTO}"') == 2
    assert "2 sheets" in page


def test_a_paper_is_cited_under_its_own_address_in_the_style_one_chooses(archive):
    page = archive.read(LETTER)
    cited = page[page.index('id="citation"') :].split("</p>")[0]
    assert f"http://testserver{LETTER}" in cited and cast.NOTEBOOK in cited
    assert '<a href="?cite=apa#cite">APA</a>' in page
    other = archive.read(f"{LETTER}?cite=apa")
    assert "<i>" in other[other.index('id="citation"') :].split("</p>")[0]
    assert archive.get(f"{LETTER}?cite=none").status_code == 200


def test_a_paper_names_its_author_in_the_citation_and_no_other(visitor):
    address = with_papers(visitor, Paper(key="a", kind="letter", title={"en": "To father"}, dated="2022-03"))
    cited = visitor.read(address).split('id="citation">')[1].split("</p>")[0]
    assert cited.startswith("To father. Letter AAA-AA1. March 2022.")
    address = with_papers(
        visitor, Paper(key="a", kind="letter", title={"en": "To father"}, author={"en": "His daughter"}), reference="B"
    )
    assert 'id="citation">His daughter. To father.' in visitor.read(address)


def test_a_paper_leads_to_the_one_before_and_the_one_after(visitor):
    papers = [Paper(key=key, kind="letter", title={"en": f"Letter {key}"}) for key in "abc"]
    first = with_papers(visitor, *papers)
    beside = [
        re.findall(r'href="[^"]*/papers/(.)/" rel="(prev|next)"', visitor.read(first[:-2] + f"{key}/")) for key in "abc"
    ]
    assert beside == [[("b", "next")], [("a", "prev"), ("c", "next")], [("b", "prev")]]
    assert "Other papers" not in visitor.read(with_papers(visitor, papers[0], reference="AAA-AA2"))


def test_the_title_of_the_page_is_neutral(archive):
    assert f"<title>{cast.NOTEBOOK} – Holos</title>" in archive.read(LETTER)


def test_a_paper_that_is_not_there_is_like_an_interview_that_never_was(archive):
    never = archive.get("/en/interviews/ZZZ-ZZZ/")
    for address in (f"/en/interviews/{cast.NOTEBOOK}/papers/none/", "/en/interviews/ZZZ-ZZZ/papers/letter/"):
        assert (archive.get(address).status_code, archive.get(address).body) == (404, never.body)


def test_a_paper_goes_with_its_interview(archive):
    Tombstone.objects.create(reference="GGG-GGG")
    gone = archive.get("/en/interviews/GGG-GGG/papers/letter/")
    assert gone.status_code == 410 and "This record is not available" in gone.body.decode()
    rows = PublishedInterview.everything.filter(reference=cast.NOTEBOOK)
    rows.update(valid_until=timezone.now() - timedelta(seconds=1))
    assert archive.get(LETTER).status_code == 404


@pytest.mark.parametrize("sheets", [1, 3])
def test_many_sheets_take_no_more_queries_than_one(visitor, django_assert_num_queries, sheets):
    def letter(number: int) -> Paper:
        pages = tuple(Page(key=f"p{number}{n}", files=(cast.picture(480),)) for n in range(sheets))
        words = tuple(PageText(page=page.key, transcription={"uk": "Слово"}) for page in pages)
        return cast.pencil_letter(key=f"letter{number}", pages=pages, page_texts=words)

    papers = [letter(number) for number in range(sheets)]
    address = with_papers(visitor, *papers)
    with django_assert_num_queries(2):
        page = visitor.client.get(address).content.decode()
    assert page.count("<figure") == sheets
