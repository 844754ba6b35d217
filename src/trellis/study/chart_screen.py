"""The chart for screens: a skeleton of all of it, and windows of full cells, straight from rows into columns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import Any

from trellis.core.chart import Blank, CellState, Layer
from trellis.core.chart_columns import (
    BLANKS,
    STATES,
    CellColumns,
    ChartSkeleton,
    ChartWindow,
    EvidenceColumns,
    SkeletonCells,
    StatementColumns,
    first_words,
)
from trellis.core.chart_rules import Stale
from trellis.core.chart_view import ChartTheme, Spot
from trellis.core.collecting import uncollected
from trellis.core.columns import turned
from trellis.core.keys import NO_KEY, Key
from trellis.store import history
from trellis.store.queries import chart_columns as queries
from trellis.store.queries.chart_columns import OneTheme
from trellis.store.queries.plain import Row
from trellis.store.reader import Reader
from trellis.study.chart_reading import names_of_themes
from trellis.study.chart_rows import Rows, Wanted, column_of_theme, columns, rows
from trellis.study.chart_staleness import Staleness
from trellis.study.resolve import adopted_round, main_chart
from trellis.study.work import Work

_STATES = {state.value: state for state in CellState}
_STATE_AT = {state.value: at for at, state in enumerate(STATES)}
_BLANKS: dict[str | None, Blank | None] = {None: None, **{blank.value: blank for blank in Blank}}
_BLANK_AT = {None if blank is None else blank.value: at for at, blank in enumerate(BLANKS)}
_LAYERS = {layer.value: layer for layer in Layer}
_ROW_OF, _STATEMENT_OF = itemgetter(0, 1), itemgetter(0)


class ChartScreens:
    """The calls that a workbench draws the matrix from."""

    _work: Work

    def skeleton(
        self,
        themes: Sequence[str] | None = None,
        cases: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
        *,
        header: Sequence[str] | None = None,
        sort: Sequence[str] = (),
        group: Sequence[str] = (),
    ) -> ChartSkeleton:
        """Rows and columns, and of each cell its state, counts, whether it is stale and how it begins.

        Arguments as in `matrix`. Raises NotFound, Ambiguous.
        """
        wanted = Wanted(themes, cases, waves, header, sort, group)
        with self._work.read() as reader, uncollected():
            return _skeleton(reader, wanted)

    def window(
        self,
        rows: Sequence[tuple[Key, Key]] | None = None,
        columns: Sequence[Key] | None = None,
        *,
        evidence: bool = False,
    ) -> ChartWindow:
        """Full cells of these rows (case, wave; 0 for none) and columns (themes), by the keys of a skeleton; None: all.

        evidence: whether to give each piece of evidence, not only how many. What is not there is passed over.
        """
        with self._work.read() as reader, uncollected():
            asked = _Asked(
                _every_theme(reader) if columns is None else tuple(dict.fromkeys(columns)),
                None if rows is None else frozenset(rows),
            )
            return _Windows(reader, evidence=evidence).read(asked)

    def cells(self, places: Collection[Spot], *, evidence: bool = False) -> ChartWindow:
        """Full cells of a list of places (case, wave, theme), by the keys of a skeleton. See `window`."""
        with self._work.read() as reader, uncollected():
            themes = tuple(dict.fromkeys(theme for _, _, theme in places))
            spots = frozenset(places)
            asked = _Asked(themes, frozenset(spot[:2] for spot in spots), spots)
            return _Windows(reader, evidence=evidence).read(asked)


def _every_theme(reader: Reader) -> tuple[Key, ...]:
    return tuple(column.theme for theme in columns(reader, None) for column in theme.columns)


def _skeleton(reader: Reader, wanted: Wanted) -> ChartSkeleton:
    themes, lines = columns(reader, wanted.themes), rows(reader, wanted)
    made = _Skeletons(reader, themes, lines, whole=wanted.cases is None)
    return ChartSkeleton(
        history.newest(reader.connection),
        lines.header,
        lines.group,
        lines.waves,
        lines.rows,
        themes,
        made.cells(),
        in_time=lines.in_time,
        absences=lines.absences,
    )


class _Skeletons:
    """Puts the cells of a skeleton in the order of its rows and columns. A place: row × number of columns + column.

    whole: whether the rows are of all cases; where they are of some, no other's cells are read.
    """

    def __init__(self, reader: Reader, themes: Sequence[ChartTheme], lines: Rows, *, whole: bool) -> None:
        self._reader = reader
        self._cases = None if whole else tuple(sorted({row.case for row in lines.rows}))
        self._themes, self._waves = themes, lines.waves
        self._columns = [column.theme for theme in themes for column in theme.columns]
        self._rows = {(row.case, row.wave): at * len(self._columns) for at, row in enumerate(lines.rows)}

    def cells(self) -> SkeletonCells:
        """All cells that are written in, marked or indexed."""
        filled, indexed = dict(self._filled()), self._indexed()
        uncharted = (0, _STATE_AT[CellState.UNCHARTED], 0, 0, 0, "")
        places = sorted({*filled, *indexed})
        rev, state, blank, said, stale, words = turned([filled.get(place, uncharted) for place in places], 6)
        wide = max(len(self._columns), 1)
        in_row = Counter(place // wide for place in places)
        return SkeletonCells(
            (0, *accumulate(in_row[row] for row in range(len(self._rows)))),
            tuple(place % wide for place in places),
            rev,
            state,
            blank,
            said,
            tuple(indexed.get(place, 0) for place in places),
            stale,
            words,
        )

    def _filled(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        chart = main_chart(self._reader).k
        doubtful = queries.doubtful_evidence(self._reader.connection, chart)
        staleness = Staleness(self._reader, doubtful)
        rests = {row[14:17] for row in doubtful if staleness.of_evidence(row) is not None}
        for at, theme in enumerate(self._columns):
            newest = staleness.newest(theme)
            for row in queries.beginnings(self._reader.connection, OneTheme(chart, theme, self._cases)):
                line = self._rows.get(row[:2])
                if line is None:
                    continue
                _, _, _, rev, state, blank, confirmed, said, words = row
                stale = int(newest > confirmed or row[:3] in rests)
                begins = "" if words is None else first_words(words)
                yield line + at, (rev, _STATE_AT[state], _BLANK_AT[blank], said, stale, begins)

    def _indexed(self) -> dict[int, int]:
        column_of = column_of_theme(self._reader, self._themes)
        place_of = {theme: at for at, theme in enumerate(self._columns)}
        found: dict[int, int] = {}
        for case, wave, theme, count in queries.indexed(self._reader.connection, adopted_round(self._reader).k):
            line = self._rows.get((case, wave if self._waves else NO_KEY))
            column = column_of.get(theme)
            if line is not None and column is not None:
                place = line + place_of[column]
                found[place] = found.get(place, 0) + count
        return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """Columns, and of them all rows (None) or these, or no more than these places."""

    columns: tuple[Key, ...]
    rows: frozenset[tuple[Key, Key]] | None
    spots: frozenset[Spot] | None = None

    def cases(self) -> tuple[Key, ...] | None:
        """The cases of the rows."""
        return None if self.rows is None else tuple(sorted({case for case, _ in self.rows}))

    def within(self, found: list[Row]) -> list[Row]:
        """The cells (case, wave, theme, …) that were asked for."""
        if self.spots is not None:
            return [row for row in found if row[:3] in self.spots]
        return found if self.rows is None else [row for row in found if row[:2] in self.rows]


@dataclass(slots=True)
class _Read:
    """The rows of a window, in its order. in_cell, on: statements of each cell, evidence of each statement."""

    cells: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    evidence: list[Row] = field(default_factory=list)
    in_cell: list[int] = field(default_factory=list)
    on: list[int] = field(default_factory=list)


class _Windows:
    """Reads windows. evidence: whether they carry each piece of evidence."""

    def __init__(self, reader: Reader, *, evidence: bool) -> None:
        self._reader = reader
        self._evidence = evidence

    def read(self, asked: _Asked) -> ChartWindow:
        """The full cells of what was asked for."""
        read = self._rows(asked)
        staleness = Staleness(self._reader, read.evidence)
        why = staleness.of_all(read.evidence)
        first = (0, *accumulate(read.on))
        of_statement = _gathered(why, first)
        statements = self._statements(read, of_statement, first)
        return ChartWindow(
            history.newest(self._reader.connection),
            _cells(read, staleness, of_statement),
            statements,
            _evidence(read.evidence, why) if self._evidence else None,
        )

    def _rows(self, asked: _Asked) -> _Read:
        read, cases, chart = _Read(), asked.cases(), main_chart(self._reader).k
        for theme in asked.columns:
            column = OneTheme(chart, theme, cases)
            cells = asked.within(queries.cells(self._reader.connection, column))
            if not cells:
                continue
            lines = queries.statements(self._reader.connection, column)
            rests = queries.evidence(self._reader.connection, column)
            said, there = Counter(map(_ROW_OF, lines)), set(map(_ROW_OF, cells))
            if not said.keys() <= there:
                lines = [row for row in lines if row[:2] in there]
                kept = {row[2] for row in lines}
                rests = [row for row in rests if row[0] in kept]
            on = Counter(map(_STATEMENT_OF, rests))
            read.cells += cells
            read.statements += lines
            read.evidence += rests
            read.in_cell += [said[row[:2]] for row in cells]
            read.on += [on[row[2]] for row in lines]
        return read

    def _statements(self, read: _Read, stale: list[tuple[Stale, ...]], first: tuple[int, ...]) -> StatementColumns:
        _, _, k, rev, pos, layer, text, origin, pending = turned(read.statements, 9)
        names = names_of_themes(self._reader) if any(origin) else {}
        return StatementColumns(
            k,
            rev,
            pos,
            tuple(map(_LAYERS.__getitem__, layer)),
            text,
            tuple("" if each is None else names.get(each, "") for each in origin),
            tuple(() if each == "[]" else tuple(json.loads(each)) for each in pending),
            tuple(read.on),
            _stars(read.evidence, first),
            tuple(stale),
            first if self._evidence else (),
        )


def _cells(read: _Read, staleness: Staleness, of_statement: list[tuple[Stale, ...]]) -> CellColumns:
    case, wave, theme, rev, state, blank, confirmed = turned(read.cells, 7)
    first = (0, *accumulate(read.in_cell))
    stale = staleness.of_cells(theme, confirmed, of_statement, first)
    return CellColumns(
        case,
        wave,
        theme,
        rev,
        tuple(map(_STATES.__getitem__, state)),
        tuple(map(_BLANKS.__getitem__, blank)),
        stale,
        first,
    )


def _evidence(rows: list[Row], why: list[Stale | None]) -> EvidenceColumns:
    _, k, source, version, start, end, coding, chart, case, wave, theme, star, _, _ = turned(rows, 14)
    spots = zip(chart, case, wave, theme, strict=True)
    cell = tuple(None if of is None else (a, b, c) for of, a, b, c in spots) if any(chart) else (None,) * len(rows)
    return EvidenceColumns(k, source, version, start, end, coding, cell, star, tuple(why))


def _stars(evidence: list[Row], first: tuple[int, ...]) -> tuple[int, ...]:
    """How many pieces of each statement's evidence are quotations to use."""
    star = [row[11] for row in evidence]
    if not any(star):
        return (0,) * (len(first) - 1)
    return tuple(sum(star[start:end]) for start, end in pairwise(first))


def _gathered(why: list[Stale | None], first: tuple[int, ...]) -> list[tuple[Stale, ...]]:
    """For each statement the reasons of its evidence, in the order of `Stale`."""
    if not any(why):
        return [()] * (len(first) - 1)
    found = [{*why[start:end]} for start, end in pairwise(first)]
    return [tuple(reason for reason in Stale if reason in reasons) if reasons else () for reasons in found]
