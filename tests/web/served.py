"""The workbench served for tests: a real server on a free port of this machine, and a browser's side of the talk."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from fastapi import FastAPI

from trellis.study.library import Library
from trellis.web.app import make_app
from trellis.web.jobs import Jobs
from trellis.web.security import Door
from trellis.web.serving import Server, listening
from trellis.web.uploads import Uploads
from trellis.web.workspace import Workspace

PERSON = "Ana"


class Served:
    """A running server. base: its address."""

    def __init__(self, base: str, app: FastAPI, stop: Callable[[], None]) -> None:
        self.stop = stop
        self.base = base
        self.door: Door = app.state.door
        self.jobs: Jobs = app.state.jobs
        self.uploads: Uploads = app.state.uploads

    def stranger(self) -> httpx.Client:
        """A client that is not signed in."""
        return httpx.Client(base_url=self.base, headers={"X-Trellis": "1"}, timeout=60)

    @contextmanager
    def client(self) -> Iterator[Client]:
        """A client that has come in by a link of its own."""
        with Client(base_url=self.base, headers={"X-Trellis": "1"}, timeout=60) as made:
            assert made.get(self.door.new_link()).status_code == 303
            yield made


class Client(httpx.Client):
    """Gives every write a mark of its own, as the page does."""

    def build_request(self, method, url, *, headers=None, **more):
        own = {} if method in {"GET", "HEAD"} else {"Idempotency-Key": str(uuid.uuid4())}
        return super().build_request(method, url, headers={**own, **(headers or {})}, **more)


@contextmanager
def served(library: Path, sessions: Path | None = None, door: Door | None = None) -> Iterator[Served]:
    """A server over a library, until the block ends."""
    door = door or Door(sessions)
    workspace = Workspace(Library(library), PERSON)
    socket = listening(0)
    ready = threading.Event()
    app = make_app(workspace, door)
    server = Server(app, ready.set)
    running = threading.Thread(target=server.run, args=([socket],))
    running.start()

    def stop() -> None:
        server.should_exit = True
        running.join()

    try:
        assert ready.wait(60)
        yield Served(f"http://127.0.0.1:{socket.getsockname()[1]}", app, stop)
    finally:
        stop()
        socket.close()
