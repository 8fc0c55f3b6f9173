"""The content files are whole: every text in its languages, every key known, every private name kept out of public texts."""

import re

import pytest

from archive.catalogue.models import Claim, Document, Interview, Redaction
from archive.catalogue.vocabulary import AudienceChoice, ContentWarning, Precision, Scope, SpokenLanguage
from archive.language import dates, names
from archive.sample import files, lifecycle

EVERYWHERE = {"uk", "en", "pl"}
PUBLIC = (
    "title",
    "abstract",
    "notice",
    "statement",
    "attribution",
    "description",
    "author",
    "recipient",
    "custody",
    "holder",
    "transcription",
    "note",
)
INTERVIEWS = [*files.reports(), *files.recordings()]
by_key = pytest.mark.parametrize("interview", INTERVIEWS, ids=lambda interview: interview["key"])
recorded = pytest.mark.parametrize("interview", files.recordings(), ids=lambda interview: interview["key"])


def texts(value, name=""):
    """Every text of a content file as (its field, its languages)."""
    if isinstance(value, dict):
        if value and value.keys() <= EVERYWHERE | {"ru"}:
            yield name, value
        for key, part in value.items():
            yield from texts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, name)


@by_key
def test_every_text_is_complete_in_three_languages(interview):
    found = [(name, text) for name, text in texts({**interview, "later_edits": {}}) if name != "name_full"]
    assert found
    assert [name for name, text in found if not text.keys() >= EVERYWHERE or not all(text.values())] == []


@pytest.mark.parametrize("name", ["topics", "places", "events", "questions", "collections"])
def test_every_authority_is_named_in_three_languages(name):
    for key, record in files.read(name).items():
        assert record.get("name", record).keys() >= EVERYWHERE, key


@by_key
def test_codes_and_keys_are_known(interview):
    assert interview["kind"] in Interview.Kind.values
    assert interview["basis"] in Interview.Basis.values
    assert interview["lifecycle"] in lifecycle.LIFECYCLES
    assert set(interview["warnings"]) <= set(ContentWarning.values)
    assert set(interview["languages"]) <= set(SpokenLanguage.values)
    assert set(interview["topics"]) <= files.read("topics").keys()
    assert set(interview["events"]) <= files.read("events").keys()
    assert {mention["place"] for mention in interview["places"]} <= files.read("places").keys()
    assert {mention["precision"] for mention in interview["places"]} <= set(Precision.values)
    people = {p["person"] for p in interview["participations"]} | set(interview.get("persons_mentioned", ()))
    assert people <= files.read("persons").keys()
    for stated in (interview["recorded"], interview["told"]):
        assert not stated or dates.read(stated).edtf == stated


@by_key
def test_papers_have_known_codes_and_only_what_is_described_says_why(interview):
    sources = {source["key"] for source in interview.get("sources", ())}
    for paper in interview["documents"]:
        assert paper["licence"] in Document.Licence.values
        assert paper.get("absence") in ({None} if paper["pages"] else {*Document.Absence.values})
        assert paper.get("source") in {None, *sources}


def test_a_letter_of_several_sheets_says_what_each_of_them_does():
    papers = [paper for interview in INTERVIEWS for paper in interview["documents"]]
    several = [paper for paper in papers if len(paper["pages"]) > 1]
    assert several
    for paper in several:
        assert all(page["transcription"][paper["language"]] and page["regions"] for page in paper["pages"])
        assert not paper["transcription"]


def test_claims_answer_known_questions_and_point_to_known_claims():
    claims = [claim for report in files.reports() for claim in report["claims"]]
    keys = [claim["key"] for claim in claims]
    assert len(keys) == len(set(keys))
    assert {claim["question"] for claim in claims} <= {"", *files.read("questions")}
    assert {claim["dates"] for claim in claims if "dates" in claim} <= files.read("events").keys()
    assert {claim["confidence"] for claim in claims} <= set(Claim.Confidence.values)
    assert {relation["claim"] for claim in claims for relation in claim.get("relations", ())} <= set(keys)


def test_an_inference_of_the_archive_says_so():
    inferred = [c for r in files.reports() for c in r["claims"] if c["confidence"] == Claim.Confidence.INFERENCE]
    assert inferred
    assert [c["key"] for c in inferred if "archive" not in c["attribution"]["en"]] == []


@pytest.mark.parametrize("report", files.reports(), ids=lambda report: report["key"])
def test_no_private_name_stands_in_what_a_report_shows(report):
    people = files.read("persons")
    spoken_of = {p["person"] for p in report["participations"]} | set(report["persons_mentioned"])
    private = [people[key] for key in spoken_of if all(s["kind"] != "public-figure" for s in people[key]["statuses"])]
    forms = [form for p in private if "identity" in p for form in (*p["name"].values(), p["identity"]["legal_name"])]
    shown = [text for name, text in texts(report) if name in (*PUBLIC, "role_description")]
    assert shown
    assert [sighting for text in shown for code in text for sighting in names.sightings(text[code], code, forms)] == []


def test_private_individuals_have_no_place_closer_than_a_raion():
    reports = {report["key"]: report for report in files.reports()}
    home = [m for m in reports["report-kupiansk-second"]["places"] if m["place"] == "borivske"]
    assert [mention["precision"] for mention in home] == ["raion"]


def test_real_places_are_matched_by_code_and_invented_ones_have_none():
    places = files.read("places")
    for key, place in places.items():
        assert bool(place.get("is_invented")) == (root_of(key, places) == "invented-place"), key
        assert not (place.get("is_invented") and ("katottg" in place or "latitude" in place)), key
        assert re.fullmatch(r"UA63\d{15}", place.get("katottg", "UA63" + "0" * 15)), key
    assert places["borivske"]["katottg"] == "UA63080150600029288"


def root_of(key, places):
    while "parent" in places[key]:
        key = places[key]["parent"]
    return key


@recorded
def test_recordings_are_told_in_invented_places_only(interview):
    places = files.read("places")
    assert all(places[mention["place"]].get("is_invented") for mention in interview["places"])


@recorded
def test_consent_grants_known_scopes_and_never_artificial_intelligence(interview):
    narrators = {p["key"] for p in interview["participations"] if p["role"] == "narrator"}
    assert {consent["participation"] for consent in interview["consent"]} == narrators
    for consent in interview["consent"]:
        assert consent["grants"].keys() <= set(Scope.values)
        assert consent["grants"]["ai-use"] == AudienceChoice.NOBODY


@recorded
def test_passages_say_the_same_languages_as_their_transcripts(interview):
    languages = {transcript["language"] for transcript in interview["transcripts"]}
    for recording in interview["recordings"]:
        assert all(passage["text"].keys() == languages for passage in recording["segments"])


def test_withheld_words_stand_in_their_passage_in_every_language():
    interview = files.read("recordings/07-way-home")
    passages = {p["key"]: p["text"] for r in interview["recordings"] for p in r["segments"]}
    quoted = [r for r in interview["redactions"] if "quote" in r]
    assert quoted
    for redaction in quoted:
        assert redaction["reason"] in Redaction.Reason.values
        assert all(words in passages[redaction["segment"]][language] for language, words in redaction["quote"].items())


@pytest.mark.parametrize("name", ["paths", "glossary"])
def test_guides_are_written_in_three_languages(name):
    found = [(key, field, text) for key, entry in files.read(name).items() for field, text in texts(entry, key)]
    written = [(key, field) for key, field, text in found if field != "variants" and not text.keys() >= EVERYWHERE]
    assert found and written == []


def test_a_path_is_of_one_collection_and_leads_to_passages_that_are_there():
    known = {interview["key"]: interview for interview in INTERVIEWS}
    stops = [(path, stop) for path, content in files.read("paths").items() for stop in content["stops"]]
    for path, stop in [*stops, *(("opening", opening) for opening in files.read("openings"))]:
        recordings = {r["key"]: r for r in known[stop["interview"]].get("recordings", ())}
        if "passage" in stop:
            assert stop["passage"] in {s["key"] for s in recordings[stop["recording"]]["segments"]}, (path, stop)
    collections = {path: {known[s["interview"]]["collection"] for p, s in stops if p == path} for path, _stop in stops}
    assert [path for path, found in collections.items() if len(found) > 1] == []


def test_there_are_a_dozen_words_explained():
    assert len(files.read("glossary")) >= 12
