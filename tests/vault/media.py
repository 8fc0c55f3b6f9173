"""Small recordings and pictures made in code, each carrying the canary wherever its format has room for one."""

import io
import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

CANARY = "Oksana-of-Horikhova-Street-17"
RATE = 48_000
_SEI_UUID = bytes(range(16))


def tone(seconds: float, *, hertz: float = 440.0, level: float = 0.1, channels: int = 1) -> np.ndarray:
    """A sine as float32 of shape (channels, n)."""
    times = np.arange(round(seconds * RATE)) / RATE
    return np.repeat([(level * np.sin(2 * np.pi * hertz * times)).astype(np.float32)], channels, axis=0)


def wav(path: Path, samples: np.ndarray) -> Path:
    """A WAV of 16 bits with a comment chunk behind the sound."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(samples.shape[0])
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((samples.T * 32767).astype("<i2").tobytes())
    text = CANARY.encode() + b"\0" * (len(CANARY) % 2)
    info = b"INFOICMT" + len(text).to_bytes(4, "little") + text
    data = path.read_bytes() + b"LIST" + len(info).to_bytes(4, "little") + info
    path.write_bytes(data[:4] + (len(data) - 8).to_bytes(4, "little") + data[8:])
    return path


def sound(path: Path, codec: str, samples: np.ndarray) -> Path:
    """The samples packed by FFmpeg in the format that the name's ending calls for."""
    layout = "mono" if samples.shape[0] == 1 else "stereo"
    with av.open(str(path), "w") as out:
        out.metadata.update(title=CANARY, comment=CANARY)
        stream = out.add_stream(codec, rate=RATE, layout=layout)
        for packet in _sound_packets(stream, samples, layout):
            out.mux(packet)
    return path


def film(
    path: Path,
    *,
    seconds: float = 2.0,
    rate: int = 25,
    size=(160, 96),
    codec: str = "libx264",
    mute=False,
    late: float = 0,
) -> Path:
    """A film whose left half turns from dark to bright, with a tone; tags, chapters and user data bear the canary.

    The tone begins ``late`` seconds after the picture.
    """
    with av.open(str(path), "w") as out:
        out.metadata.update(title=CANARY, comment=CANARY)
        picture = out.add_stream(codec, rate=rate)
        picture.width, picture.height, picture.pix_fmt = *size, "yuv420p"
        picture.metadata["handler_name"] = CANARY
        line = None if mute else out.add_stream("aac", rate=RATE, layout="mono")
        if path.suffix == ".mp4":
            chapter = {"id": 1, "start": 0, "end": 1, "time_base": Fraction(1), "metadata": {"title": CANARY}}
            out.set_chapters([chapter])
        if path.suffix == ".mkv":
            out.add_attachment("note.txt", "text/plain", CANARY.encode())
        for packet in _film_packets(picture, round(seconds * rate), rate, size):
            out.mux(_with_user_data(packet) if path.suffix == ".ts" else packet)
        for packet in _sound_packets(line, tone(seconds), "mono", begin=round(late * RATE)) if line else ():
            out.mux(packet)
    return path


def photograph(path: Path, *, size=(640, 400), **options) -> Path:
    """A JPEG, PNG, WebP or TIFF with a place, a maker's note and a comment in its tags; the left third is red."""
    image = Image.new("RGB", size, (20, 120, 40))
    image.paste((200, 20, 20), (0, 0, size[0] // 3, size[1]))
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = CANARY
    exif.get_ifd(0x8825).update({1: "N", 2: (49.0, 12.0, 33.0), 29: CANARY})
    if "orientation" in options:
        exif[0x0112] = options.pop("orientation")
    if path.suffix == ".png":
        note = PngInfo()
        note.add_text("Comment", CANARY)
        options["pnginfo"] = note
    elif path.suffix == ".jpg":
        options["comment"] = CANARY.encode()
    image.save(path, exif=exif, **options)
    return path


def turn(path: Path) -> Path:
    """Note in an MP4, as a telephone does, that its picture is to be shown a quarter turned clockwise."""
    straight = b"".join(number.to_bytes(4, "big") for number in (1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30))
    turned = b"".join(n.to_bytes(4, "big", signed=True) for n in (0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30))
    data = path.read_bytes()
    at = data.index(straight, data.index(b"tkhd"))
    path.write_bytes(data[:at] + turned + data[at + 36 :])
    return path


def heard(path: Path) -> np.ndarray:
    """Decode the sound of a file to one line of samples at 48 kHz, from the beginning of its timeline."""
    resampler, blocks = av.AudioResampler("fltp", "mono", RATE), []
    with av.open(str(path)) as container:
        for frame in container.decode(audio=0):
            blocks += [part.to_ndarray()[0] for part in resampler.resample(frame)]
    blocks += [part.to_ndarray()[0] for part in resampler.resample(None)]
    return np.concatenate(blocks)


def seen(path: Path) -> list[tuple[float, np.ndarray]]:
    """Decode the frames of a film as (second, RGB array)."""
    with av.open(str(path)) as container:
        return [(frame.time, frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]


def level(samples: np.ndarray, start: float, end: float) -> float:
    """The root mean square between two seconds."""
    part = samples[round(start * RATE) : round(end * RATE)]
    return float(np.sqrt(np.mean(np.square(part, dtype=np.float64))))


def jpeg_bytes(size=(64, 48)) -> bytes:
    """A small JPEG in memory."""
    buffer = io.BytesIO()
    Image.effect_noise(size, 40).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def _sound_packets(stream, samples: np.ndarray, layout: str, *, begin: int = 0):
    for at in range(0, samples.shape[1], 1024):
        block = np.ascontiguousarray(samples[:, at : at + 1024])
        frame = av.AudioFrame.from_ndarray(block, "fltp", layout)
        frame.sample_rate, frame.pts, frame.time_base = RATE, begin + at, Fraction(1, RATE)
        yield from _encoded(stream, frame)
    yield from stream.encode(None)


def _encoded(stream, frame):
    wanted = stream.codec_context.format.name
    if wanted == "fltp":
        return stream.encode(frame)
    resampler = av.AudioResampler(wanted, frame.layout.name, RATE)
    return [packet for part in resampler.resample(frame) for packet in stream.encode(part)]


def _film_packets(stream, count: int, rate: int, size):
    for number in range(count):
        picture = np.full((size[1], size[0], 3), 30, np.uint8)
        picture[:, : size[0] // 2] = 40 + 200 * number // count
        frame = av.VideoFrame.from_ndarray(picture, "rgb24")
        frame.pts, frame.time_base = number, Fraction(1, rate)
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _with_user_data(packet: av.Packet) -> av.Packet:
    """Put the canary into the H.264 stream itself, as cameras do with places (SEI, user data unregistered)."""
    text = _SEI_UUID + CANARY.encode()
    marked = av.Packet(b"\0\0\0\1\x06\x05" + bytes([len(text)]) + text + b"\x80" + bytes(packet))
    marked.pts, marked.dts, marked.time_base = packet.pts, packet.dts, packet.time_base
    marked.stream, marked.is_keyframe = packet.stream, packet.is_keyframe
    return marked
