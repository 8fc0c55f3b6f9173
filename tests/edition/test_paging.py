import pytest

from archive.edition.paging import page


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (None, 1),
        ("", 1),
        ("2", 2),
        ("3", 3),
        ("4", 3),
        ("9" * 400, 3),
        ("0", 1),
        ("-5", 1),
        ("x", 1),
        ("\0", 1),
        ("1.5", 1),
    ],
)
def test_any_page_asked_for_leads_to_one_there_is(asked, number):
    found = page(list(range(41)), asked)
    assert (found.number, found.paginator.num_pages) == (number, 3)


def test_an_empty_listing_has_one_empty_page():
    assert list(page([], "7")) == []
