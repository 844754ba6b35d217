"""Taguette, driven over its own HTTP interface, from its own package in an environment of its own."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import time
import uuid
from http.cookies import SimpleCookie
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlencode

STARTS_S = 60
PROJECT = 1
JSON, FORM = "application/json", "application/x-www-form-urlencoded"


class Taguette:
    """A server in single-user mode on an empty SQLite file, as `taguette` starts it for one person."""

    def __init__(self, program: Path, folder: Path) -> None:
        self._port = _free_port()
        self._log = folder / "taguette.log"
        home = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        home |= {"HOME": str(folder), "PYTHONUNBUFFERED": "1"}
        self.database = folder / "taguette.sqlite3"
        words = [str(program), "--no-browser", "--port", str(self._port), "--database", str(self.database)]
        with self._log.open("wb") as log:
            self._server = subprocess.Popen(words, env=home, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
        self._cookies: dict[str, str] = {}
        self._connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=1_800)

    def __enter__(self) -> Self:
        self._ask("GET", f"/?token={self._token()}")
        self._ask("GET", "/project/new")  # sets the mark that forms must carry
        self._ask("POST", "/project/new", urlencode({"name": "Peers", "description": ""}).encode(), FORM)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self._server.terminate()
        self._server.wait()

    def cpu_s(self) -> float:
        """Processor time of the server and of what it started and waited for (from /proc, so on Linux)."""
        fields = Path(f"/proc/{self._server.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def add_tag(self, path: str) -> int:
        """A new tag; its number."""
        return int(self._json("POST", "/tag/new", {"path": path, "description": ""})["id"])

    def add_document(self, file: Path) -> int:
        """A document from a file; its number."""
        boundary = uuid.uuid4().hex
        part = f"--{boundary}\r\nContent-Disposition: form-data; name="
        body = "".join(f'{part}"{key}"\r\n\r\n{value}\r\n' for key, value in (("name", file.stem), ("description", "")))
        head = f'{part}"file"; filename="{file.name}"\r\nContent-Type: text/html\r\n\r\n'
        whole = f"{body}{head}".encode() + file.read_bytes() + f"\r\n--{boundary}--\r\n".encode()
        kind = f"multipart/form-data; boundary={boundary}"
        return int(json.loads(self._ask("POST", f"/api/project/{PROJECT}/document/new", whole, kind))["created"])

    def add_highlight(self, document: int, start: int, end: int, tag: int) -> int:
        """A new highlight; its number. start, end: bytes of the document's words."""
        given = {"start_offset": start, "end_offset": end, "tags": [tag]}
        return int(self._json("POST", f"/document/{document}/highlight/new", given)["id"])

    def highlights(self, tag: str) -> int:
        """How many highlights of a tag there are, every page of them read, as its own window does."""
        found, page, pages = 0, 1, 1
        while page <= pages:
            answer = self._json("GET", f"/highlights/{quote(tag)}?page={page}")
            found, page, pages = found + len(answer["highlights"]), page + 1, answer["pages"]
        return found

    def export_highlights(self) -> bytes:
        """Every highlight as the .csv that it writes."""
        return self._ask("GET", f"/project/{PROJECT}/export/highlights/.csv")

    def _json(self, method: str, path: str, given: object = None) -> dict[str, Any]:
        body = None if given is None else json.dumps(given).encode()
        answer: dict[str, Any] = json.loads(self._ask(method, f"/api/project/{PROJECT}{path}", body, JSON))
        return answer

    def _ask(self, method: str, path: str, body: bytes | None = None, kind: str = "") -> bytes:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers |= {"Content-Type": kind, "X-XSRFToken": self._cookies.get("_xsrf", "")}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        for each in answer.headers.get_all("Set-Cookie") or ():
            self._cookies |= {name: morsel.value for name, morsel in SimpleCookie(each).items()}
        if answer.status >= http.client.BAD_REQUEST:
            message = f"{method} {path}: {answer.status} {content[:200]!r}"
            raise RuntimeError(message)
        return content

    def _token(self) -> str:
        until = time.monotonic() + STARTS_S
        while time.monotonic() < until:
            found = re.search(r"token=(\w+)", self._log.read_text("utf-8", "replace"))
            if found is not None:
                return found[1]
            time.sleep(0.2)
        message = f"Taguette did not start within {STARTS_S} s: {self._log.read_text('utf-8', 'replace')[-500:]}"
        raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
