"""The built page and its files, and the one-time link that lets a browser in."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from trellis.web.security import SESSION_DAYS, Door, cookie_name, session_of

STATIC = Path(__file__).parents[1] / "static"
FOR_EVER = "public, max-age=31536000, immutable"
BUILD = "npm ci --prefix ui && npm run build --prefix ui"

USED = (
    "Each link opens the workbench once, within the hour. Stop `trellis serve` in the terminal and start it again "
    "for a new one."
)
_PLAIN = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Trellis</title></head>
<body><h1>{head}</h1><p>{words}</p></body></html>
"""


def plain_page(head: str, words: str, status: int) -> HTMLResponse:
    """A page of one paragraph, without script or style."""
    return HTMLResponse(_PLAIN.format(head=html.escape(head), words=html.escape(words)), status)


def entrance(door: Door) -> APIRouter:
    """The route of the one-time link."""
    router = APIRouter(include_in_schema=False)

    @router.get("/open/{token}")
    def open_link(token: str, request: Request) -> Response:
        if door.knows(session_of(request.headers)):
            return RedirectResponse("/", 303)
        session = door.enter(token)
        if session is None:
            return plain_page("This link has been used, or is too old", USED, 410)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(
            cookie_name(request.headers.get("host", "")),
            session,
            max_age=SESSION_DAYS * 86_400,
            httponly=True,
            samesite="strict",
        )
        return answer

    return router


def add_pages(app: FastAPI) -> None:
    """Serves the built page: its files by name, and the page itself for every other path, as it routes by itself."""
    root = STATIC.resolve()

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise HTTPException(404, "there is nothing at this path of the API; /api/openapi.json lists what is")
        wanted = (root / path).resolve() if "\x00" not in path else root
        if wanted.is_relative_to(root) and wanted.is_file() and wanted.name != "index.html":
            kept = FOR_EVER if wanted.parent.name == "assets" else "no-cache"
            return FileResponse(wanted, headers={"cache-control": kept})
        if wanted.suffix and wanted.parent.name == "assets":
            raise HTTPException(404, "there is no such file")
        index = root / "index.html"
        if not index.is_file():
            return plain_page("The workbench has not been built", f"Run this where Trellis lies: {BUILD}", 503)
        return FileResponse(index, headers={"cache-control": "no-cache"})
