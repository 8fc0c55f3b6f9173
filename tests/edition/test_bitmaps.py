from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyroaring import BitMap

from archive.edition import bitmaps
from archive.edition.models import FacetBitmap, PublishedInterview

from .factory import cards, document, place, publish_document

PLACES = ("izium", "kupiansk", "balakliia")
CARDS = cards(*(place(slug, slug) for slug in PLACES))


def written() -> dict:
    return {(row.facet, row.value): bytes(row.members) for row in FacetBitmap.objects.all()}


class Bitmaps(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(st.lists(st.tuples(st.integers(1, 6), st.sets(st.sampled_from(PLACES))), max_size=12))
    def test_however_they_came_about_they_are_the_same_bytes(self, steps):
        held: dict[int, set] = {}
        for version, (number, places) in enumerate(steps, start=1):
            keys = {("place", slug) for slug in places}
            emptied = bitmaps.put(number, held.get(number, set()), keys, version=version)
            others = [key for other, keys_of in held.items() if other != number for key in keys_of]
            assert emptied == held.get(number, set()) - keys - set(others)
            held[number] = keys
        sets = {("place", slug): BitMap(n for n, keys in held.items() if ("place", slug) in keys) for slug in PLACES}
        assert written() == {key: bitmaps.packed(numbers) for key, numbers in sets.items() if numbers}

    def test_made_anew_they_say_the_same_and_what_is_amiss_is_put_right(self):
        publish_document(document(topics=(), languages=("uk-ru",)), reference="AAA-AAA", authorities=CARDS)
        gone = publish_document(document(), reference="BBB-BBB", authorities=CARDS)
        before = written()
        assert bitmaps.restate(version=9) is False and written() == before
        PublishedInterview.everything.filter(pk=gone.pk).delete()
        FacetBitmap.objects.filter(facet="language", value="ru").delete()
        assert bitmaps.restate(version=10) is True
        assert BitMap.deserialize(written()["all", ""]) == BitMap([1])
        assert set(FacetBitmap.objects.filter(version=10).values_list("facet", "value")) == {
            ("all", ""), ("collection", "izium"), ("kind", "recorded"), ("language", "uk"), ("language", "ru"),
        }  # fmt: skip
