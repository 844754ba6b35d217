"""Who may be quoted: a chart without the words of those who have not agreed."""

from __future__ import annotations

from dataclasses import replace

from trellis.core.chart import Layer
from trellis.core.chart_view import CellView, ChartView, EvidenceView, StatementView
from trellis.core.keys import Key
from trellis.core.permission import Permission, Spoken


class Quoting:
    """Which rows and sources of a study hold words that may not be quoted."""

    def __init__(self, allowed: Permission, spoken: Spoken) -> None:
        self._allowed = allowed
        self._participant = {case.k: case.participant for case in spoken.cases if case.participant is not None}
        self._sources = spoken.withheld(allowed)

    def _is_silent(self, case: Key, wave: Key) -> bool:
        participant = self._participant.get(case)
        return participant is not None and not self._allowed.given(participant, wave)

    def of(self, view: ChartView) -> tuple[ChartView, int]:
        """The chart without verbatim statements and quotations that may not be shown, and how many those were.

        A source that several people share is withheld as soon as one of them may not be quoted.
        """
        withheld = 0
        cells = {}
        for spot, cell in view.cells.items():
            silent = self._is_silent(spot[0], spot[1])
            cells[spot], fewer = self._cell(cell, silent=silent)
            withheld += fewer
        return replace(view, cells=cells), withheld

    def _cell(self, cell: CellView, *, silent: bool) -> tuple[CellView, int]:
        kept = [s for s in cell.statements if not (s.layer is Layer.VERBATIM and self._withholds(s, silent=silent))]
        hushed = [replace(s, evidence=tuple(self._unquoted(e) for e in s.evidence)) for s in kept]
        stars = sum(e.star for s in kept for e in s.evidence) - sum(e.star for s in hushed for e in s.evidence)
        return replace(cell, statements=tuple(hushed)), len(cell.statements) - len(kept) + stars

    def _withholds(self, statement: StatementView, *, silent: bool) -> bool:
        return silent or any(e.source in self._sources for e in statement.evidence)

    def _unquoted(self, evidence: EvidenceView) -> EvidenceView:
        return replace(evidence, star=False, words="") if evidence.source in self._sources else evidence
