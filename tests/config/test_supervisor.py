"""The supervisor ends all when one ends or when it is asked to, and leaves nothing behind."""

import os
import signal
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.deployment import ROOT
from tests.postgresql import free_port

PROGRAM = """
import sys
import django
django.setup()
from config import supervisor
port, second = int(sys.argv[1]), sys.argv[2]
wait = "import http.server; http.server.HTTPServer(('127.0.0.1', %d), None).serve_forever()" % port
died = supervisor.run(
    {"first": [sys.executable, "-c", wait], "second": [sys.executable, "-c", second]},
    when_ready=lambda: print("ready", flush=True),
    address=("127.0.0.1", port),
)
print(died, flush=True)
"""
WAITING = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" + WAITING


def start(second):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-c", PROGRAM, str(free_port()), second]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_every_process(number):
    supervisor = start(WAITING)
    said = [supervisor.stdout.readline().strip() for _ in range(2)]
    pid = next(int(line) for line in said if line.isdigit())
    assert "ready" in said
    supervisor.send_signal(number)
    assert supervisor.communicate()[0].strip() == "None"
    assert not is_running(pid)


def test_a_process_that_does_not_listen_is_killed(monkeypatch):
    supervisor = start(STUBBORN)
    said = [supervisor.stdout.readline().strip() for _ in range(2)]
    pid = next(int(line) for line in said if line.isdigit())
    supervisor.terminate()
    supervisor.communicate()
    assert not is_running(pid)


def test_when_one_ends_all_end_and_its_name_is_told():
    supervisor = start("import time; time.sleep(1)")
    assert supervisor.communicate()[0].splitlines()[-1] == "second"


def test_a_taken_port_is_refused_in_a_sentence():
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} of 127.0.0.1 cannot be used"):
            call_command("serve", port=port)
