"""Sound and film: the streams must decode at both ends, within limits of length and pixels."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import av
from av.stream import Disposition
from django.utils.translation import gettext_lazy as _

from archive.jobs.refusal import Refused

from .formats import Format
from .wholeness import is_whole

DURATION_LIMIT_MS = 24 * 60 * 60 * 1000
FRAME_PIXEL_LIMIT = 8192 * 4352
CODECS = frozenset(
    "aac ac3 adpcm_ima_wav alac eac3 flac mp2 mp3 opus pcm_alaw pcm_bluray pcm_f32be pcm_f32le pcm_f64le pcm_mulaw "
    "pcm_s16be pcm_s16le pcm_s24be pcm_s24le pcm_s32be pcm_s32le pcm_s8 pcm_u8 vorbis "
    "av1 dvvideo h263 h264 hevc mjpeg mpeg1video mpeg2video mpeg4 prores theora vp8 vp9".split()
)
_READERS = frozenset("wav aiff flac mp3 aac mov ogg matroska avi mpegts".split())
_GUESSING = ("mp3", "aac")
_TAIL_SECONDS = 5
_HEAD_FRAMES = 8


def damaged() -> Refused:
    """The sentence for every file that FFmpeg cannot read to its end."""
    return Refused(
        _("This recording is damaged or cut off before its end. Copy it from the recorder or the source anew.")
    )


@contextmanager
def opened(path: Path, reader: str) -> Iterator[av.container.InputContainer]:
    """Open a recording with the one reader that its first bytes call for, and nothing but this file."""
    try:
        with av.open(
            str(path),
            format=reader,
            metadata_errors="ignore",
            container_options={"protocol_whitelist": "file", "format_whitelist": reader, "max_streams": "32"},
        ) as container:
            yield container
    except av.error.FFmpegError:
        raise damaged() from None


def main_streams(container):
    """Return the film and the sound stream to show, each possibly None; cover pictures are no film."""
    films = [s for s in container.streams.video if not s.disposition & Disposition.attached_pic]
    return (films or [None])[0], container.streams.best("audio")


def origin(container) -> float:
    """Return the second at which the recording's timeline begins: the earliest start of its main streams."""
    starts = [float(s.start_time * s.time_base) for s in main_streams(container) if s and s.start_time is not None]
    return min(starts, default=0.0)


def measure(path: Path, found: Format) -> tuple[tuple[int, int] | None, int]:
    """Return the picture's size as seen upright (None for sound alone) and the length in milliseconds."""
    if not is_whole(path, found.reader):
        raise damaged()
    with opened(path, found.reader) as container:
        film, sound = main_streams(container)
        _within_limits(film, sound)
        duration = _duration(container, is_guessed=found.reader in _GUESSING)
        if duration * 1000 > DURATION_LIMIT_MS:
            raise Refused(_("This recording is longer than a day. Cut it into parts, and hand in each part."))
        for stream in filter(None, (film, sound)):
            if not list(islice(decoded(container, stream), _HEAD_FRAMES)):
                raise damaged()
            container.seek(0)
        _reaches_end(container, film or sound, duration)
        return film and upright_size(film, container), round(duration * 1000)


def decoded(container, stream) -> Iterator:
    """Yield the frames of one stream; a packet that cannot be decoded is a gap, not the end."""
    for packet in container.demux(stream):
        try:
            yield from packet.decode()
        except av.error.InvalidDataError:
            continue


def upright_size(film, container) -> tuple[int, int]:
    """Return the film's width and height with its pixels made square and its frames turned upright."""
    container.seek(0)
    frame = next(decoded(container, film), None)
    if frame is None:
        raise damaged()
    ratio = film.sample_aspect_ratio or 1
    width, height = round(film.width * ratio), film.height
    return (height, width) if frame.rotation % 180 else (width, height)


def _within_limits(film, sound) -> None:
    if not (film or sound):
        raise Refused(_("There is neither sound nor video in this file. Choose the recording itself."))
    for stream in filter(None, (film, sound)):
        if stream.codec_context is None or stream.codec_context.codec.canonical_name not in CODECS:
            raise Refused(
                _("This recording is packed in a way the archive cannot read. Export it as MP4 (H.264), WAV or MP3.")
            )
    if film and (film.width * film.height > FRAME_PIXEL_LIMIT or min(film.width, film.height) < 16):
        raise Refused(
            _("The picture of this video is too large or too small. Export it with at most 4096 by 2160 pixels.")
        )


def _duration(container, *, is_guessed: bool) -> float:
    """Return seconds, by the header or, where there is none or FFmpeg guesses by the bit rate, by the last packet."""
    if container.duration and not is_guessed:
        return container.duration / av.time_base
    ends = [
        float((packet.pts + (packet.duration or 0)) * packet.time_base)
        for packet in container.demux(*filter(None, main_streams(container)))
        if packet.pts is not None
    ]
    container.seek(0)
    duration = max(ends, default=0.0) - origin(container)
    if duration <= 0:
        raise damaged()
    return duration


def _reaches_end(container, stream, duration: float) -> None:
    """Decode the last seconds: a file that was cut off has frames for less than its header promises."""
    own = float(stream.duration * stream.time_base) if stream.duration else duration
    start = float((stream.start_time or 0) * stream.time_base)
    target = start + max(0.0, own - _TAIL_SECONDS)
    container.seek(round(target / stream.time_base), stream=stream)
    last = _last_time(container, stream)
    if last is None:
        container.seek(0)
        last = _last_time(container, stream)
    if last is None or last < start + own - min(2.0, 0.2 + own / 20):
        raise damaged()


def _last_time(container, stream) -> float | None:
    return max((frame.time for frame in decoded(container, stream) if frame.time is not None), default=None)
