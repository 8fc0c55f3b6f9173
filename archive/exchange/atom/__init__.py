"""Feeds for readers who want to hear of what is new."""
