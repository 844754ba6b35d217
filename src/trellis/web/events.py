"""What happens, told to every browser: changes of all open studies, from here and from elsewhere, and jobs.

One thread looks at the open studies; streams read what it found from one log, each at its own place.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from trellis.core.errors import TrellisError
from trellis.core.keys import Key
from trellis.study.watching import Happened
from trellis.web.workspace import Workspace

LOOK_S = 0.25
BREATH_S = 15.0
MOST_KEPT = 10_000
RETRY_MS = 1_000


@dataclass(frozen=True, slots=True)
class Told:
    """One event as it goes over the wire. k: the change's key, which is the event's id; None for what is no change."""

    kind: str
    data: dict[str, object]
    k: Key | None = None

    def encoded(self) -> bytes:
        """The event in the form of server-sent events."""
        lines = [f"event: {self.kind}", f"data: {json.dumps({'kind': self.kind, **self.data}, ensure_ascii=False)}"]
        if self.k is not None:
            lines.append(f"id: {self.k}")
        return ("\n".join(lines) + "\n\n").encode()


def change_of(study: str, change: Happened) -> Told:
    """A change as an event."""
    data: dict[str, object] = {
        "study": study,
        "key": change.k,
        "number": change.number,
        "at": change.at,
        "person": change.person,
        "action": change.action,
        "words": change.words,
        "request": change.request,
    }
    return Told("change", data, change.k)


def reset_of(study: str) -> Told:
    """Says that it is not known what the client has missed in a study: everything is to be read again."""
    return Told("reset", {"study": study})


class Events:
    """The log of what happened, and who listens."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._guard = threading.Lock()
        self._log: deque[Told] = deque(maxlen=MOST_KEPT)
        self._end = 0
        self._listeners: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}
        self._nudged = threading.Event()
        self._stopped = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to look at the open studies."""
        self._thread = threading.Thread(target=self._look, name="trellis-events", daemon=True)
        self._thread.start()

    def nudge(self) -> None:
        """Looks at once: something was just written here."""
        self._nudged.set()

    def stop(self) -> None:
        """Ends all streams, and looks no more. Stopping twice is the same as once."""
        self._stopped = True
        self._nudged.set()
        self._wake()

    def join(self) -> None:
        """Waits until nothing looks at the studies any more."""
        if self._thread is not None:
            self._thread.join()

    def tell(self, events: Iterable[Told]) -> None:
        """Puts events into the log and wakes who listens."""
        with self._guard:
            before = self._end
            for event in events:
                self._log.append(event)
                self._end += 1
        if self._end != before:
            self._wake()

    def _wake(self) -> None:
        with self._guard:
            for event, loop in self._listeners.items():
                loop.call_soon_threadsafe(event.set)

    def _look(self) -> None:
        try:
            while not self._stopped:
                self._nudged.wait(LOOK_S)
                self._nudged.clear()
                self.tell(change_of(name, change) for name, change in self._workspace.news())
        finally:
            # Whatever went wrong is told in the terminal; who listens goes on hearing of what comes.
            if not self._stopped:
                self.start()

    def resume(self, last: Key | None, studies: Iterable[str]) -> tuple[list[Told], int]:
        """What a stream begins with, and its place in the log.

        last: the change that the client heard of last. studies: what it shows; they are looked through as well if the
        change is no longer in the log, and what cannot be told one by one is a reset.
        """
        with self._guard:
            end, kept = self._end, list(self._log)
        if last is None:
            return [], end
        at = next((at for at in range(len(kept) - 1, -1, -1) if kept[at].k == last), None)
        if at is not None:
            return [], end - len(kept) + at + 1
        missed: list[Told] = []
        for name in sorted({*studies, *self._workspace.open_names()}):
            missed += self._missed(name, last)
        return missed, end

    def _missed(self, name: str, last: Key) -> list[Told]:
        try:
            found = self._workspace.study(name).history.after(last)
        except TrellisError:
            found = None
        return [reset_of(name)] if found is None else [change_of(name, change) for change in found]

    async def stream(self, begin: list[Told], at: int) -> AsyncIterator[bytes]:
        """The events from a place in the log on, with a sign of life where nothing happens."""
        woken, loop = asyncio.Event(), asyncio.get_running_loop()
        with self._guard:
            self._listeners[woken] = loop
        try:
            yield f"retry: {RETRY_MS}\n: Trellis\n\n".encode()
            for event in begin:
                yield event.encoded()
            while not self._stopped:
                woken.clear()
                events, at = self._since(at)
                for event in events:
                    yield event.encoded()
                if not events and not await _woken(woken):
                    yield b": still here\n\n"
        finally:
            with self._guard:
                del self._listeners[woken]

    def _since(self, at: int) -> tuple[list[Told], int]:
        with self._guard:
            first = self._end - len(self._log)
            lost = [reset_of(name) for name in self._workspace.open_names()] if at < first else []
            return lost + list(self._log)[max(0, at - first) :], self._end


async def _woken(woken: asyncio.Event) -> bool:
    try:
        await asyncio.wait_for(woken.wait(), BREATH_S)
    except TimeoutError:
        return False
    return True
