"""Recording the work of one copy anew under keys of its own, where two copies drew the same keys.

What is written is never rewritten in place: a new file is made, equal to the old one up to the first change whose
keys collide; from there on each change is recorded again, with the same person, time and rows.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from sqlalchemy import Connection

from trellis.core.change import Header, chain_hash, commitment, digest_of
from trellis.core.errors import Invalid, StudyFileError
from trellis.core.keys import Key, Place, make_key, split_key
from trellis.core.wave_change import ChangePlace, WaveChange, change_key
from trellis.store import derived, history, sql
from trellis.store.images import ZLIB, Chunk, payload_of
from trellis.store.lineage import Lineage, Link, colliding
from trellis.store.mapping import CODECS
from trellis.store.specs import SPECS
from trellis.store.sql import quoted
from trellis.store.tables import SPEC_NAMED

REKEYED = "rekeyed"
"""How the names of settings begin that say which changes were recorded anew: the hash of the first one follows."""
_DIGITS = re.compile(r"(?<!\w)\d{10,16}(?!\w)")
_LOCAL_KEYS = {"suggestion": ("k", "rule", "source", "version", "theme"), "guid": ("k",), "tombstone": ("k", "change")}


@dataclass(frozen=True, slots=True)
class Rekeying:
    """Which keys become which. first: by replica, the count of the first key that is given anew, and what is added.

    cut: the place in the file's order of the first change that is recorded anew; old: its hash. made: keys that no
    replica drew but a place made, each with the key that its place makes with the new keys.
    """

    number: int
    first: dict[int, tuple[int, int]]
    cut: int
    old: bytes
    made: Mapping[Key, Key] = field(default_factory=dict)

    def key(self, k: Key) -> Key:
        """The new key for one, or the same if it stays."""
        if k in self.made:
            return self.made[k]
        place = split_key(k)
        first, more = self.first.get(place.replica, (0, 0))
        return k if not first or place.count < first else make_key(Place(self.number, place.count - first + more))

    def value(self, column: str, value: Any) -> Any:
        """A value of a row with new keys: in a column of keys, and wherever a key is spelt in a text."""
        if isinstance(value, int):
            return self.key(value) if column == "key" else value
        return _DIGITS.sub(lambda found: str(self.key(int(found.group()))), value) if isinstance(value, str) else value


def planned(ours: Connection, theirs: Connection, number: int) -> Rekeying:
    """What of ours has to be recorded anew, so that the two can be merged; number: under which.

    Raises Invalid if no keys collide, or if others have built upon what would be recorded anew.
    """
    mine, yours = Lineage(ours), Lineage(theirs)
    twice = colliding(ours, theirs, mine, yours)
    own = [link for link in mine.links.values() if link.brought is None]
    cut = min((link.seq for link in own if link.k in twice), default=0)
    if not cut:
        message = "no keys of the two copies collide; merge them as they are"
        raise Invalid(message)
    anew = [link for link in own if link.seq >= cut]
    _require_nobody_on(mine, anew)
    first: dict[int, tuple[int, int]] = {}
    more = 1
    for replica in sorted({split_key(link.k).replica for link in anew}):
        begin = min(split_key(link.k).count for link in anew if split_key(link.k).replica == replica)
        reached = ours.exec_driver_sql("SELECT next FROM replica WHERE number = ?", (replica,)).scalar_one()
        first[replica] = (begin, more)
        more += reached - begin
    return Rekeying(number, first, cut, anew[0].hash)


def _require_nobody_on(mine: Lineage, anew: list[Link]) -> None:
    hashes = {link.hash for link in anew}
    builders = [link for link in mine.links.values() if link.brought and {link.parent, link.parent2} & hashes]
    if builders:
        message = (
            f"a copy that was merged into this one (change {builders[0].seq}) goes on from what would be recorded "
            "anew, so both would be there; give the other file new keys instead (`trellis rekey OTHER THIS -o NEW`)"
        )
        raise Invalid(message)


def rekey(connection: Connection, plan: Rekeying, guid: str) -> None:
    """Gives a copy of the file the new keys: rows, history, counters. guid: of the new number."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    plan = replace(plan, made=_made(connection, plan))
    for spec in SPECS:
        _rows(connection, plan, spec.name)
    for table, columns in _LOCAL_KEYS.items():
        _columns(connection, plan, table, columns)
    _history(connection, plan)
    counted = connection.exec_driver_sql(
        "SELECT number, next FROM replica WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(plan.first)),),
    ).fetchall()
    reached = max(plan.first[number][1] + following - plan.first[number][0] for number, following in counted)
    for number, _ in counted:
        if plan.first[number][0] == 1 or not _drew_any(connection, number):
            connection.exec_driver_sql("DELETE FROM replica WHERE number = ?", (number,))
    connection.exec_driver_sql(
        "INSERT INTO replica (number, guid, place, made_at, next) VALUES (?, ?, '', ?, ?)",
        (plan.number, guid, connection.exec_driver_sql("SELECT max(at) FROM change").scalar_one(), reached),
    )
    derived.rebuild(connection)


def _made(connection: Connection, plan: Rekeying) -> dict[Key, Key]:
    """The keys that are made of a place, as they are and as the new keys of the place make them."""
    found: dict[Key, Key] = {}
    for one in _changes_between_waves(connection):
        place = (plan.key(k) for k in (one.chart, one.row, one.theme, one.earlier, one.later))
        found[one.k] = change_key(ChangePlace(*place))
    return found


def _changes_between_waves(connection: Connection) -> Iterator[WaveChange]:
    """Every change between waves that there is, or was as far as the history still tells."""
    codec = CODECS["wave_change"]
    for row in connection.exec_driver_sql(sql.select("wave_change")).fetchall():
        yield codec.record(row)
    holding = "SELECT DISTINCT change FROM change_chunk WHERE tbl = 'wave_change'"
    for (k,) in connection.exec_driver_sql(holding).fetchall():
        for image in history.images_left(connection, k):
            rows = (image.before, image.after) if image.table == "wave_change" else ()
            yield from (codec.record(row) for row in rows if row is not None)


def _drew_any(connection: Connection, number: int) -> bool:
    return any(split_key(k).replica == number for (k,) in connection.exec_driver_sql("SELECT k FROM change").fetchall())


def key_columns(table: str) -> frozenset[str]:
    """The columns of a table that hold keys."""
    return frozenset(field.name for field in fields(SPEC_NAMED[table].record) if str(field.type).startswith("Key"))


def _rows(connection: Connection, plan: Rekeying, table: str) -> None:
    codec, keys = CODECS[table], key_columns(table)
    kinds = ["key" if name in keys else "" for name in codec.columns]
    pairs = []
    for found in connection.exec_driver_sql(sql.select(table)).fetchall():
        row = tuple(found)
        after = tuple(plan.value(kind, value) for kind, value in zip(kinds, row, strict=True))
        if after != row:
            pairs.append((row, after))
    if pairs:
        values = [(*after, *codec.key(row), row[codec.rev_at]) for row, after in pairs]
        connection.exec_driver_sql(sql.update(table), values)


def _columns(connection: Connection, plan: Rekeying, table: str, columns: Iterable[str]) -> None:
    for column in columns:
        rows = connection.exec_driver_sql(f"SELECT {quoted(column)} FROM {quoted(table)}").fetchall()
        pairs = [(plan.key(k), k) for k in {row[0] for row in rows} if plan.key(k) != k]
        if pairs:
            statement = f"UPDATE {quoted(table)} SET {quoted(column)} = ? WHERE {quoted(column)} = ?"
            connection.exec_driver_sql(statement, pairs)


_CHANGE = "SELECT k, at, person, action, batch, undoes, request, parent, parent2, brought FROM change WHERE seq >= ?"


def _history(connection: Connection, plan: Rekeying) -> None:
    """Records every change anew that was written here from the cut on; what was brought stays as it is."""
    anew: dict[bytes, bytes] = {}
    for found in connection.exec_driver_sql(f"{_CHANGE} ORDER BY seq", (plan.cut,)).fetchall():
        *said, parent, parent2, brought = found
        if brought is not None:
            connection.exec_driver_sql("UPDATE change SET brought = ? WHERE k = ?", (plan.key(brought), said[0]))
            continue
        header = _header(plan, Header(*said))
        old = connection.exec_driver_sql("SELECT hash FROM change WHERE k = ?", (said[0],)).scalar_one()
        chunks = [_chunk(plan, chunk) for chunk in history.chunks_of(connection, said[0])]
        digest = digest_of((chunk.number, chunk.table, chunk.commitment) for chunk in chunks)
        follows = anew.get(parent, parent)
        hashed = chain_hash(follows, parent2, header.to_bytes(), digest)
        connection.exec_driver_sql("DELETE FROM change_chunk WHERE change = ?", (said[0],))
        connection.exec_driver_sql(
            "UPDATE change SET k = ?, person = ?, batch = ?, undoes = ?, head = ?, parent = ?, digest = ?, hash = ? "
            "WHERE k = ?",
            (
                header.k,
                header.person,
                header.batch,
                header.undoes,
                header.to_bytes(),
                follows,
                digest,
                hashed,
                said[0],
            ),
        )
        history.write_chunks(connection, header.k, chunks)
        anew[old] = hashed


def _header(plan: Rekeying, header: Header) -> Header:
    return replace(
        header,
        k=plan.key(header.k),
        person=plan.key(header.person),
        batch=None if header.batch is None else plan.key(header.batch),
        undoes=None if header.undoes is None else plan.key(header.undoes),
    )


def _chunk(plan: Rekeying, chunk: Chunk) -> Chunk:
    """A chunk with new keys; one that was erased stays as it is."""
    payload = payload_of(chunk)
    if payload is None or chunk.salt is None:
        return replace(chunk, subject=plan.key(chunk.subject))
    content = json.loads(payload)
    keys = key_columns(chunk.table)
    for side in ("b", "a"):
        if content[side] is not None:
            content[side] = [
                [plan.value("key" if name in keys else "", value) for value in values]
                for name, values in zip(content["c"], content[side], strict=True)
            ]
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    stored = zlib.compress(written, 1) if chunk.codec == ZLIB else written
    bound = commitment(chunk.salt, written)
    return replace(chunk, subject=plan.key(chunk.subject), payload=stored, commitment=bound)


def require_not_rekeyed(ours: Connection, lines: tuple[Lineage, Lineage], theirs: Connection, name: str) -> None:
    """Nothing, unless one copy holds work that the other recorded anew; raises StudyFileError then."""
    mine, yours = lines
    for connection, other in ((ours, yours), (theirs, mine)):
        rows = connection.exec_driver_sql("SELECT name FROM setting WHERE name LIKE ?", (f"{REKEYED} %",)).fetchall()
        for (setting,) in rows:
            if bytes.fromhex(setting.partition(" ")[2]) in other.by_hash:
                message = (
                    f"this study and {name} hold the same work under different keys, since one of them was given new "
                    "keys (`trellis rekey`); merging them would double it. Go on with the copy that was given new keys"
                )
                raise StudyFileError(message)
