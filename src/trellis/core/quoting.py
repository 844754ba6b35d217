"""Who may be quoted: consent to quote, looked up by participant and wave, and a chart without the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from trellis.core.case import Case, Extent, Link
from trellis.core.chart import Layer
from trellis.core.chart_view import CellView, ChartView, EvidenceView, StatementView
from trellis.core.consent import Consent, ConsentScope
from trellis.core.keys import NO_KEY, Key
from trellis.core.source import Source


class Permission:
    """Whether participants have agreed to one scope.

    Where the study has recorded nobody's answer for the scope, nothing is withheld. As soon as it has one, whoever
    has not said yes is taken to have said no. An answer for a wave counts before the one for all waves.
    """

    def __init__(self, consents: Iterable[Consent], scope: ConsentScope) -> None:
        self._answers = {(c.participant, c.wave): _holds(c) for c in consents if c.scope is scope}
        self.is_recorded = bool(self._answers)

    def given(self, participant: Key, wave: Key) -> bool:
        """Whether the participant agrees, in this wave (0: outside any)."""
        if not self.is_recorded:
            return True
        general = self._answers.get((participant, NO_KEY), False)
        return self._answers.get((participant, wave), general)


def _holds(consent: Consent) -> bool:
    return consent.given and consent.withdrawn_on is None


class Quoting:
    """Which rows and sources of a study hold words that may not be quoted."""

    def __init__(
        self, allowed: Permission, cases: Iterable[Case], sources: Iterable[Source], extents: Iterable[Extent]
    ) -> None:
        self._allowed = allowed
        self._participant = {case.k: case.participant for case in cases if case.participant is not None}
        waves = {source.k: source.wave or NO_KEY for source in sources}
        self._sources = {
            extent.source
            for extent in extents
            if extent.how is Link.SPEAKS and self._is_silent(extent.case, waves.get(extent.source, NO_KEY))
        }

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
