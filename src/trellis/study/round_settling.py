"""Settling the disagreements of a round, one by one or as a list that a meeting filled in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from trellis.core.disagreement import TOLERANCE, Outcome, Settlement, Standing
from trellis.study.blindness import require_unblinded
from trellis.study.comparing import compare
from trellis.study.index_carrying import Carried
from trellis.study.resolve import round_named
from trellis.study.settling import (
    ITEM,
    disagreement_meant,
    outcome_given,
    reader_adopted,
    reason_given,
    source_of_item,
    write_settlement,
)
from trellis.study.settling_list import ListSettled, settle_rows
from trellis.study.sheet import sheet_in
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class SettledOne:
    """A disagreement that was settled: its item, what was decided, and what that did to the index.

    waiting: how many others of the round wait; None where only its source was looked at.
    """

    item: str
    outcome: Outcome
    adopted: str
    carried: Carried
    waiting: int | None


class Settling:
    """The calls that settle disagreements."""

    _work: Work

    def settle(
        self,
        round: str,
        which: int | str,
        outcome: Outcome | str,
        reason: str,
        *,
        adopt: str | None = None,
        tolerance: int = TOLERANCE,
    ) -> SettledOne:
        """Keeps how a disagreement was settled, and why; the adopted index follows in the same change.

        which: its number in `disagreements`, or its `item`, which names it by a coding. adopt: whose reading, with the
        outcome "one reading adopted": then what that coder chose stands in the index and the rest leaves it; with
        "both stand" all of it stands there; the other outcomes leave the index as it is. Settling again replaces.
        tolerance: that of the list. By its item it is found without comparing the whole round.
        Raises NotFound, Invalid, NotAllowed.
        """
        with self._work.change("round.settle") as change:
            chosen = round_named(change, round)
            require_unblinded(chosen, "disagreements")
            only = source_of_item(change, which)
            compared = compare(change, chosen, tolerance, only=only)
            found = disagreement_meant(compared, which)
            given = outcome_given(outcome)
            adopted = reader_adopted(change, found, given, adopt)
            settlement = Settlement(
                chosen.k,
                found.about,
                0,
                found.source.k,
                given,
                adopted,
                reason_given(reason),
                change.person,
                change.at,
            )
            carried = write_settlement(change, found, settlement)
            waiting = sum(1 for one in compared.found if one.standing is not Standing.SETTLED and one is not found)
            return SettledOne(f"{ITEM}{found.about}", given, adopt or "", carried, waiting if only is None else None)

    def settle_list(
        self, round: str, path: str | Path, *, tolerance: int = TOLERANCE, dry_run: bool = False
    ) -> ListSettled:
        """Settles what a meeting wrote into the list that `write_disagreements` made (.csv or .xlsx), in one change.

        Columns: item, outcome ("Ana adopted", "both stand", "definition changed", "deferred"; empty leaves it), and
        reason. Rows that cannot be settled are listed and left. dry_run: only tells.
        Raises NotFound, Unreadable, BadTable, NotAllowed while the round is blind and open.
        """
        rows = sheet_in(Path(path)).records("item", "outcome", "reason")
        with (self._work.rehearsal if dry_run else self._work.change)("round.settle") as change:
            chosen = round_named(change, round)
            require_unblinded(chosen, "disagreements")
            return settle_rows(change, compare(change, chosen, tolerance), rows)
