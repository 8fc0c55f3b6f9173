"""What the public may know of a place, topic, event, person or collection, as plain data."""

from dataclasses import dataclass, field

from msgspec import UNSET, UnsetType

from .text import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class AuthorityCard:
    """An authority as last approved. ``roles`` say of some variants what they are: an adjective, a former name;
    ``parent`` is the slug of the broader place or topic, or empty; coordinates are WGS 84 degrees; ``happened`` is EDTF.
    A question alone has an ``introduction`` and the ``event`` it asks about; unset they are not written."""

    kind: str
    slug: str
    name: Text
    variants: dict[str, tuple[str, ...]] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    parent: str = ""
    level: str = ""
    is_invented: bool = False
    latitude: float | None = None
    longitude: float | None = None
    identifiers: dict[str, str] = field(default_factory=dict)
    scope_note: Text = field(default_factory=dict)
    happened: str = ""
    attribution: Text = field(default_factory=dict)
    place: str = ""
    introduction: Text | UnsetType = UNSET
    event: str | UnsetType = UNSET


@dataclass(frozen=True, kw_only=True, slots=True)
class CollectionCard:
    """``demonstration_mark`` stands wherever anything of an invented collection is shown."""

    slug: str
    name: Text
    description: Text = field(default_factory=dict)
    demonstration_mark: Text = field(default_factory=dict)
