"""A browser that listens: events read from the stream one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import httpx


class Stream:
    """The events of one stream. id: of the last one that had any."""

    def __init__(self, answer: httpx.Response) -> None:
        self.answer = answer
        self.id: str | None = None
        self._lines = answer.iter_lines()
        while next(self._lines):  # the greeting: from here on nothing is missed
            pass

    def next(self, kind: str | None = None) -> dict:
        """The next event, of a kind where one is given."""
        fields: dict[str, str] = {}
        for line in self._lines:
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
                continue
            self.id = fields.get("id", self.id)
            if fields.get("event") and kind in {None, fields["event"]}:
                return json.loads(fields["data"])
            fields = {}
        raise AssertionError("the stream has ended")

    def has_ended(self) -> bool:
        return next(self._lines, None) is None


@contextmanager
def listening(client: httpx.Client, last: str | None = None, **query) -> Iterator[Stream]:
    headers = {} if last is None else {"Last-Event-ID": last}
    with client.stream("GET", "/api/events", headers=headers, params=query) as answer:
        yield Stream(answer)
