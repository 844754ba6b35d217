"""What happens in a study while it is open, for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from trellis.core.actions import in_words
from trellis.core.change import Entry
from trellis.core.keys import Key
from trellis.core.study import Person
from trellis.store.reader import Reader
from trellis.study.work import Work

MOST_AFTER = 5_000
"""Changes that somebody who was away is told one by one."""


@dataclass(frozen=True, slots=True)
class Happened:
    """A change as it is told: its key and number, when (ms since 1970, UTC), who, what.

    request: the mark of the client's request that it carries out, by which a client knows its own.
    """

    k: Key
    number: int
    at: int
    person: str
    action: str
    words: str
    request: str | None


def happened(reader: Reader, news: Iterable[tuple[Entry, str | None]]) -> list[Happened]:
    """Changes as they are told; what a merge brought from another copy is left out."""
    names = {person.k: person.name for person in reader.all(Person)}
    return [
        Happened(e.k, e.seq, e.at, names.get(e.person, ""), e.action, in_words(e.action), request)
        for e, request in news
        if e.brought is None
    ]


class StudyWatch:
    """Looks at an open study for what was done to it since the last look."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._watch = work.file.watch()
        self._guard = Lock()
        self._closed = False

    def news(self) -> list[Happened]:
        """What was done since the last look, oldest first; cheap where nothing was."""
        with self._guard:
            found = [] if self._closed else self._watch.news()
            if not found:
                return []
            with self._work.read() as reader:
                return happened(reader, found)

    def close(self) -> None:
        """Ends the watch, once a look that is going on has ended."""
        with self._guard:
            self._closed = True
            self._watch.close()
