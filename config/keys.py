"""Keys for development: made once, kept beside the data, readable by their owner only."""

import os
import secrets


def development_key(directory, name):
    """The key kept in ``directory/name``, made on first use; two processes that start together agree on one."""
    file = directory / name
    directory.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(descriptor, "w") as opened:
        key = secrets.token_urlsafe(64)
        opened.write(key)
    return key
