from archive.reading_room.tree import tree
from tests.edition.factory import place


def names(branches):
    return [(branch.card.slug, names(branch.branches)) for branch in branches]


def test_a_place_whose_parent_is_not_public_is_a_root():
    cards = {card.slug: card for card in (place("a", "А", "hidden"), place("b", "Б", "a"))}
    assert names(tree(cards, {})) == [("a", [("b", [])])]


def test_a_circle_of_parents_is_cut_and_every_place_stands_once():
    cards = {card.slug: card for card in (place("a", "А", "b"), place("b", "Б", "a"), place("c", "В", "c"))}
    assert sorted(slug for slug, _ in names(tree(cards, {}))) == ["a", "b", "c"]
