"""Whole ways through the archive in a real browser, as its people go them."""
