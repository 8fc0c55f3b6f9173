import pytest
from django.utils.translation import override

from archive.language import sizes


@pytest.mark.parametrize(
    ("size", "language", "said"),
    [
        (0, "en", "0.0 KB"),
        (3_788, "en", "3.7 KB"),
        (1_468_006, "uk", "1,4 МБ"),
        (1_468_006, "pl", "1,4 MB"),
        (5 * 1024**3, "en", "5.0 GB"),
    ],
)
def test_a_size_is_said_in_the_largest_unit_of_which_there_is_one(size, language, said):
    with override(language):
        assert sizes.show(size) == said.replace(" ", "\N{NO-BREAK SPACE}")
