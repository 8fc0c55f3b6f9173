"""How to cite an interview or a passage of it, in the archive's own form and in styles that journals ask for."""

from .item import Cited, Item, authors, made, narrators
from .styles import STYLES, Style, styled

__all__ = ["STYLES", "Cited", "Item", "Style", "authors", "cite", "made", "narrators", "styled"]


def cite(document: Cited, **known) -> str:
    """One paragraph in the archive's own form; ``known`` is what ``Item.of`` needs besides."""
    return str(styled("archive", Item.of(document, **known)))
