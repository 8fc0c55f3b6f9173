"""Leaks seeded into the code on purpose: each is noticed, and none is seen where none was seeded."""

import pytest
import time_machine
from django.db import DatabaseError

from archive.reading_room import waveform
from tests.vault import media

from . import (
    leaks_of_answers,
    leaks_of_consent,
    leaks_of_exchange,
    leaks_of_guides,
    leaks_of_mentions,
    leaks_of_papers,
    leaks_of_publishing,
    leaks_of_questions,
    leaks_of_reading,
    leaks_of_records,
    leaks_of_researchers,
    leaks_of_the_map,
    stages,
    stages_of_guides,
    stages_of_mentions,
    stages_of_questions,
    stages_of_records,
)
from .leaks import LEAKS

pytestmark = pytest.mark.django_db

MODULES = (
    leaks_of_answers,
    leaks_of_consent,
    leaks_of_exchange,
    leaks_of_guides,
    leaks_of_mentions,
    leaks_of_papers,
    leaks_of_publishing,
    leaks_of_questions,
    leaks_of_reading,
    leaks_of_records,
    leaks_of_researchers,
    leaks_of_the_map,
)
SOUND = {(repr(each.stage), each.check): each for each in LEAKS}
"""One leak for each pair of a stage and a check."""
SHOWN = (
    stages.spoken,
    stages.heard,
    stages.contradicted,
    stages.beside,
    stages.opened,
    stages_of_guides.guided,
    stages_of_records.merged_and_approved,
    stages_of_records.merged_alone,
    stages_of_records.named_by_its_records,
    stages_of_records.named_formerly,
    stages_of_mentions.decided,
    stages_of_mentions.taken_back,
    stages_of_questions.answered,
    stages_of_questions.answered_and_run_out,
)
"""Stages on which something stays public."""


@pytest.fixture
def caught_by(tmp_path, settings, monkeypatch):
    """Build a stage and look at it: ``caught_by(leak)`` raises what the check raises."""
    settings.HOLOS_PRIVATE_ROOT, settings.HOLOS_PUBLIC_ROOT = tmp_path / "private", tmp_path / "public"
    monkeypatch.setattr(media, "CANARY", media.CANARY)
    waveform._read.cache_clear()

    def look(leak):
        with time_machine.travel(stages.DAY_ONE, tick=False) as clock:
            stage = stages.Stage(clock, tmp_path)
            leak.stage(stage)
            leak.check(stage)
        return stage

    return look


@pytest.mark.parametrize("leak", SOUND.values(), ids=lambda leak: f"{leak.check.__name__}: {leak.name}")
def test_without_a_leak_nothing_is_noticed(leak, caught_by):
    stage = caught_by(leak)
    assert stage.document or leak.stage not in SHOWN, "Nothing is public here, so nothing could leak."


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.name)
def test_a_seeded_leak_is_noticed(leak, caught_by, monkeypatch):
    leak.seed(monkeypatch)
    with pytest.raises((AssertionError, DatabaseError)):
        caught_by(leak)


def test_there_are_leaks_enough():
    assert len(LEAKS) >= 30 and len({leak.name for leak in LEAKS}) == len(LEAKS)
