import pytest

from archive.exchange.moments import date_parts, year


@pytest.mark.parametrize(
    ("edtf", "parts", "first"),
    [
        ("2022", [[2022]], 2022),
        ("2022-03-05", [[2022, 3, 5]], 2022),
        ("2022-03~", [[2022, 3]], 2022),
        ("2022-03/2022-09-10", [[2022, 3], [2022, 9, 10]], 2022),
        ("2022-22", [], 2022),
        ("202X", [], 2020),
        ("2022-03/..", [], 2022),
        ("../2022-03", [], 2022),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(edtf, parts, first):
    assert (date_parts(edtf), year(edtf)) == (parts, first)
