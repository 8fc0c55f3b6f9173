"""Small media files out of samples and pictures, by ffmpeg (a program on the maintainer's machine).

Every file says in its own tags that it is a demonstration.
"""

import subprocess
import tempfile
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from .speech import RATE

FRAMES_A_SECOND = 6
_SOUND = {
    ".ogg": ["-c:a", "libopus", "-b:a", "18k", "-application", "voip"],
    ".m4a": ["-c:a", "aac", "-b:a", "24k"],
    ".mp4": ["-c:a", "aac", "-b:a", "24k"],
}


def write_sound(path: Path, samples: np.ndarray, tags: dict[str, str]) -> None:
    """Encode mono samples as the suffix of the path says."""
    with tempfile.TemporaryDirectory() as folder:
        _ffmpeg(["-i", _wave(folder, samples)], _SOUND[path.suffix], tags, path)


def write_film(path: Path, samples: np.ndarray, frames: Iterator[Image.Image], size, tags: dict[str, str]) -> None:
    """Encode drawn frames of one size with the sound beside them, H.264 and AAC."""
    picture = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "-s",
        f"{size[0]}x{size[1]}",
        "-r",
        str(FRAMES_A_SECOND),
        "-i",
        "-",
    ]
    coding = ["-c:v", "libx264", "-preset", "veryslow", "-crf", "30", "-pix_fmt", "yuv420p", "-g", "60"]
    coding += ["-movflags", "+faststart", *_SOUND[".mp4"]]
    with tempfile.TemporaryDirectory() as folder:
        inputs = [*picture, "-i", _wave(folder, samples)]
        _ffmpeg(inputs, coding, tags, path, (frame.tobytes() for frame in frames))


def _wave(folder: str, samples: np.ndarray) -> str:
    name = f"{folder}/sound.wav"
    with wave.open(name, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return name


def _ffmpeg(inputs: list[str], coding: list[str], tags: dict[str, str], path: Path, stream=()) -> None:
    marks = [word for name, value in tags.items() for word in ("-metadata", f"{name}={value}")]
    command = ["ffmpeg", "-y", "-v", "error", *inputs, *coding, "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    process = subprocess.Popen([*command, *marks, str(path)], stdin=subprocess.PIPE)
    for chunk in stream:
        process.stdin.write(chunk)
    process.stdin.close()
    if process.wait():
        raise RuntimeError(f"ffmpeg could not write {path.name}.")
