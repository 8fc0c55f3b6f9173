"""Synthetic speech for the demonstration recordings, by espeak-ng (a program on the maintainer's machine)."""

import io
import subprocess
import wave
from dataclasses import dataclass

import numpy as np

RATE = 22_050
"""Samples a second, mono, as espeak-ng gives them."""
_PAUSE, _TURN = 0.45, 0.75
_QUIET = 250
_PEAK = 0.7


@dataclass(frozen=True)
class Spoken:
    """Samples of a recording and, for each passage, its start and end in milliseconds."""

    samples: np.ndarray
    times: list[tuple[int, int]]

    @property
    def duration_ms(self) -> int:
        return round(1000 * len(self.samples) / RATE)


def speak(passages: list[tuple[dict, str]]) -> Spoken:
    """Speak (voice, text) after one another; a change of voice takes a longer pause."""
    parts, times, at, last = [], [], 0, None
    for voice, text in passages:
        if last is not None:
            pause = _silence(_PAUSE if voice == last else _TURN)
            parts.append(pause)
            at += len(pause)
        samples = say(voice, text)
        times.append((round(1000 * at / RATE), round(1000 * (at + len(samples)) / RATE)))
        parts.append(samples)
        at += len(samples)
        last = voice
    parts.append(_silence(_TURN))
    return Spoken(np.concatenate(parts), times)


def say(voice: dict, text: str) -> np.ndarray:
    """One passage as 16-bit samples of even loudness, without the silence around it."""
    command = ["espeak-ng", "--stdout", "-v", f"{voice['language']}+{voice['variant']}"]
    command += ["-p", str(voice["pitch"]), "-s", str(voice["speed"])]
    sound = subprocess.run(command, input=_speakable(text).encode(), capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(sound)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float64)
    loud = np.flatnonzero(np.abs(samples) > _QUIET)
    samples = samples[loud[0] : loud[-1] + 1]
    return (samples * (_PEAK * 32_767 / np.abs(samples).max())).astype("<i2")


def _speakable(text: str) -> str:
    """The text as the synthesiser pronounces it: it knows the plain apostrophe and reads quotation marks aloud."""
    return text.translate(str.maketrans({"’": "'", "«": "", "»": "", "„": "", "”": "", "—": ","}))


def _silence(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * RATE), dtype="<i2")
