"""A workbench of its own for a test: the real command, on a free port, over a library of the test's.

It runs in a process of its own, forked off one that has imported everything once: importing takes longer than most
tests do. That the command starts from nothing as well is tested with the command line.
"""

from __future__ import annotations

import os
import queue
import re
import signal
import sys
import threading
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.ui.slow import make_answers_late
from trellis.cli import main

LINK = re.compile(r"http://127\.0\.0\.1:\d+/open/\S+")
ANSWER_S = 60
"""How long a start or an end may take before the test gives up; nothing is measured by it."""

_FORKING = get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.ui.warm"])


def _run(words: Sequence[str], settings: Mapping[str, str], told: Connection) -> None:
    """What the process does: `trellis WORDS…` with these settings; what it says goes where the test reads it."""
    os.environ.clear()
    os.environ.update(settings)
    os.dup2(told.fileno(), 1)
    os.dup2(told.fileno(), 2)
    told.close()
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", buffering=1) for number in (1, 2))
    sys.argv = ["trellis", *words]
    make_answers_late()
    main.run()


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
        }
        hear, tell = os.pipe()
        words = ["serve", "--no-browser", "--port", str(self.port)]
        with Connection(tell, readable=False) as told:
            self.process = _FORKING.Process(target=_run, args=(words, settings, told), daemon=True)
            self.process.start()
        self._said = os.fdopen(hear, encoding="utf-8")
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
        for line in self._said:
            lines.put(line)
        lines.put("")

    @property
    def address(self) -> str:
        """Where the workbench is, without a slash at the end."""
        return self.link.partition("/open/")[0]

    def kill(self) -> None:
        """Ends the process at once, as a power cut would."""
        self.process.kill()
        self._ended()

    def stop(self) -> None:
        """Ends the process as Ctrl-C does, pressed once."""
        if self.process.exitcode is None:
            os.kill(self.process.pid or 0, signal.SIGINT)
        self._ended()

    def _ended(self) -> None:
        self.process.join(ANSWER_S)
        assert self.process.exitcode is not None, "`trellis serve` does not end"
        self._reading.join(ANSWER_S)
        self._said.close()
        self.process.close()
