"""Claims and how they stand, and the accounts of a question, drawn from invented testimony."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from archive.document.authority import AuthorityCard
from archive.document.document import Claim, Relation, Source, Standing

from ..claims import statements
from ..questions.accounts import accounts
from . import invented

QUESTION = AuthorityCard(kind="question", slug="bridge", name={"en": "When was the bridge destroyed?"})
SOURCE = Source(
    key="source", type="report", title="The bridges of a spring", publisher="A commission", issued="2023-06"
)
OFFICE = {"en": "The archive’s editors"}


def claim(key: str, statement: str, **fields) -> Claim:
    told = {"question": QUESTION.name, "attribution": {}, "confidence": "stated", "answers": QUESTION.slug}
    return Claim(key=key, statement={"en": statement}, **told | fields)


def standing(word: str) -> Standing:
    return Standing(word=word, signature=OFFICE, signed="2024-05-02")


CLAIMS = (
    claim("morning", "It was in the morning, before the bread.", told="2022-03-07", passage="4"),
    claim("evening", "It was towards evening.", told="2022-03-07?/2022-03-09", standing=standing("disputed"),
          relations=(Relation(kind="contradicts", claim="morning"),)),
    claim("seventh", "The commission names the seventh of March.", told="2022-03-07", source="source",
          confidence="reported", attribution={"en": "The commission"}, standing=standing("corroborated"),
          relations=(Relation(kind="corroborates", claim="morning"),)),
    claim("before", "Neighbours said it was gone already.", told="../2022-03-05", confidence="hearsay",
          standing=standing("unverified")),
    claim("twice", "There were two bridges, and each was destroyed on a day of its own.", confidence="",
          attribution={"en": "Put together by the archive"}, standing=standing("inference")),
)  # fmt: skip
WORDS = (
    "signed by nobody, made from a passage",
    "other accounts differ, no exact time",
    "reported by a source, other accounts agree",
    "heard from others, not verified, no beginning",
    "an inference of the archive, no time",
)


def of_claims() -> Iterator[tuple[str, SafeString]]:
    document = invented.told(claims=CLAIMS, sources=(SOURCE,))
    shown = statements(document, {("question", QUESTION.slug): QUESTION})
    drawn = render_to_string("interview_detail/claims.html", {"statements": shown, "document": document})
    yield "signed in each way and by nobody; agreeing, differing, alone", drawn


def of_questions() -> Iterator[tuple[str, SafeString]]:
    """Each account on the one line of all of them."""
    interview = invented.published(invented.told(claims=CLAIMS, sources=(SOURCE,)))
    for words, account in zip(WORDS, accounts(QUESTION.slug, [interview]), strict=True):
        drawn = render_to_string("question_detail/account.html", {"account": account})
        yield words, mark_safe(f'<ol class="side-by-side">{drawn}</ol>')
