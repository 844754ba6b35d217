"""A workbench whose answers come late and in any order, for finding tests, and pages, that do not wait.

`TRELLIS_TEST_SLOW_MS=600 python -m pytest tests/ui` delays each answer of the API by up to as much; the processor of
the browser is slowed as well. What fails so fails on a busy machine too, only seldom.
"""

from __future__ import annotations

import os
import random
from asyncio import sleep
from unittest.mock import patch

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from trellis.web import serving
from trellis.web.app import make_app
from trellis.web.security import Door
from trellis.web.workspace import Workspace

SETTING = "TRELLIS_TEST_SLOW_MS"
BROWSER_SLOWDOWN = 3
"""How many times slower the browser's processor is made."""


def most_ms() -> int:
    """The longest delay of an answer in milliseconds, 0 where nothing is to be slow."""
    return int(os.environ.get(SETTING, "0"))


class Late:
    """Middleware: reads of the API are answered after a random while."""

    def __init__(self, app: ASGIApp, most_ms: int) -> None:
        self._app, self._most_ms = app, most_ms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Waits, then lets the application answer."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await sleep(random.uniform(0, self._most_ms) / 1000)
        await self._app(scope, receive, send)


def make_answers_late() -> None:
    """Makes the workbenches that this process serves answer late, if that is asked for."""
    if most_ms() == 0:
        return

    def late(workspace: Workspace, door: Door | None = None) -> FastAPI:
        app = make_app(workspace, door)
        app.add_middleware(Late, most_ms=most_ms())
        return app

    patch.object(serving, "make_app", late).start()
