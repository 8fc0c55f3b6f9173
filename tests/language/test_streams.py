"""Parallel token streams."""

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.language.authorities import Authority, Gazetteer, Label, authority_token
from archive.language.streams import FILLER, streams
from tests.language.authorities.people_and_places import GAZETTEER
from tests.language.samples import any_text, languages


@given(any_text, languages)
@settings(deadline=None)
def test_every_stream_has_one_word_at_every_position(text, language):
    made = streams(f"{text} Ізюм {text}", language, GAZETTEER)
    columns = [getattr(made, stream) for stream in "xlmke"]
    assert {len(column) for column in columns} == {len(made.tokens)}
    for column in columns:
        assert all(entry and entry.isalnum() for entry in column)
        assert " ".join(column).split() == list(column)


def test_a_mention_stands_at_its_first_word():
    izium, donets = authority_token("place", "izium"), authority_token("place", "donets")
    made = streams("Ізюм стоїть на Сіверському Дінці", "uk", GAZETTEER)
    assert made.e == (izium, FILLER, FILLER, donets, FILLER)


def test_of_several_mentions_at_one_word_the_longest_stands_there_and_the_others_where_there_is_room():
    made = streams("визволення Ізюма", "uk", GAZETTEER)
    assert made.e == (authority_token("event", "return"), authority_token("place", "izium"))
    river, town = (authority_token("place", id) for id in ("dnipro-river", "dnipro-town"))
    namesakes = Gazetteer(Authority(f"dnipro-{id}", "place", (Label("Дніпро", "uk"),)) for id in ("town", "river"))
    assert streams("за Дніпром", "uk", namesakes).e == (town, river)
    assert streams("Дніпро горить, і за Дніпром горить", "uk", namesakes).e == (
        river, town, FILLER, FILLER, river, FILLER,
    )  # fmt: skip
    assert streams("Дніпро", "uk", namesakes).e == (river,)


@given(st.text(), st.text())
def test_an_authority_has_a_token_of_its_own(one, other):
    token = authority_token("place", one)
    assert token.isalnum() and token.isascii() and token.islower()
    assert (token == authority_token("place", other)) == (one == other)
    assert token != authority_token("person", one)


def test_mixed_speech_is_read_in_the_language_it_borrows_from():
    made = streams("у больніце, в подвалі", "uk")
    assert {"больница", "подвал"} <= {*made.l}


def test_an_unstressed_o_may_be_written_as_it_is_spoken():
    assert "корова" in streams("карова", "uk").m
    assert streams("галава гаворили", "uk").l == ("голова", "говорити")
    assert streams("карова пашла", "ru").l == ("корова", "пойти")
    assert streams("Каховка немає када", "uk").l == ("каховка", "немати", "када")


def test_the_streams_of_a_sentence():
    made = streams("Під окупа́цією сиділи в Ізюмі", "uk")
    assert [token.text for token in made.tokens] == ["Під", "окупа́цією", "сиділи", "в", "Ізюмі"]
    assert made.x == ("під", "окупацією", "сиділи", "в", "ізюмі")
    assert made.l == ("під", "окупація", "сидіти", "в", "ізюм")
    assert made.k == (FILLER, "okupaca1", "siditi1", FILLER, "izum1")
    assert made.e == (FILLER,) * 5


def test_the_second_lemma_keeps_towns_and_bridges_apart():
    made = streams("міст", "uk")
    assert {made.l[0], made.m[0]} == {"міст", "місто"}


def test_a_compound_is_found_joined_at_its_first_part():
    apart = streams("пожежно-рятувальна частина", "uk")
    joined = streams("пожежнорятувальна частина", "uk")
    assert len(apart.tokens) == 3
    assert apart.m[0] == joined.l[0]


def test_a_polish_key_meets_the_ukrainian_one():
    assert streams("Charczenko", "pl").k == streams("Харченко", "uk").k == ("harcenko",)
