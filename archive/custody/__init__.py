"""The record of who did what, and when."""

from .actor import Unattributed, acting, current_actor, narrowing

__all__ = ["Unattributed", "acting", "current_actor", "narrowing", "record"]


def __getattr__(name: str):
    """``record`` loads with its first use: this package is an installed app, imported before models are ready."""
    if name != "record":
        raise AttributeError(name)
    from .events import record

    return record
