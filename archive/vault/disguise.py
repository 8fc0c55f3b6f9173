"""Files that are two things at once: a picture that is also a page, text that is really markup."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from archive.jobs.refusal import Refused

_BLOCK = 1024 * 1024
_EDGE = 4096
_PROGRAMS = (b"<script", b"<!doctype html", b"<iframe", b"<html>", b"<html ", b"<?php ")
_PAGES = (*_PROGRAMS, b"<svg", b"<?xml", b"<head", b"<body")
_OVERLAP = max(map(len, _PAGES))


def is_page(head: bytes) -> bool:
    """Whether the beginning of a file reads as HTML, SVG or other markup."""
    return any(mark in head.lower() for mark in _PAGES)


def refuse_hidden_page(path: Path, *, whole: bool) -> None:
    """Raise ``Refused`` if a web page or program hides in the file.

    With ``whole`` every byte is read; otherwise the two ends, where a browser or server would look.
    """
    with path.open("rb") as file:
        if whole:
            blocks = iter(lambda: file.read(_BLOCK), b"")
        else:
            blocks = [file.read(_EDGE), _tail(file)]
        kept = b""
        for block in blocks:
            seen = (kept + block).lower()
            if any(mark in seen for mark in _PROGRAMS):
                raise Refused(
                    _(
                        "This file hides a web page or a program. Export it anew from the program that made it, "
                        "and hand in the new file."
                    )
                )
            kept = block[-_OVERLAP:] if whole else b""


def _tail(file) -> bytes:
    end = file.seek(0, 2)
    file.seek(max(0, end - _EDGE))
    return file.read(_EDGE)
