"""A fresh sample in a folder of its own, and a server of it on loopback that stops by itself."""

import fcntl
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN_SECONDS = 60
ENDS_AFTER_SECONDS = 30 * 60
PREPARATION = (("migrate", "--verbosity", "0"), ("load_sample",), ("worker", "--once"))


@dataclass(frozen=True)
class Site:
    """``address`` has no slash at its end; ``pages`` gives name → language → path of every page type."""

    address: str
    pages: dict[str, dict[str, str]]
    folder: Path


def prepare(folder: Path) -> Path:
    """Load the sample into ``folder`` with all its sound and pictures, once, whoever else asks meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "prepared").exists():
            for command in PREPARATION:
                manage(folder, *command)
            (folder / "prepared").touch()
    return folder


@contextmanager
def fresh() -> Iterator[Path]:
    """A prepared folder, gone afterwards; ``SAMPLE_FOLDER`` is taken instead, and kept."""
    with tempfile.TemporaryDirectory(prefix="holos-sample-") as own:
        yield prepare(Path(os.environ.get("SAMPLE_FOLDER") or own))


def manage(folder: Path, *arguments: str) -> None:
    command = [sys.executable, ROOT / "manage.py", *arguments]
    subprocess.run(command, env=environment(folder), check=True, stdout=subprocess.DEVNULL)


@contextmanager
def served(folder: Path, *, processes: int = 1, **variables: str) -> Iterator[Site]:
    """The site of a prepared folder, served until the block ends, or after half an hour should nobody end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    known = environment(folder, **variables)
    asking = [sys.executable, "-m", "tests.every_page.page_types"]
    pages = json.loads(subprocess.run(asking, env=known, cwd=ROOT, check=True, capture_output=True).stdout)
    command = [
        *("timeout", str(ENDS_AFTER_SECONDS), sys.executable, "-m", "gunicorn", "config.wsgi:application"),
        *("--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--workers", str(processes), "--threads", "4"),
        *("--keep-alive", "60", "--log-level", "error", "--no-control-socket"),
    ]
    process = subprocess.Popen(command, env=known, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield Site(f"http://127.0.0.1:{port}", pages, folder)
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """The environment of a process of this site; nothing that is set for another one reaches it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("HOLOS_")}
    own = {
        "HOLOS_ENV": "development",
        "HOLOS_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.every_page.settings",
    }
    return inherited | own | variables


def _wait(port: int, process: subprocess.Popen) -> None:
    ends = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The server of the sample did not start.")
