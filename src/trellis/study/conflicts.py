"""What two copies of a study changed each in its own way: listed with both states, settled one by one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from trellis.analysis.table import Table
from trellis.core.coding import Round
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.merging import Conflict, ConflictState
from trellis.core.study import Person
from trellis.store import history
from trellis.store.changes import Change
from trellis.store.mapping import CODECS, Record
from trellis.store.reader import Reader
from trellis.study.conflict_settling import adopt, put_after, put_fields
from trellis.study.conflict_words import called, in_words, shown
from trellis.study.work import Work

OURS, THEIRS = "ours", "theirs"


@dataclass(frozen=True, slots=True)
class Open:
    """A conflict as it stands: its number in the list, which of its two states is in force here."""

    number: int
    conflict: Conflict
    ours: Mapping[str, Any] | None
    theirs: Mapping[str, Any] | None
    ours_by: Key
    theirs_by: Key


class Conflicts:
    """The calls about what both copies changed."""

    _work: Work

    def conflicts(self, *, settled: bool = False) -> Table:
        """What waits for a decision, both states side by side; with `settled`, what was decided as well.

        Columns: number, what it is, what differs, ours (in force until it is settled), by whom, theirs, by whom,
        and what was decided. The numbers stay the same until the next merge.
        """
        with self._work.read() as reader:
            names = {person.k: person.name for person in reader.all(Person)}
            rows = tuple(
                _line(reader, found, names)
                for found in _listed(reader)
                if settled or found.conflict.state is ConflictState.OPEN
            )
        columns = ("number", "what", "which", "differs", "ours", "by", "theirs", "by whom", "decided")
        return Table(columns, rows, "Changed on both sides", "Ours is in force until you settle it.")

    def settle(self, number: int, take: str) -> Conflict:
        """Decides one conflict of the list. take: "ours", "theirs", or the text that is to stand instead.

        Raises NotFound for a number that does not wait, Invalid where the choice cannot stand.
        """
        with self._work.change("study.settle") as change:
            waiting = {found.number: found for found in _listed(change) if found.conflict.state is ConflictState.OPEN}
            if number not in waiting:
                there = ", ".join(map(str, waiting)) or "none"
                message = f"no conflict {number} waits to be settled; waiting: {there}"
                raise NotFound(message)
            found = waiting[number]
            _write(change, found, take)
            after = replace(
                found.conflict, state=ConflictState.SETTLED, outcome=_outcome(found, take), settled_by=change.person
            )
            change.update(found.conflict, after)
            return after


def _outcome(found: Open, take: str) -> str:
    if take not in {OURS, THEIRS}:
        return take
    ours_is_one = _read(found.conflict.one_fields) == found.ours
    return "one" if ours_is_one == (take == OURS) else "other"


def _listed(reader: Reader) -> list[Open]:
    """Every conflict with its number, as it stands here."""
    return [_standing(reader, number, conflict) for number, conflict in enumerate(reader.all(Conflict), 1)]


def _standing(reader: Reader, number: int, conflict: Conflict) -> Open:
    one, other = _read(conflict.one_fields), _read(conflict.other_fields)
    live = live_fields(reader, conflict)
    # Where it was changed again meanwhile, what this file wrote itself is ours.
    ours_is_one = _stands(one, live) or (not _stands(other, live) and _written_here(reader, conflict.one))
    if ours_is_one:
        return Open(number, conflict, one, other, conflict.one_by, conflict.other_by)
    return Open(number, conflict, other, one, conflict.other_by, conflict.one_by)


def _read(said: str) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = json.loads(said)
    return found


def live_fields(reader: Reader, conflict: Conflict) -> Mapping[str, Any] | None:
    """The row that a conflict is about, as it is now, by column."""
    record = _live(reader, conflict)
    if record is None:
        return None
    codec = CODECS[conflict.about]
    return dict(zip(codec.columns, codec.row(record, record.rev), strict=True))


def _live(reader: Reader, conflict: Conflict) -> Record:
    return reader.find(CODECS[conflict.about].spec.record, *json.loads(conflict.place))


def _stands(state: Mapping[str, Any] | None, live: Mapping[str, Any] | None) -> bool:
    if state is None or live is None:
        return state is live
    return all(live[name] == value for name, value in state.items() if name != "rev")


def _written_here(reader: Reader, change: Key) -> bool:
    found = history.origin_of(reader.connection, change)
    return found is not None and found.brought is None


def _line(reader: Reader, found: Open, names: Mapping[Key, str]) -> tuple[Any, ...]:
    conflict = found.conflict
    said = found.ours or found.theirs or {}
    whole = found.ours is None or found.theirs is None
    decided = "" if conflict.state is ConflictState.OPEN else conflict.outcome
    return (
        found.number,
        called(conflict.about),
        in_words(reader, conflict.about, live_fields(reader, conflict) or said),
        "removed by one" if whole else ", ".join(said),
        _words(reader, conflict.about, found.ours, whole=whole),
        names.get(found.ours_by, ""),
        _words(reader, conflict.about, found.theirs, whole=whole),
        names.get(found.theirs_by, ""),
        {"one": "settled", "other": "settled"}.get(decided, decided),
    )


def _words(reader: Reader, table: str, state: Mapping[str, Any] | None, *, whole: bool) -> str:
    if state is None:
        return "removed"
    if whole:
        return "kept"
    return "; ".join(shown(reader, table, state))


def _write(change: Change, found: Open, take: str) -> None:
    """Puts the choice into force."""
    if take == OURS:
        return
    record = _live(change, found.conflict)
    if take == THEIRS:
        _put(change, found, record)
        return
    if record is None or found.ours is None or found.theirs is None:
        message = "one side removed it, so there is no text to mend; take ours or theirs"
        raise Invalid(message)
    texts = [name for name in found.ours if isinstance(getattr(record, name), str) and name != "pos"]
    if len(found.ours) != 1 or not texts:
        message = f"what differs ({', '.join(found.ours)}) is not one text; take ours or theirs"
        raise Invalid(message)
    kind = next(field.type for field in fields(record) if field.name == texts[0])
    if kind != "str":
        message = f"{texts[0]} cannot be any text; take ours or theirs"
        raise Invalid(message)
    put_after(change, record, replace(record, **{texts[0]: take}))


def _put(change: Change, found: Open, record: Record) -> None:
    """Puts their state into force. Of two rounds, the one that theirs was for becomes the index, and no other."""
    if isinstance(record, Round) and found.theirs is not None and set(found.theirs) == {"adopted"}:
        adopt(change, record.k if found.theirs["adopted"] else found.conflict.subject)
        return
    put_fields(change, found.conflict.about, record, found.theirs)
