import re
from html import unescape

import pytest

from tests.edition.factory import cards, document, place, publish_document, transcript

LINK = re.compile(r'href="(/en/interviews/\?q=[^"]+)"')
SAYS = ("Ми жили у підвалі, хліб був, вода ні.", "Сусідів евакуювали.", "Льох і вода.", "Ще один підвал.")


@pytest.mark.parametrize("language", ["uk", "en", "pl"])
def test_the_help_is_there_in_every_language_and_linked_beside_the_search(archive, language):
    archive.read(f"/{language}/search-help/")
    for page in ("", "interviews/", "passages/"):
        assert f'href="/{language}/search-help/"' in archive.read(f"/{language}/{page}")


def test_every_example_is_a_search_that_is_understood_whole(visitor):
    for number, said in enumerate(SAYS):
        publish_document(document(texts=(transcript(said),)), reference=f"AAA-AA{number}")
    izium = cards(place("izium", "Ізюм", variants={"en": ("Izium",)}))
    publish_document(document(texts=(transcript("В Изюме.", language="ru"),)), reference="BBB-BBB", authorities=izium)
    examples = [unescape(link) for link in LINK.findall(visitor.read("/en/search-help/"))]
    assert len(examples) == 8
    for example in examples:
        page = visitor.read(example)
        assert 'class="record"' in page, example
        assert 'class="notice"' not in page, example
