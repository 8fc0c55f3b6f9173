"""Servers for the time of a measurement: one worker each, on a free port of loopback, gone afterwards."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .driver import Server

STARTS_WITHIN_SECONDS = 60
ENDS_AFTER_SECONDS = "1800"


@contextmanager
def serving(application: str, **environment: str) -> Iterator[Server]:
    """A gunicorn of one worker; should nobody stop it, it stops by itself after half an hour."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        *("timeout", ENDS_AFTER_SECONDS, sys.executable, "-m", "gunicorn", application),
        *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--worker-class", "gthread", "--threads", "1"),
        *("--keep-alive", "60", "--log-level", "warning"),
    ]
    process = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        _wait(port, process)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def _wait(port: int, process: subprocess.Popen) -> None:
    ends = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server did not start.")
