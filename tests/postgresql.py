"""A PostgreSQL server of the tests' own: on a loopback port, with a password, gone afterwards."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path


class Unavailable(Exception):
    """No server can be started here; says why."""


def programs():
    """The directory with ``initdb`` and ``pg_ctl``: on ``PATH``, or the newest that Debian installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    installed = [bin for bin in Path("/usr/lib/postgresql").glob("*/bin") if (bin / "initdb").exists()]
    if not installed:
        raise Unavailable("no PostgreSQL server is installed, and HOLOS_TEST_DATABASE_URL is not set.")
    return max(installed, key=lambda bin: float(bin.parent.name))


def account():
    """Whom the server runs as: it refuses root, so root lends it another account."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Unavailable("PostgreSQL does not run as root, and there is no other account.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def temporary_server():
    """Yield the URL of an empty database on a server that lives as long as the block."""
    bin, owner = programs(), account()
    directory = Path(tempfile.mkdtemp(prefix="holos-postgresql-"))
    identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    password, port = secrets.token_urlsafe(16), free_port()

    def call(program, *arguments):
        done = subprocess.run(
            [bin / program, "-D", directory / "data", *arguments],
            cwd=directory,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE if program == "initdb" else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **identity,
        )
        if done.returncode:
            raise Unavailable(f"{program} failed. {done.stdout or ''}")

    try:
        (directory / "password").write_text(password)
        if owner:
            for each in (directory, directory / "password"):
                os.chown(each, owner.pw_uid, owner.pw_gid)
        authentication = ("--auth", "scram-sha-256", "--username", "holos", "--pwfile", directory / "password")
        call("initdb", *authentication, "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={directory} -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c jit=off"
        call("pg_ctl", "--wait", "--log", directory / "log", "--options", options, "start")
        try:
            yield f"postgresql://holos:{password}@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "--wait", "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(directory, ignore_errors=True)
