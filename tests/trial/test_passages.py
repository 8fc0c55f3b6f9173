"""Passages become interviews like any other, under the ids they came with, and the search is judged by them."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from archive.catalogue.models import Authority, CustodyEvent, Interview, User
from archive.edition.models import PublishedInterview
from archive.language import name_families
from archive.trial import authorities
from archive.trial.authorities import Stated, language_of
from archive.trial.judging import Query, judge, lines, references
from archive.trial.passages import Passage, load
from tests import cast
from tests.trial.collection import AUTHORITIES, LONG_ID, PASSAGES, QUERIES, listed, written


class TestLoaded(TestCase):
    """Loaded once; the tests only look."""

    @classmethod
    def setUpTestData(cls):
        cls.count, cls.left_out = load(
            [Passage(**row) for row in PASSAGES],
            [Stated(**row) for row in [*AUTHORITIES, {"id": "z", "kind": "star", "uk": ["Зоря"]}]],
        )

    def test_every_passage_is_public_under_its_own_id(self):
        assert self.count == len(PASSAGES)
        public = {row.reference: row.content for row in PublishedInterview.objects.all()}
        texts = {reference: document.texts[0].segments[0].text for reference, document in public.items()}
        assert texts == {row["id"]: (row["text"],) for row in PASSAGES}

    def test_two_accounts_that_nobody_can_sign_in_to_have_entered_and_approved(self):
        acts = CustodyEvent.objects.filter(act__in=("submitted", "approved")).values_list("act", "actor__username")
        assert sorted(acts) == sorted(
            [("approved", "trial-moderator"), ("submitted", "trial-archivist")] * len(PASSAGES)
        )
        assert not any(
            user.has_usable_password() is False for user in User.objects.exclude(username__startswith="trial")
        )
        assert not any(user.has_usable_password() for user in User.objects.filter(username__startswith="trial"))

    def test_an_unknown_kind_is_named_and_left_out(self):
        assert [sentence.partition(":")[0] for sentence in self.left_out] == ["z"]
        assert "star" in self.left_out[0]

    def test_records_keep_labels_in_the_language_they_are_in(self):
        labels = Authority.objects.get(slug="kupiansk").labels.values_list("language", "text", "role")
        assert sorted(labels) == [
            ("en", "Kupyansk", "variant"),
            ("pl", "Kupiańsk", "variant"),
            ("ru", "купянский", "adjective"),
            ("uk", "куп'янський", "adjective"),
        ]

    def test_ids_that_make_one_address_make_two(self):
        assert set(Authority.objects.filter(kind="topic").values_list("slug", flat=True)) == {"c_bread", "c-bread"}

    def test_a_given_name_that_is_heard_as_one_needs_no_record(self):
        assert not Authority.objects.filter(name_uk="Тетяна").exists()

    def test_the_search_answers(self):
        judged = list(judge(Query(**row) for row in QUERIES))
        assert [(each.query.id, each.recall, each.precision) for each in judged] == [
            (row["id"], 1.0, 1.0) for row in QUERIES
        ]

    def test_the_public_search_gives_every_id_as_it_came(self):
        answer = self.client.get("/api/v1/search", {"q": "хліб", "lang": "uk"}).json()
        assert {result["id"] for result in answer["results"]} == {"r-02", LONG_ID}
        assert self.client.get("/uk/interviews/", {"q": "хліб"}).status_code == 200

    def test_only_a_known_person_is_found_by_a_name_in_another_alphabet(self):
        assert set(references("Tatiana Moroz", "en")) == {"r-02", LONG_ID}


@pytest.mark.parametrize(
    ("text", "language"),
    [("ізюмський", "uk"), ("изюмский", "ru"), ("харківський", "uk"), ("izyumskyi", "en"), ("charkowski", "pl")],
)
def test_a_label_without_a_language_has_that_of_its_letters_or_ending(text, language):
    assert language_of(text) == language


def test_a_given_name_that_is_not_heard_as_one_gets_a_record(monkeypatch):
    monkeypatch.setattr(authorities, "family", lambda folded: "")
    assert not authorities.is_known_name(Stated("n", "name", uk=["Тетяна"], ru=["Татьяна"]))
    assert name_families.family("тетяна")


@pytest.mark.django_db
def test_a_database_with_interviews_is_refused_in_words(tmp_path):
    cast.interview()
    with pytest.raises(CommandError, match="holds interviews already"):
        call_command("load_evaluation", written(tmp_path, "passages.jsonl", PASSAGES))
    assert Interview.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"id": "a", "lang": "xx", "text": "Слово"}], "language"),
        ([{"id": "a", "lang": "uk", "text": " "}], "empty"),
        ([{"id": "a" * 65, "lang": "uk", "text": "Слово"}], "at most 64"),
        ([{"id": "a", "lang": "uk", "text": "Слово"}, {"id": "a", "lang": "uk", "text": "Друге"}], "id of its own"),
        ([{"id": "a", "lang": "uk", "text": "Слово"}, {"id": "b"}], "line 2"),
    ],
)
def test_what_cannot_be_loaded_is_said_and_nothing_is(tmp_path, rows, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("load_evaluation", written(tmp_path, "passages.jsonl", rows))
    assert not Interview.objects.exists() and not PublishedInterview.objects.exists()


@pytest.mark.django_db
def test_the_commands_load_and_print_a_line_for_each_type(tmp_path):
    out = StringIO()
    passages, known = written(tmp_path, "p.jsonl", PASSAGES), listed(tmp_path, "a.json", AUTHORITIES)
    call_command("load_evaluation", passages, known, stdout=out)
    assert out.getvalue() == "Loaded and published 4 passages and 5 authorities.\n"
    out = StringIO()
    call_command("evaluate_search", written(tmp_path, "q.jsonl", QUERIES), stdout=out)
    rows = [line.split() for line in out.getvalue().splitlines()]
    assert rows[0] == ["type", "queries", "recall@10", "precision@10"]
    assert [row[:2] for row in rows[1:]] == [
        ["infl", "1"], ["person", "2"], ["place", "1"], ["xling", "1"], ["ALL-mono", "4"],
    ]  # fmt: skip
    assert {tuple(row[2:]) for row in rows[1:]} == {("1.0000", "1.0000")}


@pytest.mark.django_db
def test_a_missing_file_is_said():
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("evaluate_search", "/nowhere/queries.jsonl")


def test_every_query_weighs_the_same_and_types_beyond_one_language_do_not_count_among_all(monkeypatch):
    answers = {"a": ["x"], "b": [], "c": [], "d": ["y"]}
    monkeypatch.setattr("archive.trial.judging.references", lambda q, language: answers[q])
    monkeypatch.setattr("archive.trial.judging.suggested", lambda q, language: ["підвал"])
    queries = [Query(q, q, kind, relevant=["x"]) for q, kind in zip("abc", ("infl", "infl", "sem"), strict=True)]
    queries += [Query("d", "d", "bool", relevant=["y"]), Query("e", "підвл", "typo", suggest="підвал")]
    found = {line.type: (line.queries, round(line.recall, 2)) for line in lines(list(judge(queries)))}
    assert found == {"infl": (2, 0.5), "sem": (1, 0), "bool": (1, 1), "typo": (1, 1), "ALL-mono": (3, 0.67)}
