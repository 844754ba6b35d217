"""Requests of clients: what is to be carried out once, on the records that the client saw.

A client gives each request a mark. The first change that is made under a request carries the mark in the history, and
what the request did can be read from there for as long as the history stands: so the second of two equal requests is
answered like the first, also by another process.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from typing import Any

from trellis.core.errors import Outdated, RequestReused
from trellis.core.keys import NO_KEY, Key
from trellis.store import history
from trellis.store import requests as stored
from trellis.store.changes import Change, Intent
from trellis.store.mapping import CODECS
from trellis.store.reader import Reader

MOST_MADE = 1_000
"""Records that an answer names one by one; an import makes more, and its report counts them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The record that a client saw: its kind, its key (in the order of the table's key), its revision then.

    rev: None where the client saw that there was none.
    """

    kind: type
    key: tuple[object, ...]
    rev: Key | None


@dataclass(slots=True)
class Request:
    """What a client asks for. id: its mark. fingerprint: a digest of all that it asks.

    expected: the record that must still be as the client saw it. carried: whether a change has taken the mark.
    """

    id: str
    fingerprint: bytes
    expected: Expected | None = None
    carried: bool = field(default=False, init=False)


@dataclass(frozen=True, slots=True)
class Made:
    """A record that a change made: its table and its key."""

    table: str
    key: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a request did: the last change made under its mark, how many there were, the first records they made.

    k: the change's key, which is the revision of what it wrote. number: its place in the history.
    """

    k: Key
    number: int
    changes: int
    action: str
    made: tuple[Made, ...]


_ASKED: ContextVar[Request | None] = ContextVar("asked", default=None)


@contextmanager
def under(request: Request) -> Iterator[None]:
    """Carries out what is called inside under a client's request."""
    token = _ASKED.set(request)
    try:
        yield
    finally:
        _ASKED.reset(token)


@dataclass(slots=True)
class Mark:
    """The intent of a change, with the mark of the request that it carries out."""

    intent: Intent
    request: Request | None = None
    change: Change | None = None

    def require(self, change: Change) -> None:
        """Nothing, if what the request rests on is as the client saw it; raises Outdated otherwise."""
        self.change = change
        expected = None if self.request is None else self.request.expected
        if expected is None:
            return
        found: Any = change.find(expected.kind, *expected.key)
        require_seen(None if found is None else found.rev, expected.rev or NO_KEY)


def require_seen(rev: Key | None, seen: Key | None) -> None:
    """Nothing, if what stands there is what somebody saw; raises Outdated otherwise.

    rev: of what stands there, None or NO_KEY for nothing. seen: of what they saw, NO_KEY for nothing, None where they
    do not say.
    """
    if seen is not None and (rev or NO_KEY) != seen:
        raise Outdated(rev or None, seen or None)


@contextmanager
def marked(intent: Intent) -> Iterator[Mark]:
    """The intent as the first change of the client's request, or as it is where there is none.

    The mark is spent once something was written; a change that wrote nothing leaves it for the next one.
    """
    asked = _ASKED.get()
    if asked is None or asked.carried:
        yield Mark(intent)
        return
    mark = Mark(replace(intent, request=asked.id, fingerprint=asked.fingerprint), asked)
    yield mark
    asked.carried = mark.change is None or mark.change.written is not None


def done(reader: Reader, request: Request) -> Done | None:
    """What a request did, read from the history; None if it has done nothing. Raises RequestReused."""
    k = stored.change_of(reader.connection, request.id)
    if k is None:
        return None
    asked = stored.fingerprint_of(reader.connection, request.id)
    if asked is not None and asked != request.fingerprint:
        raise RequestReused(request.id)
    entry = history.entry(reader.connection, k)
    keys = [k] if entry.batch is None else history.batch_keys(reader.connection, entry.batch)
    last = history.entry(reader.connection, keys[-1])
    return Done(last.k, last.seq, len(keys), entry.action, tuple(_made(reader, keys)))


def _made(reader: Reader, changes: list[Key]) -> Iterator[Made]:
    count = 0
    for k in changes:
        for image in history.images_left(reader.connection, k):
            if image.before is None and image.after is not None:
                yield Made(image.table, CODECS[image.table].key(image.after))
                count += 1
            if count == MOST_MADE:
                return
