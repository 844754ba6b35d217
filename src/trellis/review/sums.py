"""Which numbers of a list of numbers are sums of others: totals and subtotals, by their labels and by what fits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|all\b|sum\b|overall\b|n$|everyone\b|together\b", re.IGNORECASE)
"""How the label of a total begins."""
_PART = re.compile(
    r"[-–—•·(\[>↳\s]*(?:(?:some )?of (?:which|whom|these|those|them)\b|includ(?:ing|es)\b|incl\.|thereof\b"
    r"|among (?:which|whom|these|them)\b|within (?:these|those|them)\b)"
    r"|[–—•·↳>-]\s|[(\[].*[)\]]\s*$",
    re.IGNORECASE,
)


def is_part(label: str) -> bool:
    """Whether a row's label says that it is part of the row before it: "of whom …", "including …", "– …", "(…)"."""
    return _PART.match(label) is not None


_MOST_TRIED = 40
Numbers = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Unequal:
    """A number that should be a sum and is not. row, at: its place; adds: what its parts come to; said: the number."""

    row: int
    at: int
    adds: int
    said: int


def unequal(labels: Sequence[str], rows: Sequence[Numbers]) -> Iterator[Unequal]:
    """The totals among rows that are not the sum of what they can be the sum of.

    labels: one for each row. rows: of one length, None where a number is not told. A total may be of everything above
    it, of what stands since the total before it, or of the totals so far and what follows the last one; rows that are
    themselves the sum of their neighbours are no parts. The reading under which most of its numbers fit counts; where
    none of several fits, and other totals stand in the list, the row is taken for something else than a sum.
    """
    totals = [n for n, label in enumerate(labels) if n and TOTAL.match(label.strip())]
    for at in totals:
        marked = frozenset(n for n in range(1, at) if is_part(labels[n]))
        readings = [_against(rows, at, parts) for parts in _readings(rows, totals, at, marked) if len(parts) > 1]
        if not readings:
            continue
        asked, wrong = min(readings, key=lambda found: (len(found[1]), -found[0]))
        if wrong and (_fits_without_some(rows, totals, at) or _sums_up_last(rows, at)):
            continue
        if len(wrong) < asked or len(totals) == 1:
            yield from wrong


def _readings(rows: Sequence[Numbers], totals: Sequence[int], at: int, marked: frozenset[int]) -> Iterator[list[int]]:
    """What a total can be the sum of, as places of rows; marked: rows that are part of others by their labels."""
    before = [n for n in totals if n < at]
    last = before[-1] if before else -1
    leaves = [n for n in range(at) if n not in before]
    yield [n for n in leaves if n not in _inside(rows, at)]
    yield leaves
    yield [n for n in leaves if n > last]
    yield [*before, *(n for n in leaves if n > last)]
    yield [n for n in leaves if _run(rows, n, at) is None]
    if marked:
        yield [n for n in leaves if n not in marked]
        yield [n for n in leaves if n > last and n not in marked]


def _sums_up_last(rows: Sequence[Numbers], at: int) -> bool:
    """Whether a total is the sum, in every column that tells it, of some rows right above it ("all seen twice")."""
    for first in range(at - 2, -1, -1):
        asked, wrong = _against(rows, at, range(first, at))
        if asked > 1 and not wrong:
            return True
    return False


def _fits_without_some(rows: Sequence[Numbers], totals: Sequence[int], at: int) -> bool:
    """Whether every number of a total fits once one or two rows are left out that may be part of another row.

    A row may be where another one, that is kept, has as many or more in every column ("both times").
    """
    last = max((n for n in totals if n < at), default=-1)
    every = [n for n in range(at) if n not in totals]
    for leaves in (every, [n for n in every if n > last]):
        parts = [n for n in leaves if any(rows[n]) and _is_some_of_another(rows, leaves, n)]
        for some in (*combinations(parts, 1), *(combinations(parts, 2) if len(parts) <= _MOST_TRIED else ())):
            kept = [n for n in leaves if n not in some]
            asked, wrong = _against(rows, at, kept)
            if len(kept) > 1 and asked and not wrong and all(_is_some_of_another(rows, [*kept, n], n) for n in some):
                return True
    return False


def _against(rows: Sequence[Numbers], at: int, parts: Sequence[int]) -> tuple[int, list[Unequal]]:
    """How many numbers of a total could be asked about, and those that its parts do not come to."""
    asked, wrong = 0, []
    for place, said in enumerate(rows[at]):
        numbers = [rows[n][place] for n in parts]
        if said is None or None in numbers:
            continue
        asked += 1
        adds = sum(number or 0 for number in numbers)
        if adds != said:
            wrong.append(Unequal(at, place, adds, said))
    return asked, wrong


def _is_some_of_another(rows: Sequence[Numbers], leaves: Sequence[int], some: int) -> bool:
    """Whether another row has as many or more in every column, so that a row may count some of its own."""
    return any(
        other != some and all((a or 0) <= (b or 0) for a, b in zip(rows[some], rows[other], strict=True))
        for other in leaves
    )


def _run(rows: Sequence[Numbers], n: int, end: int) -> range | None:
    """Two or more rows right below a row, or right above it, of which it is the sum in every column."""
    if None in rows[n] or not any(rows[n]):
        return None
    below = (range(n + 1, stop) for stop in range(n + 3, end + 1))
    above = (range(start, n) for start in range(n - 2, -1, -1))
    for run in (*below, *above):
        if all(
            None not in (numbers := [rows[r][c] for r in run]) and sum(v or 0 for v in numbers) == total
            for c, total in enumerate(rows[n])
        ):
            return run
    return None


def _inside(rows: Sequence[Numbers], end: int) -> frozenset[int]:
    """The rows that a head right above them already sums up."""
    found: set[int] = set()
    for n in range(end):
        run = _run(rows, n, end) if n not in found else None
        if run is not None and run.start > n:
            found |= set(run)
    return frozenset(found)


def turned(rows: Sequence[Numbers]) -> list[tuple[int | None, ...]]:
    """The columns of a list of rows of one length."""
    return [tuple(column) for column in zip(*rows, strict=True)]
