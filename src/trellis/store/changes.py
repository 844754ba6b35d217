"""The change object: there is no other way to write to a study.

A change checks the person's role, draws keys, writes rows through the writer and, when it closes, appends
itself with before- and after-images to the history, in the transaction that wrote the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from sqlalchemy import Connection

from trellis.core.change import Header
from trellis.core.collecting import uncollected
from trellis.core.errors import StudyFileError
from trellis.core.keys import MOST_COUNTS, Key, Place, make_key
from trellis.core.source import text_sha
from trellis.store import derived, history, requests
from trellis.store.erasing import Erasure, erase
from trellis.store.mapping import CODEC_OF, Record
from trellis.store.reader import Reader
from trellis.store.writer import Writer

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Intent:
    """Who wants to do what. batch: key of the batch it belongs to; request: made by a client, unique.

    fingerprint: of what the request asks for, kept beside the history, so that a reused mark is told.
    """

    action: str
    person: Key
    at: int
    batch: Key | None = None
    request: str | None = None
    undoes: Key | None = None
    fingerprint: bytes | None = None


class Change(Reader):
    """An open change: everything written through it is one entry of the history."""

    def __init__(self, connection: Connection, replica: int, intent: Intent, *, counted: int = 0) -> None:
        super().__init__(connection)
        self._writer = Writer(connection)
        self._replica = replica
        self._intent = intent
        self._erasures: list[Erasure] = []
        self._last: list[Callable[[], None]] = []
        row = connection.exec_driver_sql("SELECT next FROM replica WHERE number = ?", (replica,)).fetchone()
        if row is None:
            message = f"this copy's replica {replica} is not in the study; run `trellis check`"
            raise StudyFileError(message)
        self._next: int = max(row[0], counted)
        self.key: Key = self.new_key()
        self.at = intent.at
        self.person = intent.person
        self._parent: bytes | None = None
        self._parent2: bytes | None = None
        self.written: history.Head | None = None

    @contextmanager
    def before(self, action: str) -> Iterator[Change]:
        """A change by the same person that comes before this one, in the same transaction."""
        intent = replace(self._intent, action=action, request=None, fingerprint=None)
        first = Change(self.connection, self._replica, intent, counted=self._next)
        yield first
        first.close()
        self._next = first.next_count

    def follow(self, parent: bytes) -> None:
        """Makes the change follow on a change that is in another file: the first one of a package."""
        self._parent = parent

    def join(self, parent: bytes, parent2: bytes) -> None:
        """Makes the change a merge: it follows on this file's head and on the other copy's."""
        self._parent, self._parent2 = parent, parent2

    @property
    def batch(self) -> Key | None:
        """The batch that the change belongs to."""
        return self._intent.batch

    def start_batch(self) -> Key:
        """Makes this change the first of a batch and returns the batch's key, to be passed to the next ones."""
        self._intent = replace(self._intent, batch=self.key)
        return self.key

    @property
    def replica(self) -> int:
        """The number under which this copy draws keys."""
        return self._replica

    @property
    def next_count(self) -> int:
        """The count that the next key of this replica will have."""
        return self._next

    def new_key(self) -> Key:
        """A key that no other object of the study has, on any copy."""
        return self.new_keys(1)[0]

    def new_keys(self, count: int) -> range:
        """`count` new keys in a row."""
        if self._next + count >= MOST_COUNTS:
            message = f"replica {self._replica} has drawn all its keys; open a copy of the study at a new place"
            raise StudyFileError(message)
        first = make_key(Place(self._replica, self._next))
        self._next += count
        return range(first, first + count)

    def insert(self, *records: Record) -> None:
        """Adds records; their `rev` becomes this change. Raises AlreadyThere."""
        self.insert_all(records)

    def insert_all(self, records: Iterable[Record]) -> None:
        """Adds many records, one statement a kind."""
        with uncollected():
            for kind, group in groupby(records, type):
                codec = CODEC_OF[kind]
                self._writer.insert(codec.spec.name, [codec.row(record, self.key) for record in group])

    def update(self, before: R, after: R) -> None:
        """Replaces a record as it was read by another one about the same thing. Raises Conflict."""
        self.update_all([(before, after)])

    def update_all(self, pairs: Iterable[tuple[R, R]]) -> None:
        """Replaces many records (before, after). Those that stay equal are left alone. Raises Conflict."""
        changed = [(before, after) for before, after in pairs if before != after]
        for kind, group in groupby(changed, lambda pair: type(pair[0])):
            codec = CODEC_OF[kind]
            rows = [
                (codec.row(before, before.rev), codec.row(after, self.key))  # type: ignore[attr-defined]
                for before, after in group
            ]
            self._writer.update(codec.spec.name, rows)

    def delete(self, *records: Record) -> None:
        """Removes records as they were read. Raises Conflict."""
        for kind, group in groupby(records, type):
            codec = CODEC_OF[kind]
            self._writer.delete(codec.spec.name, [codec.row(record, record.rev) for record in group])

    def keep_text(self, text: str) -> str:
        """Stores a canonical text once, by its hash, and returns the hash."""
        sha = text_sha(text)
        self.connection.exec_driver_sql(
            "INSERT INTO content (sha, kind, size, body) VALUES (?, 'text', ?, ?) ON CONFLICT (sha) DO UPDATE "
            "SET body = excluded.body WHERE body IS NULL",
            (sha, len(text), text),
        )
        return sha

    def keep_original(self, sha: str, content: bytes) -> str:
        """Stores the bytes of an imported file once, by their hash, and returns the hash."""
        self.connection.exec_driver_sql(
            "INSERT INTO content (sha, kind, size, data) VALUES (?, 'original', ?, ?) ON CONFLICT (sha) DO UPDATE "
            "SET data = excluded.data WHERE data IS NULL",
            (sha, len(content), content),
        )
        return sha

    def erase_at_end(self, erasure: Erasure) -> None:
        """Destroys this as well once the change is written, in the same transaction; its own images too."""
        self._erasures.append(erasure)

    def at_end(self, work: Callable[[], None]) -> None:
        """Does this once the change is written, in the same transaction: what has to meet its own images."""
        self._last.append(work)

    @property
    def writer(self) -> Writer:
        """The writer beneath, for undo and merging, which write rows with revs of their own."""
        return self._writer

    def close(self) -> history.Head | None:
        """Appends the change to the history and moves the key counter. None if nothing was written."""
        images = self._writer.images()
        if not images and self._intent.undoes is None and self._parent2 is None:
            return None
        header = Header(
            self.key,
            self._intent.at,
            self._intent.person,
            self._intent.action,
            self._intent.batch,
            self._intent.undoes,
            self._intent.request,
        )
        with uncollected():
            written = history.append(self.connection, header, images, parent=self._parent, parent2=self._parent2)
        if self._intent.request is not None and self._intent.fingerprint is not None:
            requests.note(self.connection, self._intent.request, self._intent.fingerprint)
        if self._writer.retold:
            derived.rebuild_search(self.connection)
        for erasure in self._erasures:
            erase(self.connection, self.key, erasure)
        for work in self._last:
            work()
        self.connection.exec_driver_sql("UPDATE replica SET next = ? WHERE number = ?", (self._next, self._replica))
        self.written = written
        return written
