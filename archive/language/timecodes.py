"""Places on a recording's timeline: integer milliseconds inside, clock notation for people, WebVTT and ISO 8601 outside."""

import re

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?")
_SECONDS = re.compile(r"(\d{1,7})(?:[.,](\d{1,9}))?")
_DURATION = re.compile(r"PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:[.,](\d{1,9}))?S)?", re.IGNORECASE)


class UnreadableTime(ValueError):
    """Text that is no time on a recording. `code` names the fault: `empty`, `form` or `range`."""

    def __init__(self, code: str, text: str):
        self.code, self.text = code, text
        super().__init__(_MESSAGES[code].format(text=text))


_MESSAGES = {
    "empty": "Write a time on the recording, such as 1:02:03 or 2:03.",
    "form": "“{text}” is not a time on a recording. Write hours, minutes and seconds, such as 1:02:03, or 2:03 for two minutes.",
    "range": "“{text}” has more than 59 minutes or seconds. Write 1:02:03 for one hour, two minutes and three seconds.",
}


def read(text: str) -> int:
    """Milliseconds of "1:02:03.5", "2:03", "123" (seconds), "00:02:03,250" or "PT2M3S".

    Digits finer than a millisecond are cut. Raises UnreadableTime.
    """
    cleaned = text.strip()
    if not cleaned:
        raise UnreadableTime("empty", text)
    if match := _CLOCK.fullmatch(cleaned):
        hours, minutes, seconds, fraction = match.groups()
        if int(seconds) > 59 or (hours is not None and int(minutes) > 59):
            raise UnreadableTime("range", cleaned)
        return _milliseconds(hours, minutes, seconds, fraction)
    if match := _SECONDS.fullmatch(cleaned):
        return _milliseconds(None, None, *match.groups())
    if match := _DURATION.fullmatch(cleaned):
        return _milliseconds(*match.groups())
    raise UnreadableTime("form", cleaned)


def show(ms: int) -> str:
    """The time for people, whole seconds: "2:03" below an hour, "1:02:03" from there on."""
    hours, minutes, seconds, _ = _split(ms)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def vtt(ms: int) -> str:
    """The time as a WebVTT timestamp, "00:00:01.000" (https://www.w3.org/TR/webvtt1/#webvtt-timestamp)."""
    hours, minutes, seconds, rest = _split(ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def duration(ms: int) -> str:
    """The length as an ISO 8601 duration, "PT1H2M3.5S"; nothing at all is "PT0S"."""
    hours, minutes, seconds, rest = _split(ms)
    parts = [f"{hours}H"] if hours else []
    parts += [f"{minutes}M"] if minutes else []
    if rest:
        parts.append(f"{seconds}.{rest:03}".rstrip("0") + "S")
    elif seconds or not parts:
        parts.append(f"{seconds}S")
    return "PT" + "".join(parts)


def _milliseconds(hours: str | None, minutes: str | None, seconds: str | None, fraction: str | None) -> int:
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((fraction or "").ljust(3, "0")[:3])


def _split(ms: int) -> tuple[int, int, int, int]:
    if ms < 0:
        raise ValueError("A place on a recording is never before its beginning.")
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, seconds, rest
