"""The history in lines, as a person reads it: a batch is one line, and says whether it still stands."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.actions import in_words
from trellis.core.change import Entry
from trellis.core.keys import Key
from trellis.core.study import Person
from trellis.store import history as stored
from trellis.store import undo
from trellis.store.reader import Reader
from trellis.study.blindness import Blindness
from trellis.study.history_about import MOST_NAMED, Abouts


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A change, or a batch by its newest change. number: place in the history; at: ms since 1970, UTC.

    about: the cell, theme, source or case that it was about, and for an undo the change that it took back; "" if none.
    undoes: number of what it took back. undone: whether it has been taken back itself. brought: by a merge.
    """

    k: Key
    number: int
    changes: int
    at: int
    person: str
    action: str
    words: str
    about: str
    undoes: int | None
    undone: bool
    brought: bool
    hash: str


def lines(reader: Reader, blind: Blindness, before: int | None, most: int) -> list[HistoryLine]:
    """At most `most` lines, newest first, whose number is below `before` (all if None), as one person may see them."""
    names = _names(reader)
    abouts = Abouts(reader, blind)
    return [_line(reader, entry, names, abouts) for entry in stored.newest_of_batches(reader.connection, before, most)]


def line_of(reader: Reader, blind: Blindness, entry: Entry) -> HistoryLine:
    """The line in which a change stands: that of its batch."""
    names = _names(reader)
    return _line(reader, undo.group_of(reader.connection, entry)[-1], names, Abouts(reader, blind))


def _names(reader: Reader) -> dict[Key, str]:
    """People by key; by the change that brought them too, since who joins is not known to the study before."""
    people = reader.all(Person)
    return {person.rev: person.name for person in people} | {person.k: person.name for person in people}


def _line(reader: Reader, newest: Entry, names: dict[Key, str], abouts: Abouts) -> HistoryLine:
    batch = [] if newest.batch is None else stored.batch_keys(reader.connection, newest.batch)
    undoes = None if newest.undoes is None else stored.entry(reader.connection, newest.undoes).seq
    return HistoryLine(
        newest.k,
        newest.seq,
        max(1, len(batch)),
        newest.at,
        names.get(newest.person) or (names.get(newest.k, "") if newest.action == "person.join" else ""),
        newest.action,
        in_words(newest.action),
        _about(reader, newest, abouts),
        undoes,
        undo.is_undone(reader.connection, newest),
        newest.brought is not None,
        newest.hash.hex(),
    )


def _about(reader: Reader, entry: Entry, abouts: Abouts) -> str:
    """What a change was about; of one that took another back, which that was."""
    if entry.undoes is None:
        return abouts.of(_some(undo.group_of(reader.connection, entry)))
    other = stored.entry(reader.connection, entry.undoes)
    said = f"change {other.seq}: {in_words(other.action)}"
    what = _about(reader, other, abouts)
    return f"{said} ({what})" if what else said


def _some(group: list[Entry]) -> list[Entry]:
    """The newest changes of a batch; more would not be named."""
    return group[-MOST_NAMED - 1 :]
