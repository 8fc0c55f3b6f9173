"""The record of who did what, and when."""

from .actor import Unattributed, acting, current_actor, narrowing

__all__ = ["Unattributed", "acting", "current_actor", "narrowing"]
