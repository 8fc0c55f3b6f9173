"""What the sample offers its readers besides testimonies: paths, sentences to open with, words explained."""

from archive.catalogue.models import Opening, Path, PathStop, Term

from . import files
from .interviews import Entered
from .reading import columns


def enter(entered: list[Entered]) -> None:
    """Enter the paths, the openings and the glossary, all public; what may be seen of them publishing decides."""
    known = {one.content["key"]: one for one in entered}
    for position, (slug, content) in enumerate(files.read("paths").items(), 1):
        path = Path.objects.create(
            slug=slug, position=position, is_public=True, **columns(content, "title", "introduction")
        )
        for number, stop in enumerate(content["stops"], 1):
            PathStop.objects.create(path=path, position=number, **_moment(stop, known), **columns(stop, "sentence"))
    for number, opening in enumerate(files.read("openings"), 1):
        Opening.objects.create(position=number, **_moment(opening, known))
    for slug, content in files.read("glossary").items():
        variants = {language: "\n".join(words) for language, words in content.get("variants", {}).items()}
        texts = columns(content | {"variants": variants}, "name", "variants", "explanation")
        Term.objects.create(slug=slug, is_public=True, **texts)


def _moment(content: dict, known: dict[str, Entered]) -> dict:
    """The columns of the interview, and of the passage on a recording of it if one is named."""
    one = known[content["interview"]]
    if "passage" not in content:
        return {"interview": one.interview}
    recording = next(r for r in one.content["recordings"] if r["key"] == content["recording"])
    passage = next(s for s in recording["segments"] if s["key"] == content["passage"])
    return {
        "interview": one.interview,
        "recording": one.recordings[content["recording"]],
        "starts_at_ms": passage["start_ms"],
    }
