"""``manage.py serve``: the web server and the background worker, started and stopped together."""

import socket

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config import banner, supervisor


class Command(BaseCommand):
    help = "Serve the archive: web server and background worker under one supervisor; Ctrl-C ends both."

    requires_system_checks = []  # handle runs them, in production with those of a deployment

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--processes", type=int, default=2, help="web server processes")
        parser.add_argument("--threads", type=int, default=8, help="threads of each web server process")
        parser.add_argument("--without-worker", action="store_true", help="run the worker elsewhere")

    def handle(self, *, host, port, processes, threads, without_worker, **options):
        self.refuse_taken_port(host, port)
        self.check(include_deployment_checks=not settings.HOLOS_DEVELOPMENT)
        commands = {"web server": supervisor.web_server(host, port, processes, threads)}
        if settings.HOLOS_ROLE != "public" and not without_worker:
            commands["background worker"] = supervisor.manage("worker")
        died = supervisor.run(commands, when_ready=lambda: self.greet(host, port), address=(host, port))
        if died:
            raise CommandError(f"The {died} ended by itself, so everything was stopped. Its message stands above.")

    def refuse_taken_port(self, host, port):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} of {host} cannot be used ({error.strerror}). "
                    f"Choose another one: make run PORT={port + 1}"
                ) from error

    def greet(self, host, port):
        for line in banner.lines(host, port):
            self.stdout.write(line)
        self.stdout.flush()
