"""What is done and what is open in a study, source by source and theme by theme. No percentage of a reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.chart import CellState
from trellis.core.framework_todo import TodoKind
from trellis.core.keys import NO_KEY, Key
from trellis.core.study import Person
from trellis.store.queries import overview as queries
from trellis.store.reader import Reader
from trellis.study.chart_rows import Wanted, columns, rows
from trellis.study.framework_nodes import framework_now
from trellis.study.framework_todo import todo_items
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.suggestion_states import waiting_of


@dataclass(frozen=True, slots=True)
class SourceStand:
    """A source and what was done with it.

    length: code points. readers: names. codings, themes: of the adopted index.
    """

    k: Key
    name: str
    kind: str
    wave: str | None
    length: int
    readers: tuple[str, ...]
    codings: int
    themes: int


@dataclass(frozen=True, slots=True)
class ThemeStand:
    """A main theme's chart. codings: of the adopted index, sub-themes included.

    cells: how many there could be: one for each column and row of a case of whom there is a source, and those that are
    there of others, such as a team that is charted as a whole.
    drafts, charted, returned, reviewed: cells in that state; blank: empty for a reason that is given.
    """

    k: Key
    number: str
    name: str
    codings: int
    cells: int
    drafts: int
    charted: int
    returned: int
    reviewed: int
    blank: int


class Matter(StrEnum):
    """What wants somebody's attention."""

    MINE = "assigned to you"
    ASSIGNED = "assigned"
    ANSWER = "cells returned to you with a question"
    RETURNED = "cells returned with a question"
    ALLOCATE = "codings to allocate"
    CHECK = "codings to check"
    CELLS = "cells to look at again"
    READ = "sources to read again"
    CONFLICTS = "differences between copies"
    REFERENCES = "references that wait for their transcript"
    SUGGESTED = "suggestions that wait"


@dataclass(frozen=True, slots=True)
class Overview:
    """How a study stands. attention: only what there is, each with how many."""

    sources: tuple[SourceStand, ...]
    themes: tuple[ThemeStand, ...]
    attention: tuple[tuple[Matter, int], ...]


def overview(reader: Reader, person: Person | None) -> Overview:
    """How the study stands, for the person who works (None: for nobody in particular)."""
    names = {one.k: one.name for one in reader.all(Person)}
    found = queries.sources(reader.connection, adopted_round(reader).k)
    sources = tuple(
        SourceStand(
            s.k, s.name, s.kind, s.wave, s.length, tuple(names[k] for k in s.readers if k in names), s.codings, s.themes
        )
        for s in found
    )
    themes = _themes(reader)
    k, name = (NO_KEY, "") if person is None else (person.k, person.name)
    return Overview(sources, themes, _attention(reader, themes, k, name))


def _themes(reader: Reader) -> tuple[ThemeStand, ...]:
    below = {node.k: node.below for node in framework_now(reader).themes}
    cells = queries.cells_by_theme(reader.connection, main_chart(reader).k)
    charted = columns(reader, None)
    heard = queries.cases_with_sources(reader.connection)
    height = sum(row.case in heard for row in rows(reader, Wanted()).rows) if charted else 0
    of_others = queries.cells_of_others(reader.connection, main_chart(reader).k)
    stands = []
    for theme in charted:
        own = {column.theme for column in theme.columns}
        states: Counter[str] = Counter()
        for (k, state, is_blank), n in cells.items():
            if k in own:
                states["blank" if is_blank else state] += n
        stands.append(
            ThemeStand(
                theme.theme,
                theme.number,
                theme.name,
                below.get(theme.theme, 0),
                height * len(own) + sum(of_others.get(k, 0) for k in own),
                states[CellState.DRAFT],
                states[CellState.CHARTED],
                states[CellState.RETURNED],
                states[CellState.REVIEWED],
                states["blank"],
            )
        )
    return tuple(stands)


def _attention(
    reader: Reader, themes: tuple[ThemeStand, ...], person: Key, name: str
) -> tuple[tuple[Matter, int], ...]:
    todo = Counter(item.kind for item in todo_items(reader, name))
    waits = queries.waiting(reader.connection, person)
    counted = {
        Matter.MINE: waits.mine,
        Matter.ASSIGNED: waits.assignments - waits.mine,
        Matter.ANSWER: waits.returned,
        Matter.RETURNED: sum(theme.returned for theme in themes),
        Matter.ALLOCATE: todo[TodoKind.ALLOCATE],
        Matter.CHECK: todo[TodoKind.CHECK],
        Matter.CELLS: todo[TodoKind.CELL],
        Matter.READ: todo[TodoKind.READ],
        Matter.CONFLICTS: waits.conflicts,
        Matter.REFERENCES: waits.references,
        Matter.SUGGESTED: len(waiting_of(reader, name)),
    }
    return tuple((matter, n) for matter, n in counted.items() if n)
