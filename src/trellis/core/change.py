"""Changes: the entries of a study's history, their bytes and their hashes.

The header holds keys and codes only, never words, so that it need not be erased. What was written stands
in chunks, each about one table and one source or case; a chunk is committed by SHA-256 over a salt and its
bytes, so that its payload can be erased and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from trellis.core.keys import Key

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Header:
    """What is hashed of a change beside its rows. at: ms since 1970, UTC."""

    k: Key
    at: int
    person: Key
    action: str
    batch: Key | None
    undoes: Key | None
    request: str | None

    def to_bytes(self) -> bytes:
        """Canonical JSON; these bytes are stored and hashed, and never made again."""
        values = [FORMAT, self.k, self.at, self.person, self.action, self.batch, self.undoes, self.request]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Entry:
    """One change as history lists it. seq: its place in this file's order.

    brought: key of the merge that brought it from another copy, None if it was written in this file.
    """

    k: Key
    seq: int
    at: int
    person: Key
    action: str
    batch: Key | None
    undoes: Key | None
    hash: bytes
    undone_by: Key | None = None
    brought: Key | None = None


def commitment(salt: bytes, payload: bytes) -> bytes:
    """What binds a chunk without telling what is in it."""
    return hashlib.sha256(salt + payload).digest()


def digest_of(chunks: Iterable[tuple[int, str, bytes]]) -> bytes:
    """One digest over (chunk number, table, commitment), sorted."""
    digest = hashlib.sha256()
    for number, table, bound in sorted(chunks):
        digest.update(f"{number} {table} ".encode())
        digest.update(bound)
    return digest.digest()


def chain_hash(parent: bytes, parent2: bytes | None, head: bytes, digest: bytes) -> bytes:
    """The hash of a change, over its parents' hashes, its header and the digest of its chunks."""
    chained = hashlib.sha256()
    for piece in (parent, parent2 or b"", head, digest):
        chained.update(len(piece).to_bytes(4, "big"))
        chained.update(piece)
    return chained.digest()
