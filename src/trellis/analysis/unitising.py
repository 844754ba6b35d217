"""Agreement on where units begin and end, and on what they are: the alpha family for unitising.

Each coder's units and the gaps between them cut a continuum of length L into pieces. What two coders' pieces share is
compared with what they would share if the pieces were put together at random. Gaps have no inner structure.
Several coders are taken pair by pair.

Source: Krippendorff, Mathet, Bouvry and Widlocher 2016.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from trellis.analysis.agreement import NOT_VARYING, Measured
from trellis.core.errors import Invalid

GAP = -1
"""The value of what lies between units."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of the continuum that a coder marked, half-open, and what as (a number from 0)."""

    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit or a gap of one coder."""

    value: int
    start: int
    end: int


def pieces(units: Sequence[Unit], length: int) -> list[Piece]:
    """A coder's units with the gaps between them, in order. Raises Invalid where units overlap or go past the end."""
    found: list[Piece] = []
    reached = 0
    for unit in sorted(units, key=lambda unit: (unit.start, unit.end)):
        if unit.start < reached or unit.end > length or unit.end <= unit.start:
            message = f"a coder's units must not overlap or leave 0–{length}: {unit.start}–{unit.end} does not fit"
            raise Invalid(message)
        if unit.start > reached:
            found.append(Piece(GAP, reached, unit.start))
        found.append(Piece(unit.value, unit.start, unit.end))
        reached = unit.end
    if reached < length:
        found.append(Piece(GAP, reached, length))
    return found


def u_alpha(coders: Sequence[Sequence[Unit]], length: int) -> Measured:
    """Agreement on boundaries and values together. coders: the units of each; two coders or more."""
    lines = [pieces(units, length) for units in coders]
    shared = _shared(lines)
    squares: dict[int, int] = {}
    for line in lines:
        for piece in line:
            size = piece.end - piece.start
            squares[piece.value] = squares.get(piece.value, 0) + (size if piece.value == GAP else size * size)
    return _measured(shared, squares)


def relevance_alpha(coders: Sequence[Sequence[Unit]], length: int) -> Measured:
    """Agreement on where units lie, whatever they are: all values count as one."""
    return u_alpha([[Unit(0, unit.start, unit.end) for unit in units] for units in coders], length)


Shared = dict[tuple[int, int], float]
"""By the values of one coder's piece and of the other's: how much they share, each pair of coders both ways round."""


def _shared(lines: Sequence[Sequence[Piece]]) -> Shared:
    found: Shared = {}
    for one, other in permutations(lines, 2):
        for mine, yours, size in _meetings(one, other):
            pair = (mine.value, yours.value)
            found[pair] = found.get(pair, 0.0) + size / (len(lines) - 1)
    return found


def _meetings(one: Sequence[Piece], other: Sequence[Piece]) -> list[tuple[Piece, Piece, int]]:
    """The pieces of two coders that share something, with how much; both in order and without holes."""
    found: list[tuple[Piece, Piece, int]] = []
    at = 0
    for mine in one:
        while at < len(other) and other[at].end <= mine.start:
            at += 1
        here = at
        while here < len(other) and other[here].start < mine.end:
            yours = other[here]
            found.append((mine, yours, min(mine.end, yours.end) - max(mine.start, yours.start)))
            here += 1
    return found


def _measured(shared: Shared, squares: Mapping[int, float]) -> Measured:
    """Disagreement seen and by chance, as shares of all that was compared."""
    total = sum(shared.values())
    rows: dict[int, float] = {}
    for (value, _), size in shared.items():
        rows[value] = rows.get(value, 0.0) + size
    if len(rows) < 2 or total <= 0:
        return NOT_VARYING
    seen = total - sum(size for (one, other), size in shared.items() if one == other)
    kept = total - sum(squares.values()) / total
    by_chance = sum(rows[value] * rows[value] - squares.get(value, 0) for value in rows) / kept
    return Measured(seen / total, (total - by_chance) / total)


@dataclass(frozen=True, slots=True)
class OnUnits:
    """A figure on what both marked. coverage: the share of the compared continuum that it rests on, 0 to 1."""

    measured: Measured
    coverage: float


def cu_alpha(coders: Sequence[Sequence[Unit]], length: int) -> OnUnits:
    """Agreement on what units are, where two coders marked something at all; boundaries do not count."""
    shared, squares, coverage = _on_units(coders, length)
    return OnUnits(_measured(shared, squares), coverage)


def ku_alpha(coders: Sequence[Sequence[Unit]], length: int, value: int) -> OnUnits:
    """Agreement on one value, where two coders marked something at all and one of them marked it as this."""
    shared, squares, _ = _on_units(coders, length)
    row = sum(size for (one, _), size in shared.items() if one == value)
    whole = sum(shared.values())
    kept = 0.0 if whole <= 0 else whole - sum(squares.values()) / whole
    total = sum(size for pair, size in shared.items())
    others = sum(size for (one, other), size in shared.items() if one == value and other != value)
    coverage = row / (len(coders) * length)
    if row <= 0 or kept <= 0:
        return OnUnits(NOT_VARYING, coverage)
    rows: dict[int, float] = {}
    for (one, _), size in shared.items():
        rows[one] = rows.get(one, 0.0) + size
    expected = (
        sum((rows[value] * size - (squares[value] if other == value else 0)) for other, size in rows.items()) / kept
    )
    alike = (rows[value] * rows[value] - squares[value]) / kept
    if expected <= alike or total <= 0:
        return OnUnits(NOT_VARYING, coverage)
    return OnUnits(Measured(others / row, (expected - alike) / expected), coverage)


def _on_units(coders: Sequence[Sequence[Unit]], length: int) -> tuple[Shared, dict[int, float], float]:
    """What coders share of each other's units, the squares of what can be compared of each unit, and the coverage."""
    lines = [pieces(units, length) for units in coders]
    shared = {pair: size for pair, size in _shared(lines).items() if GAP not in pair}
    squares: dict[int, float] = {}
    for one, other in permutations(lines, 2):
        marked: dict[Piece, int] = {}
        for mine, yours, size in _meetings(one, other):
            if GAP not in (mine.value, yours.value):
                marked[mine] = marked.get(mine, 0) + size
        for mine, size in marked.items():
            squares[mine.value] = squares.get(mine.value, 0.0) + size * size / (len(lines) - 1)
    return shared, squares, sum(shared.values()) / (len(lines) * length)
