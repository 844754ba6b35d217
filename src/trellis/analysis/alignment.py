"""The runs that two sequences of whole numbers share, in order, in bounded memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

Whole = npt.NDArray[np.int64]

LARGEST_BLOCK = 4_000 * 4_000
"""Pairs of elements that are compared at once; the comparison takes a bit for each, and its backtracking as much."""

GRAMS = (8, 4, 2, 1)
"""Lengths of the stretches that stand once in either sequence, at which larger blocks are cut; longest first."""


class Run(NamedTuple):
    """`length` elements that stand from `one` on in the first sequence and from `other` on in the second."""

    one: int
    other: int
    length: int


class _Box(NamedTuple):
    """A stretch of the first sequence (from, to) and the stretch of the second that it is compared with."""

    one: int
    one_end: int
    other: int
    other_end: int

    @property
    def pairs(self) -> int:
        return (self.one_end - self.one) * (self.other_end - self.other)


def aligned(one: Whole, other: Whole) -> list[Run]:
    """The runs of a longest common subsequence, rising in both, none touching the next.

    Sequences beyond `LARGEST_BLOCK` pairs are first cut where a stretch stands once in either of them, or in the
    middle where there is none; what is found then is common and in order, and may be less than the longest.
    """
    found: list[Run] = []
    waiting: list[_Box | Run] = [_Box(0, len(one), 0, len(other))]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, Run):
            found.append(piece)
        else:
            waiting.extend(reversed(_taken_apart(one, other, piece)))
    return joined(found)


def joined(runs: list[Run]) -> list[Run]:
    """The runs, in order, with those that touch in both sequences made one."""
    whole: list[Run] = []
    for run in runs:
        last = whole[-1] if whole else Run(-1, -1, 0)
        if (last.one + last.length, last.other + last.length) == (run.one, run.other):
            whole[-1] = Run(last.one, last.other, last.length + run.length)
        else:
            whole.append(run)
    return whole


def _taken_apart(one: Whole, other: Whole, box: _Box) -> list[_Box | Run]:
    """The box as runs and smaller boxes, in order; boxes without pairs are left out."""
    if not box.pairs:
        return []
    head = _common(one[box.one : box.one_end], other[box.other : box.other_end])
    inner = _Box(box.one + head, box.one_end, box.other + head, box.other_end)
    tail = _common(one[inner.one : inner.one_end][::-1], other[inner.other : inner.other_end][::-1])
    inner = inner._replace(one_end=inner.one_end - tail, other_end=inner.other_end - tail)
    pieces: list[_Box | Run] = []
    if head:
        pieces.append(Run(box.one, box.other, head))
    if inner.pairs > LARGEST_BLOCK:
        pieces += _cut(one, other, inner)
    elif inner.pairs:
        pieces += _compared(one, other, inner)
    if tail:
        pieces.append(Run(inner.one_end, inner.other_end, tail))
    return pieces


def _common(one: Whole, other: Whole) -> int:
    """How many elements the two begin with in common."""
    length = min(len(one), len(other))
    differing = np.flatnonzero(one[:length] != other[:length])
    return int(differing[0]) if len(differing) else length


def _compared(one: Whole, other: Whole, box: _Box) -> Iterator[Run]:
    left, right = one[box.one : box.one_end].tolist(), other[box.other : box.other_end].tolist()
    for step in Indel.opcodes(left, right):
        if step.tag == "equal":
            yield Run(box.one + step.src_start, box.other + step.dest_start, step.src_end - step.src_start)


def _cut(one: Whole, other: Whole, box: _Box) -> list[_Box | Run]:
    """The box cut at stretches that stand once in either sequence, or in the middle of both."""
    left, right = one[box.one : box.one_end], other[box.other : box.other_end]
    for size in GRAMS:
        anchors = _anchors(left, right, size)
        if anchors:
            break
    else:
        middle, other_middle = (box.one + box.one_end) // 2, (box.other + box.other_end) // 2
        return [
            _Box(box.one, middle, box.other, other_middle),
            _Box(middle, box.one_end, other_middle, box.other_end),
        ]
    pieces: list[_Box | Run] = []
    at, other_at = box.one, box.other
    for anchor in anchors:
        run = Run(anchor.one + box.one, anchor.other + box.other, anchor.length)
        pieces += (_Box(at, run.one, other_at, run.other), run)
        at, other_at = run.one + run.length, run.other + run.length
    return [*pieces, _Box(at, box.one_end, other_at, box.other_end)]


def _anchors(one: Whole, other: Whole, size: int) -> list[Run]:
    """Stretches of `size` elements that stand once in either sequence: the most of them that are in order."""
    if min(len(one), len(other)) < size:
        return []
    grams = _grams(np.concatenate([one, other]), size)
    left, right = grams[: len(one) - size + 1], grams[len(one) : len(grams)]
    values, at, counts = np.unique(left, return_index=True, return_counts=True)
    other_values, other_at, other_counts = np.unique(right, return_index=True, return_counts=True)
    values, at = values[counts == 1], at[counts == 1]
    other_values, other_at = other_values[other_counts == 1], other_at[other_counts == 1]
    _, here, there = np.intersect1d(values, other_values, assume_unique=True, return_indices=True)
    places = sorted(zip(at[here].tolist(), other_at[there].tolist(), strict=True))
    chain = [places[n] for n in _rising([place[1] for place in places])]
    return _disjoint(chain, size)


def _grams(sequence: Whole, size: int) -> Whole:
    """A number for the stretch of `size` elements (a power of two) that begins at each place; equal ones are equal."""
    codes, width = np.unique(sequence, return_inverse=True)[1].astype(np.int64), 1
    while width < size:
        paired = codes[:-width] * (int(codes.max()) + 1) + codes[width:]
        codes, width = np.unique(paired, return_inverse=True)[1].astype(np.int64), width * 2
    return codes


def _disjoint(chain: list[tuple[int, int]], size: int) -> list[Run]:
    """The stretches of a chain as runs: overlapping ones of one diagonal are joined, others left out."""
    runs: list[Run] = []
    for at, other_at in chain:
        if not runs:
            runs.append(Run(at, other_at, size))
            continue
        last = runs[-1]
        if at >= last.one + last.length and other_at >= last.other + last.length:
            runs.append(Run(at, other_at, size))
        elif at - last.one == other_at - last.other:
            runs[-1] = Run(last.one, last.other, at - last.one + size)
    return runs


def _rising(values: list[int]) -> list[int]:
    """The places of a longest rising subsequence of different values."""
    tails: list[int] = []
    tail_places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(tail_places[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        tail_places[at : at + 1] = [place]
    chain: list[int] = []
    at = tail_places[-1] if tail_places else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
