"""The media of the sample are small, say what they are, and keep the times that the transcripts give."""

import av
import numpy as np
import pytest

from archive.sample import files

MARK = files.read("collections")["demonstration"]["demonstration_mark"]
RECORDINGS = [recording for interview in files.recordings() for recording in interview["recordings"]]
each = pytest.mark.parametrize("recording", RECORDINGS, ids=lambda recording: recording["file"])
QUIET, LOUD = 0.004, 0.02
SHORTEST_PAUSE_MS = 400
EDGE_MS = 60
"""Encoders smear the edge of a sound over some milliseconds."""


def loudness(path):
    """The loudness of each millisecond of a sound, as a root of mean squares between 0 and 1."""
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=16_000)
        frames = [f for frame in container.decode(audio=0) for f in resampler.resample(frame)]
    samples = np.concatenate([frame.to_ndarray().ravel() for frame in frames])
    samples = samples[: len(samples) // 16 * 16].reshape(-1, 16)
    return np.sqrt((samples.astype(float) ** 2).mean(axis=1))


@each
def test_passages_stand_where_the_transcript_says(recording):
    level = loudness(files.MEDIA / recording["file"])
    passages = recording["segments"]
    assert abs(len(level) - recording["duration_ms"]) < 120
    for passage in passages:
        assert level[passage["start_ms"] : passage["end_ms"]].mean() > LOUD, passage["key"]
    for before, after in zip(passages, passages[1:], strict=False):
        assert after["start_ms"] - before["end_ms"] >= SHORTEST_PAUSE_MS
        assert level[before["end_ms"] + EDGE_MS : after["start_ms"] - EDGE_MS].max() < QUIET, after["key"]


@each
def test_a_recording_says_aloud_and_in_its_tags_that_it_is_a_demonstration(recording):
    assert recording["segments"][0]["text"]["en"] == f"{MARK['en']}."
    with av.open(str(files.MEDIA / recording["file"])) as container:
        tags = {**container.metadata, **container.streams.audio[0].metadata}
    tags = {name.lower(): value for name, value in tags.items()}
    assert MARK["en"] in tags["comment"]
    assert tags["artist"] == MARK["en"]


def test_the_film_has_a_picture():
    film = next(r for r in RECORDINGS if r["file"].endswith(".mp4"))
    with av.open(str(files.MEDIA / film["file"])) as container:
        assert container.streams.video[0].codec_context.name == "h264"


def test_index_points_and_withheld_passages_stand_at_their_passages():
    for interview in files.recordings():
        starts = {p["key"]: p["start_ms"] for r in interview["recordings"] for p in r["segments"]}
        points = [point for r in interview["recordings"] for point in r["index"]]
        assert [point["at_ms"] for point in points] == [starts[point["segment"]] for point in points]
        for redaction in interview["redactions"]:
            if "start_ms" in redaction:
                assert redaction["start_ms"] == starts[redaction["from_segment"]]


def test_every_media_file_is_used_and_all_together_are_small():
    named = {r["file"] for r in RECORDINGS}
    named |= {page["file"] for i in files.recordings() for d in i["documents"] for page in d["pages"]}
    named |= {consent["evidence"] for i in files.recordings() for consent in i["consent"]}
    present = {path.name: path.stat().st_size for path in files.MEDIA.iterdir()}
    assert named == present.keys()
    assert sum(present.values()) < 6_000_000
