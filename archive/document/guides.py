"""What the archive writes to guide its readers, as plain data: paths, their stops, and words explained."""

from dataclasses import dataclass, field

from .text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class PathCard:
    """A path without its stops, which go with their testimonies."""

    slug: str
    title: Text
    introduction: Text = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class TermCard:
    """A word of the glossary; ``variants`` are other words for it by language."""

    slug: str
    name: Text
    explanation: Text
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)
