"""A transcript as people write it: lines with a time, a speaker and words, or WebVTT (https://www.w3.org/TR/webvtt1/).

Pure: knows no record. Errors name the line.
"""

import re
from dataclasses import dataclass

from archive.language import timecodes

_LINE = re.compile(r"\[?((?:\d{1,3}:)?\d{1,4}:\d{2}(?:[.,]\d{1,3})?)\]?\s+(\S.*)")
_CUE = re.compile(r"(\S+)\s+-->\s+(\S+)(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[^>]*>")
_SPEAKER = re.compile(r"([^:—–]{1,60}):\s+(\S.*)", re.DOTALL)
_DASH = re.compile(r"[—–]\s*")


@dataclass(frozen=True)
class Fault:
    """``code`` is one of ``time``, ``order``, ``words``; ``line`` counts from 1."""

    line: int
    code: str


@dataclass(frozen=True)
class Passage:
    """Times in milliseconds; ``end_ms`` is None where the text does not say; ``speaker`` is a name or empty."""

    line: int
    start_ms: int
    end_ms: int | None
    speaker: str
    text: str


def parse(text: str) -> tuple[list[Passage], list[Fault]]:
    """The passages of a text and everything that is wrong with it. A line without a time goes on with the passage above.

    A dash at the beginning of the words says that no speaker is named.
    """
    lines = text.lstrip("\ufeff").splitlines()
    is_webvtt = bool(lines) and lines[0].startswith("WEBVTT")
    passages, faults = _cues(lines) if is_webvtt else _plain(lines)
    for earlier, later in zip(passages, passages[1:], strict=False):
        if later.start_ms < earlier.start_ms:
            faults.append(Fault(later.line, "order"))
    return passages, sorted(faults, key=lambda fault: fault.line)


def _plain(lines) -> tuple[list[Passage], list[Fault]]:
    found, faults = [], []
    for number, line in enumerate(lines, start=1):
        words = line.strip()
        if not words:
            continue
        match = _LINE.fullmatch(words)
        start = _time(match[1]) if match else None
        if start is not None:
            found.append((number, start, None, match[2]))
        elif match or words[0].isdigit() or not found:
            faults.append(Fault(number, "time"))
        else:
            number, start, end, above = found[-1]
            found[-1] = (number, start, end, f"{above}\n{words}")
    return [_passage(*row) for row in found], faults


def _cues(lines) -> tuple[list[Passage], list[Fault]]:
    found, faults, block = [], [], []
    for number, line in enumerate([*lines[1:], ""], start=2):
        if line.strip():
            block.append((number, line.strip()))
            continue
        _cue(block, found, faults)
        block = []
    return [_passage(*row) for row in found], faults


def _cue(block, found, faults) -> None:
    """Read one block between empty lines; notes, styles and headings are passed over."""
    if not block or block[0][1].split()[0] in ("NOTE", "STYLE", "REGION"):
        return
    timed = next((n for n, (_, line) in enumerate(block[:2]) if "-->" in line), None)
    if timed is None:
        if found or block[0][1][0].isdigit():
            faults.append(Fault(block[0][0], "time"))
        return
    number, line = block[timed]
    match = _CUE.fullmatch(line)
    start, end = (_time(match[1]), _time(match[2])) if match else (None, None)
    if start is None or end is None or end < start:
        faults.append(Fault(number, "time"))
        return
    words = "\n".join(line for _, line in block[timed + 1 :])
    voice = _VOICE.search(words)
    words = _TAG.sub("", words).strip()
    if not words:
        faults.append(Fault(number, "words"))
    elif voice:
        found.append((number, start, end, f"{voice[1].strip()}: {words}"))
    else:
        found.append((number, start, end, words))


def _passage(line, start, end, words) -> Passage:
    if dash := _DASH.match(words):
        return Passage(line, start, end, "", words[dash.end() :])
    named = _SPEAKER.fullmatch(words)
    return Passage(line, start, end, named[1].strip() if named else "", named[2] if named else words)


def _time(text: str) -> int | None:
    try:
        return timecodes.read(text)
    except timecodes.UnreadableTime:
        return None
