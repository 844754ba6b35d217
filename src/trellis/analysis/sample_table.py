"""The sample table: how many people or interviews there are of each sort, ready to publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.analysis.table import Table, Value

NOT_RECORDED = "not recorded"
NEVER = "-"
TOTAL = "total"
_EVERYTHING = "all"
_NOTE = "“-”: does not occur in the sampling frame; 0: none taken part."


@dataclass(frozen=True, slots=True)
class Unit:
    """One person or interview that is counted; None where its value is not known."""

    row: str | None
    column: str | None = None
    sub: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What the table shows besides those who are there.

    rows, columns, subs: values in the order to print, also those that nobody has. never: pairs (row, column)
    that cannot occur. row_head: what the rows are. several columns only where `columns_head` is not "".
    """

    rows: Sequence[str]
    columns: Sequence[str] = ()
    subs: Sequence[str] = ()
    never: frozenset[tuple[str, str]] = frozenset()
    row_head: str = ""
    column_head: str = ""
    sub_head: str = ""
    total: bool = True


Counts = Counter[str]


def sample_table(units: Iterable[Unit], frame: Frame, title: str = "") -> Table:
    """Counts of units by row and column, with totals.

    A cell that the frame rules out is "-", one that is merely empty 0; should a ruled-out cell hold somebody
    after all, it shows the number and the note says so. Values that are not known get a row or column of their
    own at the end. With a second attribute each count is split as "11 + 2" in the order of `frame.subs`; a row
    whose units all have one value of it shows plain numbers.
    """
    cells, rows, columns = _counted(units, frame)
    subs = _with_unknown(frame.subs, {sub for counts in cells.values() for sub in counts})
    written = [(name, *_row(name, cells, columns, frame, subs)) for name in rows]
    if frame.total:
        whole: dict[tuple[str, str], Counts] = {}
        for (_, column), counts in cells.items():
            whole.setdefault((TOTAL, column), Counter()).update(counts)
        written.append((TOTAL, *_row(TOTAL, whole, columns, replace(frame, never=frozenset()), subs)))
    shown = columns if frame.column_head else ["n"]
    heads = (frame.row_head, *shown, *([TOTAL] if frame.total and frame.column_head else []))
    return Table(heads, tuple(written), title, _note(cells, frame, subs))


def _counted(units: Iterable[Unit], frame: Frame) -> tuple[dict[tuple[str, str], Counts], list[str], list[str]]:
    cells: dict[tuple[str, str], Counts] = {}
    met_rows: set[str] = set()
    met_columns: set[str] = set()
    for unit in units:
        row = unit.row or NOT_RECORDED
        column = (unit.column or NOT_RECORDED) if frame.column_head else _EVERYTHING
        sub = (unit.sub or NOT_RECORDED) if frame.sub_head else _EVERYTHING
        cells.setdefault((row, column), Counter())[sub] += 1
        met_rows.add(row)
        met_columns.add(column)
    columns = _with_unknown(frame.columns, met_columns) if frame.column_head else [_EVERYTHING]
    return cells, _with_unknown(frame.rows, met_rows), columns


def _with_unknown(known: Sequence[str], met: set[str]) -> list[str]:
    """The known values in their order, then others that were met, those not recorded last."""
    others = sorted(met - set(known) - {NOT_RECORDED})
    last = [NOT_RECORDED] if NOT_RECORDED in met and NOT_RECORDED not in known else []
    return [*known, *others, *last]


def _row(
    name: str, cells: dict[tuple[str, str], Counts], columns: list[str], frame: Frame, subs: list[str]
) -> list[Value]:
    here = [cells.get((name, column), Counter()) for column in columns]
    total: Counts = Counter()
    for counts in here:
        total.update(counts)
    split = [sub for sub in subs if total[sub]]
    values: list[Value] = [
        NEVER if not counts.total() and (name, column) in frame.never else _written(counts, split)
        for column, counts in zip(columns, here, strict=True)
    ]
    if frame.total and frame.column_head:
        values.append(_written(total, split))
    return values


def _written(counts: Counts, split: list[str]) -> Value:
    if len(split) < 2:
        return counts.total()
    return " + ".join(str(counts[sub]) for sub in split)


def _note(cells: dict[tuple[str, str], Counts], frame: Frame, subs: list[str]) -> str:
    said = [_NOTE] if frame.never else []
    present = [sub for sub in subs if any(counts[sub] for counts in cells.values())]
    if frame.sub_head and len(present) > 1:
        said.append(f"“+” parts {' + '.join(present)} ({frame.sub_head}).")
    against = sorted(f"{row} × {column}" for row, column in frame.never if cells.get((row, column)))
    if against:
        said.append(f"The frame rules out, and yet there are some in: {', '.join(against)}.")
    return " ".join(said)
