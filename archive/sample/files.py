"""The content files of the sample collections: where they lie, how they are read and written.

``content/README.md`` describes their shape.
"""

import json
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
MEDIA = Path(__file__).parent / "media"
_WIDTH = 120


def read(name: str) -> dict:
    """The content file of this name, as ``topics`` or ``recordings/01-cellar``."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def reports() -> list[dict]:
    """The descriptions of news reports, in their order."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths("reports")]


def recordings() -> list[dict]:
    """The demonstration interviews, in their order."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths("recordings")]


def paths(folder: str) -> list[Path]:
    """The content files of a folder, in their order."""
    return sorted((CONTENT / folder).glob("*.json"))


def write(path: Path, content: dict) -> None:
    """Write a content file so that a person can read and compare it: short values on one line."""
    path.write_text(_laid_out(content, 0) + "\n", encoding="utf-8")


def _laid_out(value, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or (depth and len(flat) + 2 * depth <= _WIDTH):
        return flat
    indent = "  " * (depth + 1)
    if isinstance(value, dict):
        lines = [f"{json.dumps(k, ensure_ascii=False)}: {_laid_out(v, depth + 1)}" for k, v in value.items()]
        opening, closing = "{", "}"
    else:
        lines = [_laid_out(v, depth + 1) for v in value]
        opening, closing = "[", "]"
    return opening + "\n" + ",\n".join(indent + line for line in lines) + "\n" + "  " * depth + closing
