"""Invented testimony for the specimens: ordinary, very long, and with nearly nothing in it."""

from dataclasses import replace

from archive.document import canonical
from archive.document.authority import AuthorityCard, CollectionCard
from archive.document.document import Document, PlaceReference, Recording, Segment, Sitting, Speaker, Transcript
from archive.document.outline import outline
from archive.edition.models import PublishedCollection, PublishedInterview

LONG_TITLE = (
    "How forty of us lived under the school from the first of March until the road was open again, and who brought the "
    "water, who read to the children, and what we each carried out on the day we left, told together"
)
SHORT, LONG = "The bread in the cellar", LONG_TITLE
SUMMARY = "Forty people and one loaf: how the bread was divided, who kept the list, and who read aloud in the evening."
LEVELS = tuple(40 + 37 * place % 200 for place in range(160))
"""A waveform: 160 levels from 0 to 255."""


def narrator(key: str, name: str) -> Speaker:
    return Speaker(key=key, role="narrator", rendition="pseudonym", name={"en": name})


def topics(count: int) -> list[AuthorityCard]:
    words = ("Bread and water", "Cellars", "School", "The road out", "Letters home", "Filtration", "Work", "Neighbours")
    return [
        AuthorityCard(kind="topic", slug=f"topic-{place}", name={"en": f"{words[place % len(words)]} {place + 1}"})
        for place in range(count)
    ]


def place(slug: str, name: str, *, is_invented: bool = False) -> AuthorityCard:
    return AuthorityCard(kind="place", slug=slug, name={"en": name}, is_invented=is_invented)


def ordinary() -> Document:
    return _document(
        SHORT, [narrator("a", "Olena K.")], warnings=("shelling",), recorded="2023-05-04", told="2022-03/2022-09"
    )


def long() -> Document:
    """A title of two hundred letters, six narrators, every date uncertain."""
    names = ("Olena K.", "Serhii", "Oleksandra Nechyporenko-Starytska", "a teacher", "Mykola", "Halyna")
    speakers = [narrator(str(number), name) for number, name in enumerate(names)]
    return _document(
        LONG, speakers, warnings=("killing", "children", "grief"), recorded="2023~", told="2022-02~/2022-09?"
    )


def bare() -> Document:
    """One letter, nobody named, no date."""
    return _document("Б", [])


def _document(title: str, speakers: list[Speaker], **facts) -> Document:
    return Document(
        kind="recorded",
        basis="agreement",
        collection="specimens",
        title={"en": title},
        languages=("uk",),
        speakers=tuple(speakers),
        places=(PlaceReference(place="sosnivka", relation="about", is_area=True),),
        **facts,
    )


def published(document: Document) -> PublishedInterview:
    """The document as a row of the edition that is never saved."""
    card = CollectionCard(
        slug="specimens", name={"en": "Specimens"}, demonstration_mark={"en": "Invented for demonstration."}
    )
    collection = PublishedCollection(slug=card.slug, card=canonical.dump(card))
    row = PublishedInterview(reference="7K2-QX9", collection=collection, outline=canonical.dump(outline(document)))
    row.document = canonical.dump(document)
    return row


def told(**fields) -> Document:
    """One narrator's recording with its transcript and translation, with what else is given."""
    recording = Recording(
        key="r",
        starts_ms=0,
        duration_ms=40_000,
        has_sound=True,
        has_film=False,
        transcripts=(TRANSCRIPT, TRANSLATION),
    )
    sitting = Sitting(key="s", recordings=(recording,))
    return replace(ordinary(), sittings=(sitting,), **fields)


TRANSCRIPT = Transcript(
    key="t",
    language="uk",
    kind="verbatim",
    maker="hand",
    segments=(
        Segment(key="1", start_ms=0, end_ms=6_000, speaker="i", text=("Де ви тоді жили?",)),
        Segment(
            key="2",
            start_ms=6_000,
            end_ms=19_000,
            speaker="n",
            text=("У підвалі школи. Нас було сорок.", None, "Хліб ділили."),
        ),
        Segment(key="3", start_ms=19_000, end_ms=24_000, speaker="n", text=(None,)),
        Segment(key="4", start_ms=24_000, end_ms=40_000, speaker="n", text=("А воду носили з річки, " * 12,)),
    ),
)
TRANSLATION = Transcript(
    key="e",
    language="en",
    kind="translation",
    maker="hand",
    segments=(
        Segment(key="1", start_ms=0, end_ms=6_000, speaker="i", text=("Where did you live then?",)),
        Segment(
            key="2",
            start_ms=6_000,
            end_ms=19_000,
            speaker="n",
            text=("In the cellar of the school. We were forty.", None, "We shared the bread."),
        ),
        Segment(key="3", start_ms=19_000, end_ms=24_000, speaker="n", text=(None,)),
        Segment(
            key="4",
            start_ms=24_000,
            end_ms=40_000,
            speaker="n",
            text=("And the water we carried from the river, " * 12,),
        ),
    ),
)
SPEAKERS = {
    "n": narrator("n", "Olena K."),
    "i": Speaker(key="i", role="interviewer", rendition="full", name={"en": "Iryna"}),
}
