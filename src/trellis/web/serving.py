"""Running the workbench on this machine: one process, one port, the loopback interface."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from trellis.bootstrap import sessions_file
from trellis.core.errors import Invalid
from trellis.study.library import Library
from trellis.web.app import make_app
from trellis.web.events import Events
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
    """A server that says when it is ready, so that nobody is sent to a page that does not answer yet."""

    def __init__(self, app: FastAPI, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=GRACE_S)
        super().__init__(config)
        self._ready = ready
        self._events: Events = app.state.events

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer, and says so."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends the streams first, which would go on for ever, and then lets every request be answered."""
        self._events.stop()
        await super().shutdown(sockets)


def serve(folder: Path, person: str, port: int | None, ready: Callable[[str], None]) -> None:
    """Serves the library in a folder until it is stopped (Ctrl-C). ready: told the one-time link.

    Raises Invalid if the port is taken.
    """
    door = Door(sessions_file())
    held = listening(port)
    link = f"http://{HOST}:{held.getsockname()[1]}{door.new_link()}"
    app = make_app(Workspace(Library(folder), person), door)
    Server(app, lambda: ready(link)).run([held])
