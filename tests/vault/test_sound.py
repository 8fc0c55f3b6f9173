import json

import av
import numpy as np
import pytest

from archive.vault import sound
from archive.vault.recipes import wanted
from tests.vault import media
from tests.vault.media import CANARY, heard, level, tone

FRAME = 1024 / media.RATE


def made(master, tmp_path, **allowed):
    folder = tmp_path / "made"
    folder.mkdir(exist_ok=True)
    recipe = wanted("audio", **allowed)[0]
    return {piece.role: piece for piece in sound.make(master, recipe, folder)}


@pytest.fixture
def master(tmp_path):
    return media.wav(tmp_path / "master.wav", tone(4.0))


def test_a_withheld_passage_is_silent_and_the_rest_is_heard(master, tmp_path):
    line = heard(made(master, tmp_path, silenced=[(1000, 2000)])["sound"].path)
    assert level(line, 1.03, 1.97) < 1e-5
    assert level(line, 0.1, 0.95) > 0.05
    assert level(line, 2.05, 3.9) > 0.05


def test_silence_is_zero_to_the_sample_before_anything_else_sees_the_sound(master):
    recipe = wanted("audio", silenced=[(1000, 2001), (3990, 99_000)])[0]
    line = np.concatenate([block[0] for _, block in sound.samples(master, recipe)])
    assert not line[48_000 : 2001 * 48].any() and not line[round(3.99 * 48_000) :].any()
    assert line[47_700:48_000].any() and line[2001 * 48 + 1 : 2001 * 48 + 300].any()


def test_silencing_keeps_the_length(master, tmp_path):
    pieces = made(master, tmp_path, silenced=[(0, 1500), (3500, 9000)])
    assert pieces["sound"].duration_ms == 4000
    with av.open(str(pieces["sound"].path)) as container:
        assert abs(container.duration / 1e6 - 4.0) <= FRAME


def test_the_waveform_is_drawn_from_the_silenced_sound(master, tmp_path):
    drawn = json.loads(made(master, tmp_path, silenced=[(1000, 2000)])["peaks"].path.read_text())
    assert (drawn["v"], drawn["ms"], len(drawn["peaks"])) == (1, 4000, 400)
    assert set(drawn["peaks"][100:200]) == {0}
    assert min(drawn["peaks"][:98] + drawn["peaks"][202:]) > 200 and max(drawn["peaks"]) == 255


def test_a_long_waveform_has_1200_points(tmp_path):
    drawn = json.loads(made(media.wav(tmp_path / "long.wav", tone(13.0)), tmp_path)["peaks"].path.read_text())
    assert len(drawn["peaks"]) == 1200


def loudness(path):
    recipe = wanted("audio")[0]
    return sound.TARGET_LUFS - sound.measured(path, recipe).gain_db


@pytest.mark.parametrize(("amplitude", "channels"), [(0.01, 1), (0.02, 2), (0.7, 1)])
def test_quiet_and_loud_recordings_come_out_equally_loud(tmp_path, amplitude, channels):
    master = media.wav(tmp_path / "master.wav", tone(4.0, level=amplitude, channels=channels))
    result = made(master, tmp_path)["sound"].path
    assert abs(loudness(result) - sound.TARGET_LUFS) < 0.5


def test_what_is_withheld_does_not_show_in_the_level_of_the_rest(tmp_path):
    quiet, shout = tone(2.0, level=0.02), tone(2.0, level=0.9)
    with_shout = media.wav(tmp_path / "shout.wav", np.concatenate([quiet, shout], axis=1))
    without = media.wav(tmp_path / "without.wav", np.concatenate([quiet, np.zeros_like(shout)], axis=1))
    recipe = wanted("audio", silenced=[(1990, 4000)])[0]
    assert sound.measured(with_shout, recipe).gain_db == sound.measured(without, recipe).gain_db


def test_peaks_are_held_below_the_limit_without_moving_the_sound(tmp_path):
    whisper = tone(4.0, level=0.005)
    whisper[:, 48_000 : 48_000 + 480] = tone(0.01, level=0.9)
    master = media.wav(tmp_path / "clap.wav", whisper)
    line = heard(made(master, tmp_path)["sound"].path)
    assert np.abs(line).max() < 0.95
    loudest = np.abs(line).argmax() / media.RATE
    assert 0.99 < loudest < 1.02


def test_a_wholly_withheld_recording_is_silence_of_the_same_length(master, tmp_path):
    pieces = made(master, tmp_path, silenced=[(0, 4000)])
    assert not heard(pieces["sound"].path).any()
    assert pieces["sound"].duration_ms == 4000


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mp3", "mp3"), ("a.flac", "flac"), ("a.m4a", "aac"), ("a.ogg", "libopus")]
)
def test_nothing_of_a_recordings_tags_survives(tmp_path, name, codec):
    master = media.sound(tmp_path / name, codec, tone(1.0))
    assert CANARY.encode() in master.read_bytes() or name == "a.mp3"
    for piece in made(master, tmp_path).values():
        assert CANARY.encode() not in piece.path.read_bytes()
    with av.open(str(piece.path.parent / "sound.m4a")) as container:
        assert not {"title", "comment", "encoder"} & container.metadata.keys()


def test_a_collections_mark_stands_as_title(master, tmp_path):
    path = made(master, tmp_path, mark="Demonstration: synthetic voice")["sound"].path
    with av.open(str(path)) as container:
        assert container.metadata["title"] == "Demonstration: synthetic voice"


def test_the_index_stands_first_so_that_playing_begins_at_once(master, tmp_path):
    data = made(master, tmp_path)["sound"].path.read_bytes()
    assert 0 < data.index(b"moov") < data.index(b"mdat")


def test_the_same_master_and_recipe_give_the_same_bytes(master, tmp_path):
    first = made(master, tmp_path)["sound"].path.read_bytes()
    assert made(master, tmp_path)["sound"].path.read_bytes() == first
