"""What two copies of a study know of each other's changes, and which of them only one has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from trellis.core.errors import StudyFileError
from trellis.core.keys import Key, split_key
from trellis.store import history, undo

HANDED = "handout"
"""The name of the setting in which a package keeps what it was made from."""


@dataclass(frozen=True, slots=True)
class Link:
    """How one change hangs in the history of a file. merge: whether it stands on another copy's change, too."""

    k: Key
    seq: int
    hash: bytes
    parent: bytes
    parent2: bytes | None
    brought: Key | None
    action: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What a package says of the study it was made from: its head, and how far each replica had counted."""

    head: str
    vector: Mapping[int, int]

    def to_json(self) -> str:
        """The text that the package keeps."""
        said = {"head": self.head, "vector": {str(replica): count for replica, count in sorted(self.vector.items())}}
        return json.dumps(said, separators=(",", ":"))


def handed(connection: Connection) -> Handed | None:
    """What the file says of the study it was handed out from; None if it is no package."""
    text = connection.exec_driver_sql("SELECT value FROM setting WHERE name = ?", (HANDED,)).scalar()
    if text is None:
        return None
    said = json.loads(text)
    return Handed(said["head"], {int(replica): count for replica, count in said["vector"].items()})


class Lineage:
    """The changes that a file's state rests on."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.exec_driver_sql(
            "SELECT k, seq, hash, parent, parent2, brought, action FROM change ORDER BY seq"
        ).fetchall()
        self.links: dict[Key, Link] = {row[0]: Link(*row) for row in rows}
        self.by_hash: dict[bytes, Link] = {link.hash: link for link in self.links.values()}
        self.head: bytes = history.head(connection).hash
        self.handed: Handed | None = handed(connection)
        self._undone = {
            link.k
            for link in self.links.values()
            if link.parent2 is not None
            and link.brought is None
            and undo.is_undone(connection, history.entry(connection, link.k))
        }
        self._void = self._taken_back(connection)
        self.known: frozenset[Key] = self._reached()

    def _taken_back(self, connection: Connection) -> frozenset[Key]:
        """Merges that were undone, with what undid and redid them: as if they had not been."""
        void = set(self._undone)
        rows = connection.exec_driver_sql("SELECT k, undoes FROM change WHERE undoes IS NOT NULL ORDER BY seq")
        for k, undoes in rows.fetchall():
            if undoes in void:
                void.add(k)
        return frozenset(void)

    def _reached(self) -> frozenset[Key]:
        """Every change that the head stands on; what a merge brought that was undone is left out."""
        found: set[Key] = set()
        ahead = [self.head]
        while ahead:
            link = self.by_hash.get(ahead.pop())
            if link is None or link.k in found:
                continue
            found.add(link.k)
            ahead.append(link.parent)
            if link.parent2 is not None and link.k not in self._undone:
                ahead.append(link.parent2)
        return frozenset(found)

    def knows(self, k: Key) -> bool:
        """Whether the file's state rests on a change, here or in the study that it was handed out from."""
        if k in self.known:
            return True
        if self.handed is None:
            return False
        place = split_key(k)
        return place.count <= self.handed.vector.get(place.replica, 0)

    def vector(self) -> dict[int, int]:
        """How far each replica had counted in what the file knows."""
        reached: dict[int, int] = {} if self.handed is None else dict(self.handed.vector)
        for k in self.known:
            place = split_key(k)
            reached[place.replica] = max(reached.get(place.replica, 0), place.count)
        return reached

    def own_beyond(self, other: Lineage) -> list[Link]:
        """The changes that made this file what it is and that the other does not know, oldest first."""
        return [link for link in self.all_beyond(other) if link.brought is None and link.k not in self._void]

    def all_beyond(self, other: Lineage) -> list[Link]:
        """All changes, with those that merges brought, that the other does not know, oldest first."""
        return [link for link in self.links.values() if link.k in self.known and not other.knows(link.k)]

    def from_common(self, link: Link, other: Lineage) -> bool:
        """Whether what a merge brought, or what a package began with, is known to the other file as well."""
        if link.parent2 is None:
            return False
        second = self.by_hash.get(link.parent2)
        return second is not None and other.knows(second.k)


def require_same_study(ours: Connection, theirs: Connection, name: str) -> None:
    """Nothing, if both files are copies of one study; raises StudyFileError, naming both, otherwise."""
    mine, yours = (
        connection.exec_driver_sql("SELECT guid, title FROM study LIMIT 1").fetchone() for connection in (ours, theirs)
    )
    if mine is None or yours is None or mine[0] != yours[0]:
        title = "a study without a record" if yours is None else f"“{yours[1]}”"
        message = (
            f"{name} is a copy of another study ({title}), so it cannot be merged into "
            f"“{'' if mine is None else mine[1]}”; give a copy or a package of this one"
        )
        raise StudyFileError(message)


def colliding(ours: Connection, theirs: Connection, mine: Lineage, yours: Lineage) -> frozenset[Key]:
    """Keys of our changes that mean something else in the other copy, or stand under a number that it uses, too."""
    shared = shared_numbers(ours, theirs)
    return frozenset(
        k
        for k, link in mine.links.items()
        if split_key(k).replica in shared or (k in yours.links and yours.links[k].hash != link.hash)
    )


def shared_numbers(ours: Connection, theirs: Connection) -> list[int]:
    """The numbers that two places took by chance."""
    statement = "SELECT number, guid FROM replica"
    numbers = dict(tuple(row) for row in ours.exec_driver_sql(statement).fetchall())
    return [n for n, guid in theirs.exec_driver_sql(statement).fetchall() if numbers.get(n, guid) != guid]


def require_own_keys(ours: Connection, theirs: Connection, lines: tuple[Lineage, Lineage], name: str) -> None:
    """Nothing, if no two places ever drew keys under one number; raises StudyFileError otherwise."""
    shared = shared_numbers(ours, theirs)
    mine, yours = lines
    twice = [k for k, link in yours.links.items() if k in mine.links and mine.links[k].hash != link.hash]
    if shared or twice:
        number = shared[0] if shared else split_key(twice[0]).replica
        message = (
            f"{name} and this study were written in different places under the same number ({number}), so the same "
            "key means different things in them and they cannot be merged; nothing was changed. Give the work of one "
            f"of them new keys (`trellis rekey {name} STUDY -o NEW.trellis`) and merge the new file"
        )
        raise StudyFileError(message)
