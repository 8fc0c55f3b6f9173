"""Pages as they are when something has gone wrong or stands half done, and a film: no fault that axe-core finds.

Every kind of page in good order is tried in the rooms themselves: ``tests/reading_room/browser``, ``tests/workroom/browser``.
"""

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from archive import publishing
from tests import cast
from tests.reading_room import cast as readers

from .people import Archivist, Moderator, Visitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FILM = "F1M-F0Z"


@pytest.fixture(params=[("light", 390), ("dark", 1360)], ids=["light telephone", "dark desk"])
def let_in(door, request):
    """``door`` with the light and the width of this run."""
    scheme, width = request.param
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
    return lambda kind: door(kind, **options)


@pytest.fixture
def submitted(site):
    """An interview in review in which a withheld name was found."""
    interview = cast.interview(abstract_en="Olena Kovalenko tells of bread.")
    publishing.submit(interview, by=cast.archivist())
    return interview


def faults(page):
    """What axe-core finds, and whether the page is wider than the screen."""
    found = [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in Axe().run(page).response["violations"]
    ]
    return found + page.locator("html").evaluate("e => e.scrollWidth > e.clientWidth ? ['too wide'] : []")


def test_a_refused_form_is_as_readable_as_a_good_one(let_in, submitted):
    archivist = let_in(Archivist)
    page = archivist.page
    archivist.open("")
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    archivist.press("Log in")
    found = {"signing in": faults(page)}
    archivist.sign_in(cast.archivist())

    archivist.open("catalogue/interview/add/")
    page.fill("#id_recorded", "someday")
    archivist.press("Save")
    found["interview"] = faults(page)

    archivist.open(f"catalogue/consentrecord/add/?participation={submitted.participations.get().pk}")
    page.select_option("#id_giver", label="a parent or guardian")
    archivist.press("Save")
    found["agreement"] = faults(page)

    archivist.open(f"catalogue/transcript/{submitted.transcripts.first().pk}/change/")
    page.fill("#id_segments-0-end_ms", "soon")
    archivist.press("Save")
    found["transcript"] = faults(page)

    archivist.open(f"participations/{submitted.participations.get().pk}/withdraw/")
    page.get_by_label("Received on").fill("2099-01-01")
    archivist.press("Withdraw now")
    found["withdrawal"] = faults(page)

    archivist.open(f"interviews/{submitted.pk}/submit/")
    found["impossible now"] = faults(page)
    archivist.open("review/")
    found["not allowed"] = faults(page)
    archivist.open(f"interviews/{submitted.pk}/nothing/")
    found["not there"] = faults(page)
    assert {name: what for name, what in found.items() if what} == {}


def test_a_review_is_readable_before_and_after_a_refusal(let_in, submitted):
    moderator = let_in(Moderator)
    moderator.sign_in(cast.moderator())
    moderator.open_from_queue("The cellar")
    found = {"with a name found": faults(moderator.page)}
    moderator.let_stand("Kovalenko", "She signs her books with it.")
    found["with a name that may stand"] = faults(moderator.page)
    moderator.press("Approve")
    assert moderator.page.get_by_text("Confirm every point of the checklist.").is_visible()
    found["refused"] = faults(moderator.page)
    assert {name: what for name, what in found.items() if what} == {}


def test_a_film_and_a_letter_are_readable(let_in, site):
    visitor = let_in(Visitor)
    readers.publish(film(), FILM)
    readers.publish(readers.letter(), readers.LETTER)
    visitor.open(f"en/interviews/{FILM}/")
    assert visitor.page.locator("video").is_visible()
    found = {"film": faults(visitor.page)}
    visitor.open(f"en/interviews/{readers.LETTER}/")
    found["letter"] = faults(visitor.page)
    assert {name: what for name, what in found.items() if what} == {}


def film():
    """The notebook of the readers' cast, filmed."""
    told = readers.notebook()
    (sitting,) = told.sittings
    (recording,) = sitting.recordings
    files = (
        readers.file(b"not a film" * 99, "film", "mp4", "video/mp4", duration_ms=25_000, width=640, height=360),
        *recording.files[1:],
    )
    filmed = replace(recording, has_film=True, files=files)
    return replace(told, sittings=(replace(sitting, recordings=(filmed,)),))
