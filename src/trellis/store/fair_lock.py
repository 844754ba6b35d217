"""A lock that is given in the order in which it was asked for.

SQLite's own lock lets whoever tries at the right moment in, and so may Python's: with many writers one of them can wait
for as long as the others keep coming.
"""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class FairLock:
    """Held by one thread at a time; the one that has waited longest is next."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held = False
        self._waiting: deque[threading.Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._held:
                self._held = True
                return
            turn = threading.Lock()
            turn.acquire()
            self._waiting.append(turn)
        try:
            turn.acquire()
        except BaseException:
            self._give_up(turn)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pass_on()

    def _give_up(self, turn: threading.Lock) -> None:
        """Ctrl-C while waiting: out of the row, or, where the turn had come just then, on to the next."""
        with self._guard:
            still_waiting = turn in self._waiting
            if still_waiting:
                self._waiting.remove(turn)
        if not still_waiting:
            self._pass_on()

    def _pass_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._held = False
