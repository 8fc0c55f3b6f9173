"""A query means the authorities it names, whatever they are called, and topics in other languages."""

import pytest

from archive.language.authorities import authority_token
from archive.language.expansion import any_of, expanded
from archive.language.highlight import Marker
from archive.language.queries import And, Named, Not, Or, Phrase, Term, atoms, parse
from tests.language.authorities.people_and_places import ALL, GAZETTEER

KINDS = {authority.id: authority.kind for authority in ALL}
IDS = {authority_token(kind, id): id for id, kind in KINDS.items()}


def shape(node):
    match node:
        case Term():
            return node.x
        case Phrase(terms):
            return [term.x for term in terms]
        case Named(_, tokens):
            return "@" + ",".join(IDS[token] for token in tokens)
        case Not(inner):
            return ("not", shape(inner))
        case And(nodes) | Or(nodes):
            return (type(node).__name__.lower(), *map(shape, nodes))
    return node


@pytest.mark.parametrize(
    ("query", "literal", "thesaurus"),
    [
        ("Ізюм", "@izium", None),
        ("ізюм пирог", ("and", ("or", "ізюм", "@izium"), "пирог"), None),
        ("izyum", ("or", "izyum", "@izium"), None),
        ("Северский Донец", ("or", ["северский", "донец"], "@donets"), None),
        ("Тетяна Мороз", ("or", ["тетяна", "мороз"], "@moroz"), None),
        ("Ростов-на-Дону", ("or", ["ростов", "на", "дону"], "ростовнадону", "@rostov"), None),
        ("підвали", "підвали", ("or", "підвали", "@basement")),
        ("хліб підвал", ("and", "хліб", "підвал"), ("and", "хліб", ("or", "підвал", "@basement"))),
        ("filtration camp", ("and", "filtration", "camp"), ("or", ["filtration", "camp"], "@camp")),
        ("хліб -підвал", ("and", "хліб", ("not", ("or", "підвал", "@basement"))), None),
        ('"підвал хліб"', ["підвал", "хліб"], None),
        ("most OR хліб", ("or", "most", "хліб"), ("or", "most", "@bridge", "хліб")),
        ("", None, None),
    ],
)
def test_a_query_in_two_tiers(query, literal, thesaurus):
    found = expanded(parse(query), GAZETTEER)
    assert (shape(found.literal), shape(found.thesaurus)) == (literal, thesaurus)


def test_any_of_the_words_where_all_find_nothing():
    assert shape(any_of(parse("хліб (вода OR світло)").node)) == ("or", "хліб", "вода", "світло")
    excluding = any_of(parse("хліб вода -дим").node)
    assert shape(excluding) == ("and", ("or", "хліб", "вода"), ("not", "дим"))
    assert any_of(parse("хліб").node) is None
    assert any_of(parse("хліб OR вода").node) is None
    assert any_of(None) is None


def test_a_mention_is_marked_whole_where_it_is_what_was_asked_for():
    text = "Татьяна Мороз и Изюм"
    spans = Marker(atoms(expanded(parse("Tetiana Moroz"), GAZETTEER).literal), GAZETTEER).spans(text, "ru")
    assert [text[start:end] for start, end in spans] == ["Татьяна Мороз"]
