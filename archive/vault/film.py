"""Film for the public: every frame drawn anew, what is withheld covered and silent, nothing else packed along.

H.264 in MP4, at most 720 lines and 30 frames a second. Tags, subtitles, data, chapters and cover pictures of the master
are never read into the new file.
"""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from . import images, peaks, sound
from .pieces import Piece
from .probe_stream import damaged, decoded, main_streams, opened, origin, upright_size
from .recipes import Recipe
from .silence import RATE, is_covered

SHORT_SIDE, LONG_SIDE = 720, 1280
_LEAST_STEP = 1 / 31
_TICKS = 90_000
_POSTER_WIDTH = 960
_COVER = (96, 128, 128)
_ENCODING = {"crf": "23", "preset": "veryfast", "profile": "high", "g": "60", "flags": "+bitexact"}
_TURNS = {90: 1, 180: 2, 270: 3}


@dataclass
class _Poster:
    """The frame that will stand for the film: the first open one after a tenth of it, else the last before."""

    wanted_at: float
    image: Image.Image | None = None
    at: float = field(default=-1.0)

    def offer(self, frame: av.VideoFrame, at: float) -> None:
        if self.image is None or self.at < self.wanted_at <= at:
            self.image, self.at = frame.to_image(), at


def make(master: Path, recipe: Recipe, folder: Path) -> list[Piece]:
    """Write the film as MP4, its waveform, and a poster from a moment that is not covered."""
    path = folder / "film.mp4"
    measure = sound.measured(master, recipe)
    with opened(master, sound.reader_of(master)) as source:
        film, _ = main_streams(source)
        if film is None:
            raise damaged()
        size = fitted(*upright_size(film, source))
        source.seek(0)
        poster = _Poster((source.duration or 0) / av.time_base / 10)
        frames = _drawn(_shown(source, film), size, recipe, poster)
        seconds = _write(path, size, frames, master, recipe, measure)
    length = round(seconds * 1000)
    still = images.narrowed(poster.image or Image.new("RGB", size, (80, 80, 80)), _POSTER_WIDTH)
    return [
        Piece("film", path, "mp4", "video/mp4", *size, duration_ms=length),
        peaks.make(measure.highest, length, folder),
        *(images.save(still, f"poster-{form}", form, folder) for form in ("webp", "jpeg")),
    ]


def fitted(width: int, height: int) -> tuple[int, int]:
    """Return an even size within 720 lines (or columns, when upright), in proportion, never larger."""
    scale = min(1, SHORT_SIDE / min(width, height), LONG_SIDE / max(width, height))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def _shown(source, film) -> Iterator[tuple[float, float, av.VideoFrame]]:
    """Yield (from, until, frame) in seconds of the timeline, at most 30 a second; each stays until the next."""
    start, held, last_at, last_step = origin(source), None, None, 1 / 25
    for frame in decoded(source, film):
        if frame.time is None or frame.width == 0:
            continue
        last_at = at = max(0.0, frame.time - start)
        if frame.duration:
            last_step = float(frame.duration * frame.time_base)
        if held and at - held[0] < _LEAST_STEP:
            continue
        if held:
            yield held[0], at, held[1]
        held = (at, frame)
    if held:
        yield held[0], max(last_at + last_step, held[0] + _LEAST_STEP), held[1]


def _drawn(shown, size, recipe: Recipe, poster: _Poster) -> Iterator[tuple[float, float, av.VideoFrame]]:
    """Draw each frame at its size, upright; a frame of which any moment is withheld becomes a plain one."""
    for at, until, frame in shown:
        if is_covered(at, until, recipe.silenced):
            yield at, until, plain(size)
            continue
        drawn = _upright(frame, size)
        poster.offer(drawn, at)
        yield at, until, drawn


def plain(size: tuple[int, int]) -> av.VideoFrame:
    """Return a grey frame that holds nothing of the film."""
    width, height = size
    planes = np.empty((height * 3 // 2, width), np.uint8)
    planes[:height], planes[height:] = _COVER[0], _COVER[1]
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")


def _upright(frame: av.VideoFrame, size: tuple[int, int]) -> av.VideoFrame:
    """Return a new frame with the pixels of this one and nothing that travelled beside them."""
    turns = _TURNS.get(frame.rotation % 360, 0)
    width, height = size if turns % 2 == 0 else size[::-1]
    if not turns:
        pixels = frame.reformat(width, height, "yuv420p").to_ndarray()
        return av.VideoFrame.from_ndarray(pixels, format="yuv420p")
    pixels = frame.reformat(width, height, "rgb24").to_ndarray()
    turned = np.ascontiguousarray(np.rot90(pixels, turns))
    return av.VideoFrame.from_ndarray(turned, format="rgb24").reformat(format="yuv420p")


def _write(path: Path, size, frames, master: Path, recipe: Recipe, measure: sound.Measure) -> float:
    """Encode both streams side by side; return the length in seconds."""
    ends = [measure.samples / RATE]
    with av.open(str(path), "w", format="mp4", options=sound.CONTAINER_OPTIONS) as out:
        out.metadata.update({"title": recipe.mark} if recipe.mark else {})
        film = out.add_stream("libx264", rate=30, options=_ENCODING)
        film.width, film.height, film.pix_fmt = *size, "yuv420p"
        film.codec_context.time_base = Fraction(1, _TICKS)
        lines = [_film_packets(film, frames, ends)]
        if measure.samples:
            line = sound.add_stream(out, measure)
            lines.append(_sound_packets(line, sound.levelled(master, recipe, measure)))
        for _at, packets in heapq.merge(*lines, key=lambda pair: pair[0]):
            out.mux(packets)
    return max(ends)


def _film_packets(stream, frames, ends: list[float]) -> Iterator[tuple[float, list[av.Packet]]]:
    until, ticks = 0.0, -1
    for at, until, frame in frames:
        ticks = max(ticks + 1, round(at * _TICKS))
        frame.pts, frame.time_base = ticks, Fraction(1, _TICKS)
        frame.duration = max(1, round((until - at) * _TICKS))
        yield at, stream.encode(frame)
    if ticks < 0:
        raise damaged()
    ends.append(until)
    yield until, stream.encode(None)


def _sound_packets(stream, frames) -> Iterator[tuple[float, list[av.Packet]]]:
    at = 0.0
    for frame in frames:
        at = frame.pts / RATE
        yield at, stream.encode(frame)
    yield at, stream.encode(None)
