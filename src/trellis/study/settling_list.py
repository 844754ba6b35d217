"""Settling what a meeting wrote into the list of disagreements. Shared steps on an open change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.disagreement import Outcome, Settlement, Standing
from trellis.core.errors import Invalid, NotFound, TrellisError
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.study.comparing import Found, RoundCompared
from trellis.study.resolve import folded
from trellis.study.settling import (
    disagreement_meant,
    outcome_given,
    reader_adopted,
    reason_given,
    write_settlement,
)

_ADOPTED = " adopted"


@dataclass(frozen=True, slots=True)
class ListSettled:
    """What became of a list. same: settled so already. left: rows without an outcome. refused: row and reason."""

    settled: int
    same: int
    left: int
    refused: tuple[tuple[int, str], ...]

    def table(self) -> Table:
        """The rows that were refused, with the reason."""
        return Table(("row", "reason"), self.refused, "Not settled")


def settle_rows(change: Change, compared: RoundCompared, rows: Iterable[tuple[int, dict[str, str]]]) -> ListSettled:
    """Settles each row that has an outcome. rows: number in the spreadsheet, values by head (item, outcome, reason)."""
    settled = same = left = 0
    refused: list[tuple[int, str]] = []
    for row, values in rows:
        if not values["outcome"]:
            left += 1
            continue
        try:
            new = _settle(change, compared, values)
        except TrellisError as refusal:
            refused.append((row, str(refusal)))
            continue
        settled, same = settled + new, same + (not new)
    return ListSettled(settled, same, left, tuple(refused))


def _settle(change: Change, compared: RoundCompared, values: dict[str, str]) -> bool:
    """Settles one; False if it is settled so already. Raises NotFound, Invalid."""
    outcome, whose = _outcome(values["outcome"])
    reason = reason_given(values["reason"])
    if _was_so(change, compared, values["item"], (outcome, whose, reason)):
        return False
    found = _meant(compared, values["item"])
    adopted = reader_adopted(change, found, outcome, whose)
    now = Settlement(
        compared.round.k, found.about, 0, found.source.k, outcome, adopted, reason, change.person, change.at
    )
    write_settlement(change, found, now)
    return True


def _outcome(words: str) -> tuple[Outcome, str | None]:
    """The outcome as the list writes it: "Ana adopted" adopts Ana's reading."""
    if folded(words).endswith(_ADOPTED):
        return Outcome.ADOPTED, words.strip()[: -len(_ADOPTED)].strip()
    return outcome_given(words), None


def _meant(compared: RoundCompared, item: str) -> Found:
    try:
        return disagreement_meant(compared, item)
    except (Invalid, NotFound) as error:
        message = f"its codings have changed since the list was written ({item}); write the list again"
        raise NotFound(message) from error


def _was_so(change: Change, compared: RoundCompared, item: str, said: tuple[Outcome, str | None, str]) -> bool:
    names = {person.k: person.name for person in change.all(Person)}
    standing = [one.settled for one in compared.found if one.standing is Standing.SETTLED and one.settled is not None]
    for one in (*standing, *(past.settled for past in compared.past)):
        there = one.settlement
        adopted = None if there.adopted is None else names[there.adopted]
        if f"coding:{there.about}" == item and (there.outcome, adopted, there.reason) == said:
            return True
    return False
