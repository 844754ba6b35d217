"""How far a chart is: what is indexed and not summarised, summarised and not evidenced, stale, or blank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trellis.core.chart_view import CellView, Spot
from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class IndexedSegment:
    """A coding of a case under a theme, as the chart sees it. start, end: code points of `version`."""

    coding: Key
    source: Key
    version: Key
    start: int
    end: int


def unsummarised(cell: CellView | None, codings: Iterable[IndexedSegment]) -> list[IndexedSegment]:
    """The codings that no statement of the cell rests on, in order.

    A statement rests on a coding if it names it, or words that overlap it; one that rests on the cell's segments
    as a whole rests on all of them. A cell that is blank for a reason leaves none.
    """
    if cell is None:
        return list(codings)
    evidence = [e for statement in cell.statements for e in statement.evidence]
    if cell.blank is not None or any(e.source is None and e.cell is None for e in evidence):
        return []
    named = {e.coding for e in evidence}
    stretches: dict[Key, list[tuple[int, int]]] = {}
    for e in evidence:
        if e.version is not None and e.start is not None and e.end is not None:
            stretches.setdefault(e.version, []).append((e.start, e.end))
    return [
        coding
        for coding in codings
        if coding.coding not in named
        and not any(start < coding.end and coding.start < end for start, end in stretches.get(coding.version, ()))
    ]


@dataclass(frozen=True, slots=True)
class CellProgress:
    """What is to do in one cell. indexed, open: codings, and those of them not yet summarised."""

    indexed: int
    open: int
    unevidenced: bool
    stale: bool

    @property
    def needs_work(self) -> bool:
        """Whether anything is to do."""
        return self.open > 0 or self.unevidenced or self.stale


def progress_of(cell: CellView | None, codings: list[IndexedSegment]) -> CellProgress:
    """What is to do in a cell, given the codings of its case under its theme."""
    open_codings = len(unsummarised(cell, codings))
    unevidenced = cell is not None and not cell.is_evidenced
    return CellProgress(len(codings), open_codings, unevidenced, cell is not None and bool(cell.stale))


def by_spot(
    rows: Iterable[tuple[Key, Key, Key, Key, Key, Key, int, int]], column_of: Mapping[Key, Key], *, waves: bool
) -> dict[Spot, list[IndexedSegment]]:
    """Codings (case, wave, theme, k, source, version, start, end) by the cell that they belong in.

    column_of: for each theme the column it is charted in; others are left out. waves: whether rows are told apart by
    wave; otherwise all waves of a case share its one row.
    """
    found: dict[Spot, list[IndexedSegment]] = {}
    for case, wave, theme, k, source, version, start, end in rows:
        column = column_of.get(theme)
        if column is not None:
            segment = IndexedSegment(k, source, version, start, end)
            found.setdefault((case, wave if waves else 0, column), []).append(segment)
    return found
