"""The pages of the workroom, light and dark, on a telephone and on a desk: no fault that axe-core finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from archive import publishing
from archive.finding import tasks
from archive.jobs.worker import drain
from tests import cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def pages(interview):
    narrator, recording = interview.participations.get(), interview.recordings.get()
    tasks.ask()
    drain()
    transcript = interview.transcripts.first()
    archivist = [
        "/workroom/",
        reverse("workroom:search"),
        reverse("workroom:search") + "?q=bread&kind=transcript",
        reverse("workroom:search") + "?q=zeppelin",
        reverse("workroom:catalogue_interview_changelist"),
        reverse("workroom:catalogue_interview_add"),
        reverse("workroom:catalogue_interview_change", args=[interview.pk]),
        reverse("workroom:catalogue_recording_change", args=[recording.pk]),
        reverse("workroom:catalogue_transcript_change", args=[transcript.pk]),
        reverse("workroom:catalogue_consentrecord_add"),
        reverse("workroom:catalogue_person_change", args=[narrator.person_id]),
        reverse("workroom:catalogue_place_changelist"),
        reverse("workroom:catalogue_custodyevent_changelist"),
        reverse("workroom:preview", args=[interview.pk]),
        reverse("workroom:withdraw", args=[narrator.pk]),
        reverse("workroom:redact", args=[interview.pk]),
        reverse("workroom:review", args=[interview.pk]),
        reverse("workroom:merge", args=[cast.topic("bread").pk]),
        reverse("workroom:merge", args=[cast.topic("bread").pk]) + f"?kept={cast.topic('loaf').pk}",
    ]
    publishing.propose_erasure(interview, by=cast.archivist(), reason="She asked for it.")
    moderator = [
        reverse("workroom:erase", args=[interview.pk]),
        reverse("workroom:review-queue"),
        reverse("workroom:review", args=[interview.pk]),
        reverse("workroom:catalogue_interview_change", args=[interview.pk]),
    ]
    access = cast.researcher().researcher_accesses.get()
    administrator = [
        reverse("workroom:catalogue_user_change", args=[access.account_id]),
        reverse("workroom:give-access", args=[access.account_id]),
        reverse("workroom:end-access", args=[access.pk]),
    ]
    readable = cast.published(slug="readable")
    researcher = [reverse("workroom:reading-list"), reverse("workroom:reading", args=[readable.publication.reference])]
    return {
        cast.archivist(): archivist,
        cast.moderator(): moderator,
        cast.administrator(): administrator,
        cast.researcher(): researcher,
    }


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1360, "light")])
def test_no_page_has_a_fault_or_is_too_wide(live_server, submitted, browser, sign_in, width, scheme):
    faults, too_wide = {}, []
    for user, addresses in pages(submitted).items():
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", locale="en"
        )
        page = context.new_page()
        page.goto(live_server.url + "/workroom/login/")
        sign_in(context, user)
        for address in ["/workroom/login/", *addresses]:
            page.goto(live_server.url + address)
            if page.locator("html").evaluate("e => e.scrollWidth - e.clientWidth"):
                too_wide.append(address)
            found = Axe().run(page).response["violations"]
            if found:
                faults[address] = [
                    (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]]) for fault in found
                ]
        context.close()
    assert faults == {}
    assert too_wide == []


def test_the_policy_stops_nothing_that_the_pages_need(live_server, submitted, browser, sign_in):
    said = []
    for user, addresses in pages(submitted).items():
        context = browser.new_context(locale="en")
        sign_in(context, user)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for address in addresses:
            if user == cast.archivist() and "review/" in address:
                continue
            page.goto(live_server.url + address)
        context.close()
    assert said == []


def test_a_picker_finds_a_person_by_name_and_a_row_is_added(live_server, submitted, browser, sign_in):
    context = browser.new_context(locale="en")
    sign_in(context, cast.archivist())
    page = context.new_page()
    page.goto(live_server.url + reverse("workroom:catalogue_interview_change", args=[submitted.pk]))
    page.locator("#person_mentions-group .add-row a").click()
    page.locator("#person_mentions-0 [role=combobox]").click()
    page.locator(".select2-search--dropdown input").fill("Коваленко")
    page.locator(".select2-results__option", has_text="Олена Коваленко").click()
    page.locator("input[name=_save]").click()
    page.wait_for_url("**/catalogue/interview/")
    assert submitted.person_mentions.get().person == submitted.participations.get().person
    context.close()
