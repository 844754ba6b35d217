"""Typologies as tables: who stands where, the combinations, the types, the chart read by type."""

from __future__ import annotations

from trellis.core.chart_rules import is_data
from trellis.core.chart_view import ChartView
from trellis.core.keys import Key
from trellis.core.typology_rules import Unit, Why
from trellis.study.table import Table, Value
from trellis.study.typology_reading import TypologyNow


def _names(now: TypologyNow) -> dict[Key, str]:
    return {value.k: value.name for found in now.values.values() for value in found}


def placing_table(now: TypologyNow) -> Table:
    """Each case with its value on every dimension; what its elements speak for stands in brackets where it has none."""
    names = _names(now)
    rows: list[tuple[Value, ...]] = []
    for unit, name in now.units.items():
        rows.append(
            (name, *(_at(now, unit, tuple(value.k for value in found), names) for found in now.values.values()))
        )
    rows += [(name, *(f"set aside: {reason}" for _ in now.dimensions)) for name, reason, _ in now.aside.values()]
    waiting = len({one.unit for one in now.open})
    note = f"{waiting} of {len(now.units)} cases are not placed once on every dimension" if waiting else ""
    return Table(("case", *(one.name for one in now.dimensions)), tuple(rows), f"{now.typology.name}: cases", note)


def _at(now: TypologyNow, unit: Unit, values: tuple[Key, ...], names: dict[Key, str]) -> str | None:
    there = [names[k] for k in now.placed.get(unit, ()) if k in values]
    if there:
        return there[0] if len(there) == 1 else f"{' and '.join(there)} ({Why.TWICE})"
    said = [names[k] for k in now.ground.get(unit, ()) if k in values]
    return f"({' or '.join(said)}?)" if said else None


def combinations_table(now: TypologyNow) -> Table:
    """Every combination, occupied or empty, with its cases and its type."""
    names, types = _names(now), {one.k: one.name for one in now.types}
    rows: list[tuple[Value, ...]] = []
    for combination, units in now.crossing().combinations.items():
        called = [types[k] for k in now.types_at(combination)]
        said = " and ".join(called) + (" (two types)" if len(called) > 1 else "")
        cases = ", ".join(now.units[unit] for unit in units)
        rows.append((*(names[k] for k in combination), said or None, len(units), cases or "empty"))
    heads = (*(one.name for one in now.dimensions), "type", "cases", "which")
    return Table(heads, tuple(rows), f"{now.typology.name}: combinations")


def types_table(now: TypologyNow) -> Table:
    """The types with what they require and their cases; one with a single case is marked."""
    names = _names(now)
    inside = now.cases_of_types()
    rows = tuple(
        (
            one.name,
            "; ".join(
                f"{dimension.name}: {' or '.join(names[k] for k in now.admitted[one.k] if k in keys)}"
                for dimension, keys in ((each, {v.k for v in now.values[each.k]}) for each in now.dimensions)
                if keys & set(now.admitted[one.k])
            ),
            len(inside[one.k]),
            "one case only" if len(inside[one.k]) == 1 else None,
            one.description or None,
        )
        for one in now.types
    )
    return Table(("type", "requires", "cases", "mark", "description"), rows, f"{now.typology.name}: types")


def by_type_table(now: TypologyNow, view: ChartView) -> Table:
    """The cells of a view, grouped by the type of their case; cases of no type come last."""
    types = {unit: one.name for one in now.types for unit in now.cases_of_types()[one.k]}
    order = {one.name: at for at, one in enumerate(now.types)}
    known = [row for row in view.rows if (row.case, row.wave) in now.units]
    known.sort(key=lambda row: order.get(types.get((row.case, row.wave), ""), len(order)))
    rows: list[tuple[Value, ...]] = []
    for row in known:
        cells = [view.cell(row, column) for column in view.columns]
        said = [
            None
            if cell is None
            else " · ".join(one.text for one in cell.statements if is_data(one.layer)) or cell.blank
            for cell in cells
        ]
        unit = (row.case, row.wave)
        rows.append((types.get(unit), now.units[unit], *said))
    heads = ("type", "case", *(f"{column.number} {column.name}" for column in view.columns))
    return Table(heads, tuple(rows), f"{now.typology.name}: the chart by type")
