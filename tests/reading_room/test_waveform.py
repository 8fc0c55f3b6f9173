from dataclasses import replace

from archive.delivery.files import derivative_path
from archive.reading_room import waveform
from tests.reading_room import cast


def test_a_recording_is_drawn_with_as_many_bars_as_asked_for():
    drawn = waveform.of(cast.notebook().recordings[0], bars=40)
    assert drawn["path"].count("M") == 40
    assert drawn["width"] == 40 * waveform.STEP


def test_a_recording_without_peaks_or_whose_file_is_lost_is_not_drawn():
    recording = cast.notebook().recordings[0]
    sound, peaks = recording.files
    assert waveform.of(replace(recording, files=(sound,))) is None
    assert waveform.of(replace(recording, files=(sound, replace(peaks, digest="0" * 64)))) is None


def test_a_file_that_has_come_back_is_drawn(tmp_path, settings):
    recording = cast.notebook().recordings[0]
    peaks = replace(recording.files[1], digest="f" * 64)
    recording, settings.HOLOS_PUBLIC_ROOT = replace(recording, files=(peaks,)), tmp_path
    assert waveform.of(recording) is None
    path = derivative_path(peaks.digest, peaks.suffix)
    path.parent.mkdir()
    path.write_text('{"peaks": [1, 2, 3]}')
    assert waveform.of(recording) is not None


def test_places_outside_the_recording_are_not_drawn():
    assert waveform.places([0, 5000, 10_001], 10_000, bars=10) == "M0 0v100M30 0v100"
    assert waveform.places([1], None) == ""
