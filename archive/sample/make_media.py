"""Make the media of the demonstration recordings and write the times of their passages back.

For maintainers, after a text of ``content/recordings`` has changed; the media are committed and loading the sample
needs none of this:

    python -m archive.sample.make_media --hand handwriting.ttf

It needs espeak-ng and ffmpeg on the machine, and a handwriting font that has Cyrillic and Latin letters (the committed
letters were written with Marck Script, SIL Open Font License; several files may be given, the first that has a letter
draws it). Every recording opens with the words that it is a demonstration, and carries them in its tags.
"""

import argparse
from pathlib import Path

from . import drawings, encoding, files, room, speech

SUFFIX_OF_FILM = ".mp4"


def main() -> None:
    """Make every recording, letter and photograph anew."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hand", nargs="+", type=Path, help="handwriting fonts; without them only sound is made")
    arguments = parser.parse_args()
    files.MEDIA.mkdir(exist_ok=True)
    mark = files.read("collections")["demonstration"]["demonstration_mark"]
    for path in files.paths("recordings"):
        make(path, mark)
    if arguments.hand:
        drawings.draw_all(files.MEDIA, arguments.hand)


def make(path: Path, mark: dict[str, str]) -> None:
    """Make the recordings of one interview and write their times into its content file."""
    interview = files.json.loads(path.read_text(encoding="utf-8"))
    languages = [transcript["language"] for transcript in interview["transcripts"]]
    voices = {person["key"]: person["voice"] for person in interview["participations"]}
    for recording in interview["recordings"]:
        announce(recording, languages, mark)
        spoken = speech.speak([said(passage, voices, languages[0]) for passage in recording["segments"]])
        write_times(recording, spoken)
        encode(interview, recording, spoken, mark)
        print(f"{recording['file']}: {spoken.duration_ms / 1000:.0f} s")
    anchor_redactions(interview)
    files.write(path, interview)


def announce(recording: dict, languages: list[str], mark: dict[str, str]) -> None:
    """Let the interviewer open the recording with the words that it is a demonstration."""
    key = f"{recording['key']}-mark"
    text = {language: f"{mark[language]}." for language in languages}
    told = [passage for passage in recording["segments"] if passage["key"] != key]
    recording["segments"] = [{"key": key, "speaker": "i1", "start_ms": 0, "end_ms": 0, "text": text}, *told]


def said(passage: dict, voices: dict, language: str) -> tuple[dict, str]:
    """Who says a passage, and what, in the language of the recording."""
    return voices[passage["speaker"]], passage["text"][language]


def write_times(recording: dict, spoken: speech.Spoken) -> None:
    """Write start and end of each passage, and of what is anchored to a passage, in milliseconds."""
    recording["duration_ms"] = spoken.duration_ms
    timed = []
    for passage, (start, end) in zip(recording["segments"], spoken.times, strict=True):
        timed.append({"key": passage["key"], "speaker": passage["speaker"], "start_ms": start, "end_ms": end})
        timed[-1]["text"] = passage["text"]
    starts = {passage["key"]: passage["start_ms"] for passage in timed}
    recording["segments"] = timed
    for point in recording["index"]:
        point["at_ms"] = starts[point["segment"]]


def anchor_redactions(interview: dict) -> None:
    """Write the times of the passages that are withheld by time."""
    passages = {p["key"]: p for recording in interview["recordings"] for p in recording["segments"]}
    for redaction in interview["redactions"]:
        if "from_segment" in redaction:
            redaction["start_ms"] = passages[redaction["from_segment"]]["start_ms"]
            redaction["end_ms"] = passages[redaction["to_segment"]]["end_ms"]


def encode(interview: dict, recording: dict, spoken: speech.Spoken, mark: dict[str, str]) -> None:
    """Write the media file, with the mark in its tags."""
    path = files.MEDIA / recording["file"]
    title = interview["title"].get(interview["transcripts"][0]["language"], interview["title"]["uk"])
    tags = {"title": title, "artist": mark["en"], "comment": " · ".join(mark.values())}
    if path.suffix == SUFFIX_OF_FILM:
        frames = room.frames(spoken, recording["segments"])
        encoding.write_film(path, spoken.samples, frames, room.ROOM, tags)
    else:
        encoding.write_sound(path, spoken.samples, tags)


if __name__ == "__main__":
    main()
