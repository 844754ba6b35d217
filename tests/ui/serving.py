"""A workbench of its own for a test: the real command, on a free port, over a library of the test's."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

LINK = re.compile(r"http://127\.0\.0\.1:\d+/open/\S+")
ANSWER_S = 60
PATIENCE_S = 20
"""How long a start may take before the test gives up; nothing is measured by it."""


class Serving:
    """`trellis serve` as a process. `link` lets a browser in, once."""

    def __init__(self, library: Path, home: Path, person: str = "Ana") -> None:
        self.library, self._home, self._person = library, home, person
        self.port = 0
        self.start()

    def start(self) -> None:
        """Starts the process; on the port it had before, if it ran before."""
        settings = {
            **os.environ,
            "TRELLIS_HOME": str(self._home),
            "TRELLIS_LIBRARY": str(self.library),
            "TRELLIS_PERSON": self._person,
            "PYTHONUNBUFFERED": "1",
        }
        words = ["-m", "trellis.cli.main", "serve", "--no-browser", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [sys.executable, *words], env=settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.link = self._told_link()
        self.port = int(self.link.split(":")[2].partition("/")[0])

    def _told_link(self) -> str:
        lines: queue.Queue[str] = queue.Queue()
        self._reading = threading.Thread(target=self._read, args=(lines,), daemon=True)
        self._reading.start()
        told: list[str] = []
        while True:
            line = lines.get(timeout=ANSWER_S)
            told.append(line)
            found = LINK.search(line)
            if found is not None:
                return found.group()
            assert line, f"`trellis serve` ended without a link:\n{''.join(told)}"

    def _read(self, lines: queue.Queue[str]) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            lines.put(line)
        lines.put("")

    @property
    def address(self) -> str:
        """Where the workbench is, without a slash at the end."""
        return self.link.partition("/open/")[0]

    def kill(self) -> None:
        """Ends the process at once, as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self._ended()

    def stop(self) -> None:
        """Ends the process as Ctrl-C does, pressed again where it takes long."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(PATIENCE_S)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGINT)
            self._ended()

    def _ended(self) -> None:
        self.process.wait(ANSWER_S)
        self._reading.join(ANSWER_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
