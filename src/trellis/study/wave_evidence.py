"""What a change between waves rests on of its own: words and cells, beside the two cells that it compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trellis.core.chart import CellPlace, Evidence, EvidenceFor, Side
from trellis.core.chart_rules import Stale
from trellis.core.errors import Invalid, NotFound
from trellis.core.keys import Key
from trellis.core.wave_change import WaveChange
from trellis.exchange.findings_parts import side_from
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.chart_given import Bearer, Given, Whole, evidence_for
from trellis.study.chart_writing import seen_now
from trellis.study.evidence_reading import Seen, read_evidence
from trellis.study.finding_writing import require_new
from trellis.study.wave_saying import change_at, change_said, print_of
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class ChangeRead:
    """What was said between two waves, with what it rests on of its own, and why it is to be looked at again."""

    change: WaveChange
    evidence: tuple[Seen, ...]
    stale: tuple[Stale, ...]


def read_change(reader: Reader, one: WaveChange, evidence: Sequence[Seen]) -> ChangeRead:
    """A change with its evidence as it is now. It is stale once a cell it compares or its own evidence changed."""
    prints = tuple(print_of(reader, one.row, wave, one.theme) for wave in (one.earlier, one.later))
    why = {piece.stale for piece in evidence}
    if prints != (one.seen_earlier, one.seen_later):
        why.add(Stale.CELL_CHANGED)
    return ChangeRead(one, tuple(evidence), tuple(reason for reason in Stale if reason in why))


def read_changes(reader: Reader) -> list[ChangeRead]:
    """All that was said between waves, in the order of keys."""
    listed = reader.all(WaveChange)
    evidence = read_evidence(reader, EvidenceFor.WAVE_CHANGE, [one.k for one in listed])
    return [read_change(reader, one, evidence.get(one.k, ())) for one in listed]


def change_evidence(change: Change, said: WaveChange, given: Given, side: Side) -> Evidence:
    """The record of words or of a cell that a change is said to rest on.

    Raises NotFound, Ambiguous, QuoteNotFound, Invalid.
    """
    if isinstance(given, Whole):
        message = "a change between waves rests on segments or on cells; say which"
        raise Invalid(message)
    record = evidence_for(change, Bearer(EvidenceFor.WAVE_CHANGE, said.k, side, theme=said.theme), given)
    if record.chart is not None and record.row is not None and record.theme is not None:
        place = CellPlace(record.chart, record.row, record.wave or 0, record.theme)
        if place in {CellPlace(said.chart, said.row, wave, said.theme) for wave in (said.earlier, said.later)}:
            message = "a change rests on the two cells that it compares already; give other words or another cell"
            raise Invalid(message)
    return record


def unsay_change(change: Change, said: WaveChange) -> None:
    """Takes back what was said, with what it rests on of its own."""
    change.delete(*change.all(Evidence, for_kind=EvidenceFor.WAVE_CHANGE.value, for_k=said.k))
    change.delete(said)


class WaveEvidence:
    """The calls on what changes between waves rest on."""

    _work: Work

    def change_at(
        self, case: str, theme: str, *, earlier: str | None = None, later: str | None = None
    ) -> ChangeRead | None:
        """What was said of a theme for a case, with what it rests on of its own; None for nothing.

        From the first wave to the last unless others are named. Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.read() as reader:
            said = change_at(reader, case, theme, waves=(earlier, later))
            if said is None:
                return None
            evidence = read_evidence(reader, EvidenceFor.WAVE_CHANGE, [said.k])
            return read_change(reader, said, evidence.get(said.k, ()))

    def link(
        self,
        case: str,
        theme: str,
        evidence: Given,
        *,
        side: Side | str = Side.FOR,
        earlier: str | None = None,
        later: str | None = None,
    ) -> Key:
        """Adds words or a cell to what a change rests on, beside its two cells, and returns the key of the link.

        side: for, against or qualifies. Raises NotFound, Ambiguous, QuoteNotFound, Invalid.
        """
        with self._work.change("wave.link") as change:
            said = change_said(change, case, theme, waves=(earlier, later))
            record = change_evidence(change, said, evidence, side_from(str(side).strip()))
            require_new(change, record)
            change.insert(record)
            return record.k

    def turn(self, evidence: Key, side: Side | str) -> None:
        """Lets evidence of a change point another way: for, against or qualifies. Raises NotFound, Invalid."""
        with self._work.change("wave.turn") as change:
            before = _evidence(change, evidence)
            change.update(before, replace(before, side=side_from(str(side).strip())))

    def unlink(self, evidence: Key) -> None:
        """Takes a piece of evidence away from a change. Raises NotFound."""
        with self._work.change("wave.unlink") as change:
            change.delete(_evidence(change, evidence))

    def confirm(self, case: str, theme: str, *, earlier: str | None = None, later: str | None = None) -> None:
        """Says that a change still holds on both cells and its evidence as they are now.

        Raises NotFound, Ambiguous, Invalid.
        """
        with self._work.change("wave.confirm") as change:
            said = change_said(change, case, theme, waves=(earlier, later))
            resting = change.all(Evidence, for_kind=EvidenceFor.WAVE_CHANGE.value, for_k=said.k)
            change.update_all((one, replace(one, seen=seen_now(change, one))) for one in resting)
            one, other = (print_of(change, said.row, wave, said.theme) for wave in (said.earlier, said.later))
            change.update(said, replace(said, seen_earlier=one, seen_later=other))


def _evidence(reader: Reader, k: Key) -> Evidence:
    found = reader.find(Evidence, k)
    if found is None or found.for_kind is not EvidenceFor.WAVE_CHANGE:
        message = f"no change between waves has evidence number {k}; the list of its evidence shows the numbers"
        raise NotFound(message)
    return found
