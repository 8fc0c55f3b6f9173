"""What people type into a search box is understood, and never an error."""

from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.queries import MOST_TERMS, And, Not, Or, Phrase, Prefix, Term, atoms, parse
from archive.language.query_nodes import MOST_COMBINATIONS
from archive.language.streams import streams
from tests.language.samples import words

typed = st.lists(
    st.one_of(
        words, st.sampled_from(["(", ")", '"', "«", "»", "-", "|", "OR", "АБО", "AND", "NOT", "*", " ", "-а", "хліб*"])
    ),
    max_size=40,
).map(" ".join)


def shape(node):
    """The tree with each atom as its folds alone."""
    match node:
        case Term():
            return node.x
        case Prefix():
            return f"{node.x}*"
        case Phrase(terms):
            return [term.x for term in terms]
        case Not(inner):
            return ("not", shape(inner))
        case And(nodes) | Or(nodes):
            return (type(node).__name__.lower(), *map(shape, nodes))
    return node


def understood(text):
    return shape(parse(text).node)


def every(node, kind):
    found = [node] if isinstance(node, kind) else []
    inner = node.nodes if isinstance(node, And | Or) else (node.node,) if isinstance(node, Not) else ()
    return found + [deeper for child in inner for deeper in every(child, kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ізюм", "ізюм"),
        ("обстріл підвал", ("and", "обстріл", "підвал")),
        ("обстріл AND підвал", ("and", "обстріл", "підвал")),
        ("обстріл -підвал", ("and", "обстріл", ("not", "підвал"))),
        ("обстріл NOT підвал", ("and", "обстріл", ("not", "підвал"))),
        ("щоденник OR допит", ("or", "щоденник", "допит")),
        ("щоденник АБО допит", ("or", "щоденник", "допит")),
        ("дневник ИЛИ допрос", ("or", "дневник", "допрос")),
        ("dziennik LUB okop", ("or", "dziennik", "okop")),
        ("щоденник | допит", ("or", "щоденник", "допит")),
        ("щоденник|допит", ("or", "щоденник", "допит")),
        ("bread water OR light", ("or", ("and", "bread", "water"), "light")),
        ("bread (water OR light)", ("and", "bread", ("or", "water", "light"))),
        ('"filtration camp"', ["filtration", "camp"]),
        ("«массовые могилы»", ["массовые", "могилы"]),
        ("„rosyjskie wojska”", ["rosyjskie", "wojska"]),
        ("“mass graves” bread", ("and", ["mass", "graves"], "bread")),
        ("окупац*", "окупац*"),
        ("Куп'ян*", "купян*"),
        ("військово-польовий", ("or", ["військово", "польовий"], "військовопольовий")),
        ("24.02.2022", ["24", "2", "2022"]),
        ('Куп"янськ', "купянськ"),
        ('об"єкт "п"ять хлібин"', ("and", "обєкт", ["пять", "хлібин"])),
        ('хліб"вода"', ("and", "хліб", ["вода"])),
        ("хліб,вода", ("and", "хліб", "вода")),
        ("в Ізюмі", "ізюмі"),
        ("bread and water", ("and", "bread", "water")),
        ('"the bread"', ["the", "bread"]),
        ("the", "the"),
        ("хліб хліб", "хліб"),
        ("", None),
        ("*", None),
        ("-", None),
        ("()", None),
        ("OR", None),
    ],
)
def test_queries_are_understood(text, expected):
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "notice"),
    [
        ('"mass graves', ["mass", "graves"], "unclosed_quote"),
        ("(хліб", "хліб", "unmatched_bracket"),
        ("хліб) вода", ("and", "хліб", "вода"), "unmatched_bracket"),
        ("((((((((хліб))))))))", "хліб", "too_deep"),
        ("х*", "х", "short_prefix"),
        ("-хліб", None, "lone_exclusion"),
        ("вода OR -хліб", "вода", "lone_exclusion"),
        ("а" * 301, "а" * 300, "too_long"),
        (" ".join(f"w{n}" for n in range(99)), ("and", *(f"w{n}" for n in range(MOST_TERMS))), "too_many_terms"),
    ],
)
def test_what_was_left_out_is_reported(text, expected, notice):
    query = parse(text)
    assert shape(query.node) == expected
    assert notice in query.notices


def test_a_clean_query_has_no_notices():
    assert parse('"mass graves" (bread OR water) -light окупац*').notices == ()


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("підвалами", {"підвал"}),
        ("пытках", {"пытка"}),
        ("żołnierzy", {"zolnierz"}),
        ("graves", {"grave"}),
        ("міст", {"міст", "місто"}),
        ("вода", {"вода"}),
        ("czolgow", {"czolg"}),
        ("szla", {"isc"}),
        ("zolnierzom", {"zolnierz"}),
        ("szkol", {"szkola"}),
        ("pociskow", {"pocisk"}),
    ],
)
def test_a_term_knows_its_lemmas_in_the_languages_of_its_script(word, lemmas):
    assert lemmas <= set(parse(word).node.lemmas)


@pytest.mark.parametrize(("word", "lemma"), [("zone", "zona"), ("żadan", "zadac")])
def test_what_is_english_or_has_polish_letters_is_no_polish_word_without_them(word, lemma):
    assert lemma not in parse(word).node.lemmas


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("go", {"go"}),
        ("one", {"one"}),
        ("M.", {"m"}),
        ("Е.", {"е"}),
        ("есть", {"есть"}),
        ("on", {"on"}),
        ("будемо", {"бути"}),
    ],
)
def test_only_a_function_word_looks_for_function_words(word, lemmas):
    asked = parse(f'"{word}"').node.terms[0]
    assert set(asked.lemmas) == lemmas
    assert asked.also(["on"]).lemmas == asked.lemmas or word in {"on", "будемо"}


def test_a_term_has_the_sound_of_its_lemma_and_of_itself():
    assert {"izum", "izumi"} < set(parse("Ізюмі").node.keys)
    assert "harkov" in parse("Charków").node.keys


def test_a_dictionary_word_is_not_looked_for_among_other_words_of_its_dictionary():
    for asked, other in (("миска", "мишка"), ("коза", "кожа")):
        assert set(parse(asked).node.keys).isdisjoint(streams(other, "uk").k + streams(other, "ru").k)
    assert set(parse("ослободили").node.keys) & set(streams("ослободіли", "uk").k)


def test_a_given_name_is_looked_for_in_all_its_spellings():
    wanted = set(parse("Тетяни").node.keys)
    for written, language in (("Татьяной", "ru"), ("Tetianę", "pl"), ("Tetyana's", "en"), ("Tatiana", "en")):
        assert wanted & set(streams(written, language).k)
    assert wanted.isdisjoint(streams("Іван", "uk").k)


@pytest.mark.parametrize(
    ("query", "written", "language"),
    [
        ("Zabuzhna", "Забужна", "uk"),
        ("Забужна", "Zabuzhna", "en"),
        ("Yuzivska", "Юзівська", "uk"),
        ("Юзівській", "Juziwska", "pl"),
        ("Zhadan", "Жадана", "uk"),
        ("Shchukina", "Щукина", "ru"),
    ],
)
def test_a_surname_is_heard_whatever_its_gender_and_case(query, written, language):
    assert set(parse(query).node.keys) & set(streams(written, language).k)


def test_a_phrase_stands_in_one_stream_with_every_lemma_of_its_words():
    ways = dict(parse('"міст впав"').node.alternatives())
    assert ways["x"] == (frozenset({"міст"}), frozenset({"впав"}))
    assert ways["l"] == ways["m"] and {"міст", "місто"} <= ways["l"][0]


@given(words, st.integers(1, MOST_TERMS))
def test_a_phrase_has_few_combinations(word, length):
    for phrase in every(parse(f'"хліб {" ".join([word] * length)}"').node, Phrase):
        for _, places in phrase.alternatives():
            assert prod(map(len, places)) <= MOST_COMBINATIONS


def test_a_term_can_look_for_what_the_corpus_knows():
    assert parse("zolnierze").node.also(["zolnierz", "extra"]).lemmas[-1] == "extra"


@given(st.one_of(typed, st.text(max_size=400)))
@settings(deadline=None)
def test_no_query_raises_and_every_tree_is_sound(text):
    node = parse(text).node
    assert all(len(joint.nodes) > 1 for joint in every(node, And | Or))
    assert not any(isinstance(inner, Not) for joint in every(node, Or) for inner in joint.nodes)
    assert all(any(not isinstance(inner, Not) for inner in joint.nodes) for joint in every(node, And))
    excluded = len(every(node, Not))
    assert excluded == sum(isinstance(inner, Not) for joint in every(node, And) for inner in joint.nodes)
    forms = [
        form
        for atom in atoms(node)
        for term in getattr(atom, "terms", [atom])
        for form in (term.x, *getattr(term, "lemmas", ()))
    ]
    assert all(form and form.isalnum() for form in forms)
