"""What was computed from a state of the study and may be asked again before the study changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from trellis.store import history
from trellis.store.reader import Reader

MOST = 4
T = TypeVar("T")


class Kept:
    """The last few results, each of one state of the study (its newest change) and one question."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[int, Hashable], Any] = OrderedDict()
        self._lock = Lock()

    def get(self, reader: Reader, question: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, or gave at the same change of the study. question: everything else it rests on."""
        asked = (history.head(reader.connection).k, question)
        with self._lock:
            if asked in self._found:
                self._found.move_to_end(asked)
                kept: T = self._found[asked]
                return kept
        made = make()
        with self._lock:
            self._found[asked] = made
            while len(self._found) > MOST:
                self._found.popitem(last=False)
        return made
