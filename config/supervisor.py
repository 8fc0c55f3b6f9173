"""Runs several processes as one: when one ends, or a person says stop, all end."""

import os
import signal
import socket
import subprocess
import sys
import time

from django.conf import settings

GRACE_SECONDS = 10
PAUSE_SECONDS = 0.2


def manage(*arguments):
    """The command line of ``manage.py`` under the same Python."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


def web_server(host, port, processes, threads):
    """Gunicorn with threads, so that a slow listener holds one thread and not a process.

    No access log: a search for a name is nobody's business.
    """
    bound = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    return [
        *(sys.executable, "-m", "gunicorn", "config.wsgi:application"),
        *("--chdir", str(settings.BASE_DIR), "--bind", bound),
        *("--worker-class", "gthread", "--workers", str(processes), "--threads", str(threads)),
        *("--timeout", "60", "--graceful-timeout", str(GRACE_SECONDS // 2)),
        *("--limit-request-line", "8190"),  # a long question in Cyrillic letters takes six signs a letter
        *("--preload", "--log-level", "warning", "--no-control-socket"),
    ]


def run(commands, *, when_ready, address):
    """Run ``commands`` (name → command line) until SIGINT or SIGTERM or until one ends; stop the others.

    ``when_ready`` is called once ``address`` answers. Returns the name of a process that ended by itself, or
    ``None`` when asked to stop.
    """
    asked = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, frame: asked.append(received))
    # Sessions of their own: a Ctrl-C reaches the supervisor alone, which then ends them in order.
    running = {name: subprocess.Popen(command, start_new_session=True) for name, command in commands.items()}
    greeted = False
    died = None
    try:
        while not asked and died is None:
            died = next((name for name, process in running.items() if process.poll() is not None), None)
            if not greeted and died is None and answers(address):
                greeted = True
                when_ready()
            time.sleep(PAUSE_SECONDS)
    finally:
        stop(running.values())
    return died


def answers(address):
    try:
        socket.create_connection(address, timeout=PAUSE_SECONDS).close()
    except OSError:
        return False
    return True


def stop(processes):
    """Ask every process to end, and end with all its children what has not after ``GRACE_SECONDS``."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for process in processes:
        try:
            process.wait(timeout=max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
