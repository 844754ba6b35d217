"""The end of the program after Ctrl-C, which comes whatever is still at work.

A thread in the midst of a long read, or one that waits for another program to let go of a file, cannot be stopped from
outside, and Python waits for it; on a busy machine Python's own tidying takes seconds more. What was answered is on
disk at any moment, and a change that was begun is kept whole or not at all, so cutting off loses nothing that anybody
was told.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

END_S = 15.0
"""From being asked to the end at the latest; what is answered, closed and emptied until then is so in order."""
TWICE_S = 1.0
"""A second Ctrl-C within this time is the first one, which a program around this one has passed on once more."""
SIGNALLED = 128
"""The exit code of a program that a signal ended, less the signal's number."""
WORDS_S = 1.0
"""How long the last words may take: a terminal that takes none must not hold up the end."""


class Ending:
    """Sees to it that the program ends: some seconds after it was asked to, or at once when asked again.

    late: says that something was cut off. leave: ends the process with an exit code.
    """

    def __init__(
        self, late: Callable[[], None], *, seconds: float = END_S, leave: Callable[[int], None] = os._exit
    ) -> None:
        self._late, self._seconds, self._leave = late, seconds, leave
        self._asked: SimpleQueue[int] = SimpleQueue()
        threading.Thread(target=self._watch, name="trellis-ending", daemon=True).start()

    def ask(self, number: int) -> None:
        """A signal has come. Its handler interrupts anything, so it takes no lock and starts no thread."""
        self._asked.put(number)

    def closed(self, number: int) -> None:
        """Everything is closed in order: ends the process now, since what is still at work would answer nobody."""
        sys.stdout.flush()
        sys.stderr.flush()
        self._leave(SIGNALLED + number)

    def _watch(self) -> None:
        number = self._asked.get()
        asked = time.monotonic()
        with suppress(Empty):
            while time.monotonic() < asked + TWICE_S:
                self._asked.get(timeout=max(0.0, asked + self._seconds - time.monotonic()))
        self._say()
        self._leave(SIGNALLED + number)

    def _say(self) -> None:
        words = threading.Thread(target=self._late, name="trellis-last-words", daemon=True)
        words.start()
        words.join(WORDS_S)


class WithoutTheCutOff(logging.Filter):
    """Keeps out of the terminal, page by page, where each request was when it was cut off: that is no error."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line of the server's log is for the user."""
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, asyncio.CancelledError) and not str(record.msg).startswith("Cancel ")
