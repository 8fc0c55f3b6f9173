"""Sound for the public: silenced, brought to one loudness, packed as AAC without any tags.

Loudness is integrated loudness after EBU R 128 (ITU-R BS.1770); one gain for the whole recording keeps a whisper a
whisper. The measure is taken after silencing, so that what is withheld does not show in the level of the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from . import peaks
from .formats import HEAD_BYTES, recognise
from .pieces import Piece
from .probe_stream import damaged, decoded, main_streams, opened, origin
from .recipes import Recipe
from .silence import RATE, silenced

TARGET_LUFS = -16.0
PEAK_LIMIT_DB = -1.5
MOST_GAIN_DB = 30.0
_OVERSAMPLED = 4 * RATE
_DRIFT = RATE // 50
_LONGEST_GAP = RATE * 60 * 30
_TIME_BASE = Fraction(1, RATE)
_BIT_RATES = {1: 96_000, 2: 160_000}
_LAYOUTS = {1: "mono", 2: "stereo"}
CONTAINER_OPTIONS = {"movflags": "+faststart", "fflags": "+bitexact"}


@dataclass(frozen=True)
class Measure:
    """What one pass over the silenced sound found; ``highest`` holds the peak of each 10 ms."""

    samples: int
    channels: int
    gain_db: float
    needs_limiter: bool
    highest: np.ndarray


def make(master: Path, recipe: Recipe, folder: Path) -> list[Piece]:
    """Write the sound as M4A and its waveform."""
    measure = measured(master, recipe)
    if not measure.samples:
        raise damaged()
    path = folder / "sound.m4a"
    with av.open(str(path), "w", format="ipod", options=CONTAINER_OPTIONS) as out:
        out.metadata.update({"title": recipe.mark} if recipe.mark else {})
        stream = add_stream(out, measure)
        for frame in levelled(master, recipe, measure):
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    length = round(measure.samples * 1000 / RATE)
    return [
        Piece("sound", path, "m4a", "audio/mp4", duration_ms=length),
        peaks.make(measure.highest, length, folder),
    ]


def reader_of(master: Path) -> str:
    """Return the reader for a kept master, which the probe has let in."""
    with master.open("rb") as file:
        found = recognise(file.read(HEAD_BYTES))
    if found is None:
        raise damaged()
    return found.reader


def samples(master: Path, recipe: Recipe) -> Iterator[tuple[int, np.ndarray]]:
    """Yield (position, samples) without gaps from the start of the timeline, silenced; float32, (channels, n)."""
    position = 0
    with opened(master, reader_of(master)) as container:
        stream = main_streams(container)[1]
        if stream is None:
            return
        start = origin(container)
        for frame in _resampled(decoded(container, stream), 2 if stream.channels > 1 else 1):
            block = np.nan_to_num(frame.to_ndarray(), posinf=1.0, neginf=-1.0)
            if frame.pts is not None:
                block = _in_its_place(block, position, round((float(frame.pts * frame.time_base) - start) * RATE))
            if block.shape[1]:
                yield position, np.zeros_like(block) if recipe.mute else silenced(block, position, recipe.silenced)
                position += block.shape[1]


def measured(master: Path, recipe: Recipe) -> Measure:
    """Measure loudness and peaks of the silenced sound in one pass; without sound, zero samples."""
    graph, last, total, channels = None, None, 0, 0
    highest = peaks.Highest()
    for position, block in samples(master, recipe):
        channels = block.shape[0]
        graph = graph or _graph(channels, ("ebur128", "metadata=1:peak=true"))
        highest.add(block)
        total = position + block.shape[1]
        for last in _passed(graph, block, position):
            pass
    if graph is None:
        return Measure(0, 0, 0.0, False, highest.values())
    for last in _flushed(graph):
        pass
    found = dict(last.metadata) if last is not None else {}
    loudness = float(found.get("lavfi.r128.I", "-70"))
    gain = min(TARGET_LUFS - loudness, MOST_GAIN_DB) if loudness > -69.9 else 0.0
    peak = max((float(v) for k, v in found.items() if k.startswith("lavfi.r128.true_peaks_ch")), default=1.0)
    limited = 20 * np.log10(max(peak, 1e-6)) + gain > PEAK_LIMIT_DB
    return Measure(total, channels, gain, bool(limited), highest.values())


def levelled(master: Path, recipe: Recipe, measure: Measure) -> Iterator[av.AudioFrame]:
    """Yield the silenced sound at the target loudness; true peaks stay below the limit."""
    filters = [("volume", f"{measure.gain_db:.2f}dB:precision=float")]
    if measure.needs_limiter:
        limit = 10 ** (PEAK_LIMIT_DB / 20)
        filters += [
            ("aresample", str(_OVERSAMPLED)),
            ("alimiter", f"limit={limit:.4f}:attack=5:release=50:level=disabled:latency=1"),
            ("aresample", str(RATE)),
        ]
    filters.append(("aformat", f"sample_fmts=fltp:sample_rates={RATE}:channel_layouts={_LAYOUTS[measure.channels]}"))
    graph = _graph(measure.channels, *filters)
    given = 0
    for frame in _through(graph, samples(master, recipe)):
        frame.pts, frame.time_base = given, _TIME_BASE
        given += frame.samples
        yield frame


def add_stream(out, measure: Measure):
    """Add an AAC stream for the measured sound to a container being written."""
    stream = out.add_stream("aac", rate=RATE, layout=_LAYOUTS[measure.channels], options={"flags": "+bitexact"})
    stream.bit_rate = _BIT_RATES[measure.channels]
    return stream


def _resampled(frames, channels: int) -> Iterator[av.AudioFrame]:
    """Yield planar float frames at ``RATE``; a recorder may change its format on the way."""
    resampler, shape = None, None
    for frame in frames:
        now = (frame.format.name, frame.layout.name, frame.sample_rate)
        if now != shape:
            yield from resampler.resample(None) if resampler else ()
            resampler, shape = av.AudioResampler("fltp", _LAYOUTS[channels], RATE), now
        yield from resampler.resample(frame)
    yield from resampler.resample(None) if resampler else ()


def _in_its_place(block: np.ndarray, position: int, expected: int) -> np.ndarray:
    """Fill a gap before the block with silence, or cut what overlaps; less than 20 ms is the clock's trembling."""
    drift = expected - position
    if drift > _LONGEST_GAP:
        raise damaged()
    if drift > _DRIFT:
        return np.concatenate([np.zeros((block.shape[0], drift), np.float32), block], axis=1)
    return block[:, min(-drift, block.shape[1]) :] if drift < -_DRIFT else block


def _graph(channels: int, *filters: tuple[str, str]) -> av.filter.Graph:
    graph = av.filter.Graph()
    source = graph.add_abuffer(format="fltp", sample_rate=RATE, layout=_LAYOUTS[channels], time_base=_TIME_BASE)
    graph.link_nodes(source, *(graph.add(*named) for named in filters), graph.add("abuffersink")).configure()
    return graph


def _through(graph, blocks) -> Iterator[av.AudioFrame]:
    for position, block in blocks:
        yield from _passed(graph, block, position)
    yield from _flushed(graph)


def _passed(graph, block: np.ndarray, position: int) -> Iterator[av.AudioFrame]:
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block), "fltp", _LAYOUTS[block.shape[0]])
    frame.sample_rate, frame.pts, frame.time_base = RATE, position, _TIME_BASE
    graph.push(frame)
    yield from _pulled(graph)


def _flushed(graph) -> Iterator[av.AudioFrame]:
    graph.push(None)
    yield from _pulled(graph)


def _pulled(graph) -> Iterator[av.AudioFrame]:
    while True:
        try:
            yield graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
