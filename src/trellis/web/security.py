"""Who may talk to the workbench: this machine, through the one-time link, from the workbench's own page."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trellis.core import errors
from trellis.web.errors import Foreign, NotSignedIn, answer, problem_of

LINK_MINUTES = 60
SESSION_DAYS = 14
OWN_HEADER = "x-trellis"
MOST_BODY_BYTES = 64_000_000
READS = frozenset({"GET", "HEAD", "OPTIONS"})
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})

# Styles: the components write style attributes and elements of their own.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def digest(token: str) -> str:
    """What is kept of a token: it tells the right one, and is of no use to whoever reads it."""
    return hashlib.sha256(token.encode()).hexdigest()


class Door:
    """One-time links and sessions. `kept`: a file that carries sessions over a restart; None keeps none."""

    def __init__(self, kept: Path | None = None, now: Callable[[], float] = time.time) -> None:
        self._kept = kept
        self._now = now
        self._links: dict[str, float] = {}
        self._sessions = self._read()

    def new_link(self) -> str:
        """The path of a link that opens the workbench once, within the hour."""
        token = secrets.token_urlsafe(32)
        self._links[digest(token)] = self._now() + LINK_MINUTES * 60
        return f"/open/{token}"

    def enter(self, token: str) -> str | None:
        """A new session for the one who has the link; None if it was used, is too old or never was one."""
        until = self._links.pop(digest(token), 0.0)
        if until < self._now():
            return None
        session = secrets.token_urlsafe(32)
        self._sessions[digest(session)] = self._now() + SESSION_DAYS * 86_400
        self._write()
        return session

    def knows(self, session: str | None) -> bool:
        """Whether this is a session that still holds."""
        return session is not None and self._sessions.get(digest(session), 0.0) >= self._now()

    def leave(self, session: str | None) -> None:
        """Ends a session."""
        if session is not None and self._sessions.pop(digest(session), None) is not None:
            self._write()

    def _read(self) -> dict[str, float]:
        if self._kept is None:
            return {}
        try:
            found = json.loads(self._kept.read_text("utf-8"))
            return {str(session): float(until) for session, until in found.items() if float(until) >= self._now()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def _write(self) -> None:
        if self._kept is None:
            return
        self._kept.parent.mkdir(parents=True, exist_ok=True)
        draft = self._kept.with_suffix(".draft")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._sessions, file)
        draft.replace(self._kept)


def cookie_name(host: str) -> str:
    """The session's cookie: browsers share cookies between ports, so the port is in its name."""
    return f"trellis-{host.rpartition(':')[2] if host.rpartition(':')[2].isdigit() else '80'}"


def session_of(headers: Headers) -> str | None:
    """The session that a request shows."""
    return cookie_parser(headers.get("cookie", "")).get(cookie_name(headers.get("host", "")))


class Guard:
    """Stands before everything else: refuses what is foreign, and puts the protecting headers on every answer."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or answers it itself (the form is that of ASGI)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refusal(scope["method"], scope["path"], headers)
        app = self._app if refused is None else answer(problem_of(refused))

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    sent.setdefault(name, value)
                if scope["path"].startswith(("/api", "/open")):
                    sent.setdefault("cache-control", "no-store")
            await send(message)

        await app(scope, receive, guarded)

    def _refusal(self, method: str, path: str, headers: Headers) -> errors.TrellisError | None:
        host = headers.get("host", "")
        if not is_local(host):
            return Foreign(f"this workbench answers on this machine only, and not as “{host[:100]}”")
        if not path.startswith("/api/") and path != "/api":
            return None
        if method not in READS:
            origin = headers.get("origin")
            if origin is not None and origin != f"http://{host}":
                return Foreign(f"a page of “{origin[:100]}” may not change anything here")
            if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
                return Foreign("a page of another site may not change anything here")
            if headers.get(OWN_HEADER) != "1":
                return Foreign("a write comes from the workbench's own page: it carries the header “X-Trellis: 1”")
            if (refused := _body_refused(path, headers)) is not None:
                return refused
        if not self._door.knows(session_of(headers)):
            return NotSignedIn("open the link that `trellis serve` prints in the terminal; each link opens once")
        return None


def _body_refused(path: str, headers: Headers) -> errors.TrellisError | None:
    """Why the body of a write is not even read. Files come through uploads, which count what arrives."""
    if "/uploads/" in path:
        return None
    if "transfer-encoding" in headers:
        return errors.Invalid("a write says how long it is (Content-Length); files come through uploads")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > MOST_BODY_BYTES:
        limit = f"at most {MOST_BODY_BYTES // 1_000_000} MB fit into one write"
        return errors.TooLarge("the request", limit, "send files as uploads, and long lists in parts")
    return None


def is_local(host: str) -> bool:
    """Whether a Host header names this machine by a name that no foreign page can have."""
    name, colon, port = host.rpartition(":")
    if colon and port.isdigit():
        return name.lower() in LOCAL
    return host.lower() in LOCAL
