"""The key of pseudonyms and the log of replacements: what is kept apart from the study, encrypted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Pseudonym:
    """A real name and what stands in its place. at: ms since 1970, UTC, when it was given; by: the person's name.

    leave: forms that were said not to be meant.
    """

    name: str
    replacement: str
    at: int
    by: str
    leave: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """One replacement: the redaction that stands in the study, the source, what was there and what is there now."""

    redaction: Key
    source: Key
    was: str
    now: str
    change: Key


@dataclass(frozen=True, slots=True)
class KeyBook:
    """The key and the log.

    away: of the put-away pieces of a study, the keys of the changes that put them there, oldest first.
    """

    pseudonyms: tuple[Pseudonym, ...] = ()
    log: tuple[Replaced, ...] = ()
    away: tuple[Key, ...] = ()

    def with_name(self, given: Pseudonym) -> KeyBook:
        """The book with a further name; one that is in it under this pseudonym already stays as it is."""
        if any((one.name, one.replacement) == (given.name, given.replacement) for one in self.pseudonyms):
            return self
        return replace(self, pseudonyms=(*self.pseudonyms, given))

    def with_replaced(self, made: Iterable[Replaced]) -> KeyBook:
        """The book with further replacements in its log."""
        return replace(self, log=(*self.log, *made))

    def named(self, name: str) -> tuple[Pseudonym, ...]:
        """The pseudonyms that a name has, however its letters are spelt."""
        return tuple(one for one in self.pseudonyms if one.name.casefold() == name.strip().casefold())

    def behind(self, redaction: Key) -> str | None:
        """What stood where a redaction stands now, None if the log does not know it."""
        return next((one.was for one in self.log if one.redaction == redaction), None)

    def names(self) -> tuple[str, ...]:
        """Every real name and every other spelling of one that was replaced, each once."""
        return tuple(dict.fromkeys([*(one.name for one in self.pseudonyms), *(one.was for one in self.log)]))

    def without(self, sources: Collection[Key], names: Collection[str]) -> KeyBook:
        """The book without what is about these sources, and without the people of these names or pseudonyms."""
        called = {name.casefold() for name in names}
        gone = {
            one.name.casefold()
            for one in self.pseudonyms
            if {one.name.casefold(), one.replacement.strip("[]").casefold()} & called
        }
        return replace(
            self,
            pseudonyms=tuple(one for one in self.pseudonyms if one.name.casefold() not in gone),
            log=tuple(one for one in self.log if one.source not in sources and one.was.casefold() not in gone),
        )

    def record(self) -> dict[str, Any]:
        """The book as lists and texts, for JSON."""
        return {
            "pseudonyms": [[one.name, one.replacement, one.at, one.by, list(one.leave)] for one in self.pseudonyms],
            "log": [[one.redaction, one.source, one.was, one.now, one.change] for one in self.log],
            "away": list(self.away),
        }


def book_of(said: Mapping[str, Any]) -> KeyBook:
    """The book out of what `KeyBook.record` makes."""
    return KeyBook(
        tuple(Pseudonym(name, put, at, by, tuple(leave)) for name, put, at, by, leave in said["pseudonyms"]),
        tuple(Replaced(*one) for one in said["log"]),
        tuple(said["away"]),
    )
