"""Information power as a written statement; nothing is added up."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.information_power import ENDS, Dimension, PowerStatement, dimension_from, require_place
from trellis.core.keys import Key
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.study.table import Table
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class PowerSaid:
    """One dimension as the team sees it. few, many: its two ends; place: 1 (few) to 5 (many), None if not said.

    earlier: how often it was said otherwise before. at: ms since 1970, UTC.
    """

    dimension: Dimension
    few: str
    many: str
    place: int | None
    reason: str
    by: str
    at: int | None
    earlier: int


class Powering:
    """The calls on information power."""

    _work: Work

    def say_power(self, dimension: Dimension | str, place: int, reason: str) -> Key:
        """Says where the study stands on one dimension, from 1 (few are needed) to 5 (many are), and why.

        What was said before stays, with its date. Raises Invalid.
        """
        which = dimension_from(dimension)
        with self._work.change("sample.power") as change:
            return state_power(change, which, place, reason)

    def power(self) -> tuple[PowerSaid, ...]:
        """Each of the five dimensions with what was last said of it."""
        with self._work.read() as reader:
            people = {person.k: person.name for person in reader.all(Person)}
            said: dict[Dimension, list[PowerStatement]] = {}
            for one in sorted(reader.all(PowerStatement), key=lambda one: (one.at, one.k)):
                said.setdefault(one.dimension, []).append(one)
        return tuple(_said(dimension, said.get(dimension, []), people) for dimension in Dimension)

    def power_table(self) -> Table:
        """The statement as a table, one dimension a row."""
        rows = tuple((one.dimension.value, one.few, one.many, one.place, one.reason, one.by) for one in self.power())
        heads = ("dimension", "few are needed", "many are needed", "place", "reason", "said by")
        return Table(heads, rows, "Information power", "Places run from 1 to 5; no sum is made of them.")


def state_power(change: Change, dimension: Dimension, place: int, reason: str) -> Key:
    """Keeps a place on a dimension, with its reason, in the open change. Raises Invalid."""
    k, why = change.new_key(), require_place(place, reason)
    change.insert(PowerStatement(k, 0, dimension, place, why, change.person, change.at))
    return k


def _said(dimension: Dimension, listed: list[PowerStatement], people: dict[Key, str]) -> PowerSaid:
    few, many = ENDS[dimension]
    if not listed:
        return PowerSaid(dimension, few, many, None, "", "", None, 0)
    last = listed[-1]
    by = people.get(last.by, "")
    return PowerSaid(dimension, few, many, last.place, last.reason, by, last.at, len(listed) - 1)
