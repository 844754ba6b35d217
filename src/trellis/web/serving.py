"""Running the workbench on this machine: one process, one port, the loopback interface."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from fastapi import FastAPI

from trellis.bootstrap import sessions_file
from trellis.core.errors import Invalid
from trellis.study.library import Library
from trellis.web.app import make_app
from trellis.web.ending import Ending, WithoutTheCutOff
from trellis.web.events import Events
from trellis.web.jobs import Jobs
from trellis.web.security import Door
from trellis.web.workspace import Workspace

HOST = "127.0.0.1"
PORT = 8765
GRACE_S = 5


def listening(port: int | None) -> socket.socket:
    """A socket of the loopback interface: at the port, or at the usual one and, if that is taken, at any other.

    Raises Invalid if the given port is taken.
    """
    for wanted in (PORT, 0) if port is None else (port,):
        # With the protocol named, asyncio sends small answers at once; without it each waits 40 ms for more.
        held = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            held.bind((HOST, wanted))
        except OSError:
            held.close()
        else:
            return held
    message = f"port {port} is taken; leave --port out for one that is free, or stop the program that has it"
    raise Invalid(message)


class Server(uvicorn.Server):
    """A server that says when it is ready, so that nobody is sent to a page that does not answer yet.

    ending: sees to it that the process ends; None where the process is not the server's to end.
    """

    def __init__(self, app: FastAPI, ready: Callable[[], None], ending: Ending | None = None) -> None:
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_S)
        super().__init__(config)
        self._ready = ready
        self._ending = ending
        self._events: Events = app.state.events
        self._jobs: Jobs = app.state.jobs

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer, and says so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begins the end (Ctrl-C), which from here on comes in any case; asked again, studies are closed as well."""
        if not self.should_exit:
            super().handle_exit(sig, frame)
        if self._ending is not None:
            self._ending.ask(sig)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams first, which would go on for ever, and the jobs; lets requests be answered; closes all."""
        self._events.stop()
        self._jobs.stop_all()
        await super().shutdown(sockets)
        if self._ending is not None and self._captured_signals:
            self._ending.closed(self._captured_signals[0])


def serve(
    folder: Path, person: str, port: int | None, *, ready: Callable[[str], None], late: Callable[[], None]
) -> None:
    """Serves the library in a folder until it is stopped (Ctrl-C).

    ready: told the one-time link. late: told when something was still at work in the end and was cut off.
    Raises Invalid if the port is taken.
    """
    door = Door(sessions_file())
    held = listening(port)
    link = f"http://{HOST}:{held.getsockname()[1]}{door.new_link()}"
    app = make_app(Workspace(Library(folder), person), door)
    logging.getLogger("uvicorn.error").addFilter(WithoutTheCutOff())
    Server(app, lambda: ready(link), Ending(late)).run([held])
