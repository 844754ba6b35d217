"""Rows and columns of the matrix: which cases in which waves, in which order, under which heads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from trellis.core.attribute import Attribute, AttributeType, Owner
from trellis.core.case import Attended, Case, Wave
from trellis.core.chart_view import ChartAbsence, ChartColumn, ChartRow, ChartTheme, ChartWave
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key
from trellis.core.numbering import numbered_themes
from trellis.core.study import Setting
from trellis.store.queries import chart as queries
from trellis.store.reader import Reader
from trellis.study.resolve import adopted_round, case_named, main_chart, one_named, theme_given, wave_named

HEADER_SETTING = "chart header"
"""Name of the setting that holds the attributes of row headers, a JSON list of names."""
DEFAULT_HEADERS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the matrix to read, in the words of the study; None: all.

    header: attributes printed beside a case's name. sort, group: attributes by which rows are sorted and grouped;
    without them rows stand in their saved order.
    """

    themes: Sequence[str] | None = None
    cases: Sequence[str] | None = None
    waves: Sequence[str] | None = None
    header: Sequence[str] | None = None
    sort: Sequence[str] = ()
    group: Sequence[str] = ()


def columns(reader: Reader, themes: Sequence[str] | None) -> tuple[ChartTheme, ...]:
    """The columns theme by theme: sub-themes, and whatever other theme holds cells or codings itself.

    themes: numbers or names; a main theme gives its whole chart, a sub-theme its column alone.
    """
    listed = numbered_themes(reader.all(Theme))
    used = queries.themes_in_use(reader.connection, main_chart(reader).k, adopted_round(reader).k)
    parents = {theme.parent for _, theme in listed}
    asked = None if themes is None else {theme_given(reader, name).k for name in themes}
    groups: list[ChartTheme] = []
    for number, main in listed:
        if main.parent is not None:
            continue
        below = [(n, t) for n, t in listed if n == number or n.startswith(f"{number}.")]
        fit = [
            ChartColumn(t.k, n, t.name, t.definition)
            for n, t in below
            if (n.count(".") == 1 or t.k in used or (t is main and t.k not in parents))
            and (asked is None or asked & _upwards(t.k, {u.k: u.parent for _, u in below}))
        ]
        if fit:
            groups.append(ChartTheme(main.k, number, main.name, tuple(fit)))
    return tuple(groups)


def _upwards(theme: Key, parents: dict[Key, Key | None]) -> set[Key]:
    found: set[Key] = set()
    here: Key | None = theme
    while here is not None:
        found.add(here)
        here = parents.get(here)
    return found


def column_of_theme(reader: Reader, themes: Sequence[ChartTheme]) -> dict[Key, Key]:
    """For each theme below a column, the column that it is charted in: itself, or the nearest above it."""
    own = {column.theme for theme in themes for column in theme.columns}
    every = {theme.k: theme.parent for theme in reader.all(Theme)}
    found: dict[Key, Key] = {}
    for k in every:
        here: Key | None = k
        while here is not None and here not in own:
            here = every.get(here)
        if here is not None:
            found[k] = here
    return found


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows with the names of what their heads and groups hold. waves: whether the study has waves.

    in_time: the waves; absences: what became of these cases in waves of which they have no row.
    """

    rows: tuple[ChartRow, ...]
    header: tuple[str, ...]
    group: tuple[str, ...]
    waves: bool
    in_time: tuple[ChartWave, ...]
    absences: tuple[ChartAbsence, ...]


def rows(reader: Reader, wanted: Wanted) -> Rows:
    """The rows: each case, in each wave in which it has sources or cells; in saved order, or sorted and grouped.

    The waves of a case stay beside each other: it is sorted by its value in the first of them. Only a grouping by
    something that has changed from wave to wave parts them.
    """
    cases = sorted(reader.all(Case), key=lambda case: (case.pos, case.k))
    if wanted.cases is not None:
        chosen = {case_named(reader, name).k for name in wanted.cases}
        cases = [case for case in cases if case.k in chosen]
    values = _Values(reader, wanted)
    waves = _waves(reader, wanted)
    has_waves = any(wave != NO_KEY for wave in waves.order)
    made = [
        ChartRow(
            case.k,
            case.name,
            case.kind,
            wave,
            waves.names.get(wave, ""),
            tuple(values.of(attribute, case.k, wave) for attribute in values.header),
            tuple(values.of(attribute, case.k, wave) for attribute in values.group),
        )
        for case in cases
        for wave in waves.of(case.k)
    ]
    first: dict[Key, Key] = {}
    for row in made:
        first.setdefault(row.case, row.wave)

    def rank(row: ChartRow) -> tuple[tuple[int, float, str], ...]:
        grouped = [values.rank(attribute, row.case, row.wave) for attribute in values.group]
        return (*grouped, *(values.rank(attribute, row.case, first[row.case]) for attribute in values.sort))

    made.sort(key=rank)
    names = tuple(a.name for a in values.header), tuple(a.name for a in values.group)
    in_time = tuple(ChartWave(wave, waves.names[wave]) for wave in waves.order if wave != NO_KEY)
    return Rows(tuple(made), *names, has_waves, in_time, _absences(reader, made))


def _absences(reader: Reader, made: Sequence[ChartRow]) -> tuple[ChartAbsence, ...]:
    there = {(row.case, row.wave) for row in made}
    cases = {row.case for row in made}
    said = sorted(reader.all(Attended), key=lambda one: (one.case, one.wave))
    return tuple(
        ChartAbsence(one.case, one.wave, one.status, one.reason)
        for one in said
        if one.case in cases and (one.case, one.wave) not in there
    )


@dataclass(frozen=True, slots=True)
class _Waves:
    order: tuple[Key, ...]
    names: dict[Key, str]
    by_case: dict[Key, set[Key]]
    chosen: frozenset[Key] | None

    def of(self, case: Key) -> list[Key]:
        """The waves of a case in time order; one row outside any wave where there is none."""
        here = self.by_case.get(case) or {NO_KEY}
        fit = [wave for wave in self.order if wave in here]
        return fit if self.chosen is None else [wave for wave in fit if wave in self.chosen]


def _waves(reader: Reader, wanted: Wanted) -> _Waves:
    known = sorted(reader.all(Wave), key=lambda wave: (wave.pos, wave.k))
    by_case: dict[Key, set[Key]] = {}
    for case, wave in queries.waves_of_cases(reader.connection, main_chart(reader).k):
        by_case.setdefault(case, set()).add(wave)
    chosen = None if wanted.waves is None else frozenset(wave_named(reader, name).k for name in wanted.waves)
    order = (NO_KEY, *(wave.k for wave in known))
    return _Waves(order, {wave.k: wave.name for wave in known}, by_case, chosen)


class _Values:
    """The values of the attributes that heads, groups and order need."""

    def __init__(self, reader: Reader, wanted: Wanted) -> None:
        known = sorted(reader.all(Attribute, of=Owner.CASE.value), key=lambda a: (a.pos, a.k))
        self.sort = _named(known, wanted.sort)
        self.group = _named(known, wanted.group)
        if wanted.header is None:
            # What the groups are called need not stand beside each row again.
            chosen = _named(known, _header_names(reader, known))
            self.header = [attribute for attribute in chosen if attribute not in self.group]
        else:
            self.header = _named(known, wanted.header)
        keys = sorted({a.k for a in (*self.header, *self.sort, *self.group)})
        self._values = queries.attribute_values(reader.connection, keys)

    def of(self, attribute: Attribute, case: Key, wave: Key) -> str:
        """The value in the wave, or the one that holds for all waves; "" if there is none."""
        held = self._values.get((attribute.k, case, wave))
        return held if held is not None else self._values.get((attribute.k, case, NO_KEY), "")

    def rank(self, attribute: Attribute, case: Key, wave: Key) -> tuple[int, float, str]:
        """What sorts values as a person would: levels in their order, numbers as numbers, none last."""
        value = self.of(attribute, case, wave)
        if not value:
            return 1, 0.0, ""
        if value in attribute.levels:
            return 0, float(attribute.levels.index(value)), ""
        if attribute.type in {AttributeType.WHOLE, AttributeType.DECIMAL}:
            return 0, float(value), ""
        return 0, 0.0, value.casefold()


def _named(known: list[Attribute], names: Sequence[str]) -> list[Attribute]:
    return [one_named(known, name, lambda a: a.name, "attribute") for name in names]


def header_names(reader: Reader) -> list[str]:
    """The attributes that stand beside a case's name in charts."""
    return _header_names(reader, sorted(reader.all(Attribute, of=Owner.CASE.value), key=lambda a: (a.pos, a.k)))


def _header_names(reader: Reader, known: list[Attribute]) -> list[str]:
    saved = reader.find(Setting, HEADER_SETTING)
    if saved is None:
        return [attribute.name for attribute in known[:DEFAULT_HEADERS]]
    there = {attribute.name for attribute in known}
    return [name for name in json.loads(saved.value) if name in there]
