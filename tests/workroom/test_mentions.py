"""Names found in the text, confirmed and rejected on pages that need no JavaScript."""

import pytest
from django.urls import reverse

from archive import publishing
from archive.catalogue.models import Mention, PersonStatus, Segment
from archive.custody import acting
from archive.edition.models import FacetValue
from archive.workroom import mentions
from tests import cast

from .conftest import signed_in

pytestmark = pytest.mark.django_db

DOUBTFUL = reverse("workroom:doubtful-mentions")


def saying(*texts: str, slug="olena"):
    """An interview whose Ukrainian passages say this and whose English ones name nothing."""
    cast.izium()
    made = cast.interview(slug=slug)
    segments = Segment.objects.filter(transcript__interview=made).order_by("position")
    for n, words in enumerate(texts):
        segments.filter(transcript__language="uk", alignment=f"a{n}").update(text=words)
    return made


def page(made) -> str:
    return reverse("workroom:mentions", args=[made.pk])


def rows(answer) -> list[tuple[str, str, str]]:
    return [(row.label, row.passage, row.certainty) for row, *_words in answer.context["rows"]]


def value(made, passage="a0", authority=None) -> str:
    return f"{made.pk}:{(authority or cast.izium()).pk}:{passage}"


def send(client, made, act, *values, **more):
    return client.post(page(made), {"act": act, "mention": values, **more}, follow=True)


def test_every_name_stands_in_its_passage_with_the_words_marked(archivist):
    made = saying("Ми <виїхали> з Ізюма.", "Тихо.", "До Ізюма далеко.")
    answer = archivist.get(page(made))
    assert [passage for _label, passage, _certainty in rows(answer)] == ["a0", "a2"]
    body = answer.content.decode()
    assert "Ми &lt;виїхали&gt; з <mark>Ізюма</mark>." in body and "Passages 1–3 of 3" in body


def test_several_are_rejected_at_once_and_taken_back(archivist):
    made = saying("Ми виїхали з Ізюма.", "Тихо.", "До Ізюма далеко.")
    cast.approve(made)
    answer = send(archivist, made, "reject", value(made), value(made, "a2"), private_note="The other one.")
    assert "2 decisions are saved." in answer.content.decode()
    assert list(Mention.objects.values_list("passage", "verdict", "words", "private_note")) == [
        ("a0", "rejected", "ізюма", "The other one."),
        ("a2", "rejected", "ізюма", "The other one."),
    ]
    assert not FacetValue.objects.filter(facet="named-place").exists()
    assert "Rejected in this passage by olha" in answer.content.decode()
    send(archivist, made, "take-back", value(made), value(made, "a2"))
    assert not Mention.objects.exists()


def test_a_name_is_rejected_in_the_whole_interview_and_that_is_taken_back(archivist):
    made = saying("Ми виїхали з Ізюма.", "До Ізюма далеко.")
    answer = send(archivist, made, "reject-everywhere", value(made), value(made, "a1"))
    assert Mention.objects.get().passage == ""
    assert answer.content.decode().count("Rejected in the whole interview by olha") == 3
    send(archivist, made, "take-back", value(made, ""))
    assert not Mention.objects.exists()


def test_a_confirmation_says_by_whom_and_when(archivist):
    made = saying("Ми виїхали з Ізюма.")
    answer = send(archivist, made, "confirm", value(made))
    assert "Confirmed by olha" in answer.content.decode()


@pytest.mark.parametrize(
    ("act", "what", "sentence"),
    [
        ("confirm", [], "Choose at least one name first."),
        ("confirm", ["a9"], "is not in the text any more"),
        ("take-back", ["a0"], "Nothing has been decided"),
        ("reject", None, "not as it was sent"),
        ("burn", ["a0"], "Select a valid choice"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(archivist, act, what, sentence):
    made = saying("Ми виїхали з Ізюма.")
    chosen = ["x:y"] if what is None else [value(made, passage) for passage in what]
    answer = send(archivist, made, act, *chosen)
    assert answer.status_code == 409 and not Mention.objects.exists()
    assert sentence in answer.content.decode() or act == "burn"


def test_all_or_nothing_is_decided(archivist):
    made = saying("Ми виїхали з Ізюма.")
    assert send(archivist, made, "reject", value(made), value(made, "a9")).status_code == 409
    assert not Mention.objects.exists()


def test_a_list_decides_on_its_own_interview_alone(archivist):
    made, other = saying("Ми виїхали з Ізюма."), saying("Ми виїхали з Ізюма.", slug="maria")
    assert send(archivist, made, "reject", value(other)).status_code == 409
    assert not Mention.objects.exists()


def test_a_long_interview_is_read_a_page_of_passages_at_a_time(archivist, monkeypatch):
    monkeypatch.setattr(mentions, "PASSAGES", 2)
    made = saying("Ми виїхали з Ізюма.", "Тихо.", "До Ізюма далеко.")
    assert rows(archivist.get(page(made)))[0][1] == "a0"
    answer = archivist.get(page(made) + "?page=2")
    assert rows(answer)[0][1] == "a2" and "Passages before" in answer.content.decode()


@pytest.mark.parametrize("address", [page, lambda made: DOUBTFUL])
def test_the_lists_take_the_same_queries_for_one_name_and_for_three(archivist, django_assert_num_queries, address):
    made = saying("Ізюм великий.")
    archivist.get(address(made))
    counts = []
    for texts in ((), ("Ізюм малий.", "Ізюм далеко.")):
        for n, words in enumerate(texts, start=1):
            Segment.objects.filter(transcript__language="uk", alignment=f"a{n}").update(text=words)
        with django_assert_num_queries(17 if address is page else 14, exact=False) as asked:
            assert len(rows(archivist.get(address(made)))) == len(texts) + 1
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_doubtful_names_of_all_interviews_wait_until_somebody_decides(archivist):
    made = saying("Ізюм великий.", "Ми виїхали з Ізюма.")
    other = saying("Тихо.", "Ізюм малий.", slug="maria")
    answer = archivist.get(DOUBTFUL)
    assert [(row.interview, row.passage) for row, *_words in answer.context["rows"]] == [(made, "a0"), (other, "a1")]
    archivist.post(DOUBTFUL, {"act": "confirm", "mention": [value(made)]})
    archivist.post(DOUBTFUL, {"act": "reject", "mention": [value(other, "a1")]})
    assert rows(archivist.get(DOUBTFUL)) == []
    assert Mention.objects.count() == 2


def test_doubtful_names_are_read_by_stretches_of_text(archivist, monkeypatch):
    monkeypatch.setattr(mentions, "SEGMENTS", 3)
    saying("Тихо.", "Тихо.", "Тихо.")
    saying("Ізюм великий.", slug="maria")
    address, seen = DOUBTFUL, []
    while address:
        answer = archivist.get(address)
        seen += rows(answer)
        onward = answer.context["onward"]
        address = f"{DOUBTFUL}?after={onward}" if onward else ""
    assert [passage for _label, passage, _certainty in seen] == ["a0"]
    for nonsense in ("x", "-1", "9" * 30):
        assert archivist.get(f"{DOUBTFUL}?after={nonsense}").status_code == 200


@pytest.mark.parametrize(("status", "is_known"), [("public-figure", True), ("private", False)])
def test_who_may_not_know_a_person_reads_a_code(moderator, archivist, status, is_known):
    person = cast.person("mayor", name_uk="Тарас Гнатенко", name_en="Taras Secretive")
    with acting(cast.archivist()):
        PersonStatus.objects.create(person=person, kind=status)
    publishing.approve_authority(person, by=cast.moderator())
    made = saying("Тарас Гнатенко прийшов.")
    for client, knows in ((archivist, True), (moderator, is_known)):
        label = rows(client.get(page(made)))[0][0]
        assert label.startswith("P-") and ("Secretive" in label) == knows


@pytest.mark.parametrize("role", [cast.moderator, cast.administrator, cast.researcher])
def test_only_archivists_decide(role):
    made, account = saying("Ми виїхали з Ізюма."), role()
    client, may_read = signed_in(account), account.has_perm("catalogue.view_mention")
    for address in (page(made), DOUBTFUL):
        answer = client.get(address)
        assert answer.status_code == (200 if may_read else 403)
        assert b'name="mention"' not in answer.content
        assert client.post(address, {"act": "reject", "mention": [value(made)]}).status_code == 403
    assert not Mention.objects.exists()
