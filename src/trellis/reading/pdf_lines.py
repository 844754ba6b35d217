"""Characters on a page into lines in reading order: two columns one after the other, and paragraphs by their gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Two words of a justified line are rarely further apart than this many letter heights; columns are.
GAP_IN_HEIGHTS = 1.6

# Where a column gap is looked for, as a share of the page's width, and the steps of the search in points.
_FROM, _TO, _STEP = 0.3, 0.7, 2.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters on one line; its box in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> float:
        """Height of its middle above the foot of the page."""
        return (self.bottom + self.top) / 2


Line = list[Piece]


def paragraphs(pieces: Iterable[Piece], width: float) -> list[str]:
    """The paragraphs of a page in reading order, lines as printed; pieces far apart on a line are parted by a tab."""
    shown = [piece for piece in pieces if piece.text.strip()]
    made: list[str] = []
    for flow in _flows(shown, width):
        made.extend(_paragraphs_of(_lines(flow)))
    return made


def _flows(pieces: list[Piece], width: float) -> list[list[Piece]]:
    """Stretches of the page that are read from top to bottom, in their order."""
    gap = _column_gap(pieces, width)
    if gap is None:
        return [pieces]
    across = sorted((piece for piece in pieces if piece.left < gap < piece.right), key=lambda piece: -piece.middle)
    flows: list[list[Piece]] = []
    rest = [piece for piece in pieces if not piece.left < gap < piece.right]
    for title in across:
        above = [piece for piece in rest if piece.middle > title.middle]
        rest = [piece for piece in rest if piece.middle <= title.middle]
        if any(_sides(above, gap)) or not flows:
            flows.extend([*_sides(above, gap), []])
        flows[-1].append(title)
    return [flow for flow in [*flows, *_sides(rest, gap)] if flow]


def _sides(pieces: list[Piece], gap: float) -> list[list[Piece]]:
    return [[piece for piece in pieces if piece.right <= gap], [piece for piece in pieces if piece.left >= gap]]


def _column_gap(pieces: list[Piece], width: float) -> float | None:
    """Where the gap between two columns of prose is, None for one column or a table with a narrow side."""
    if len(pieces) < 10 or width <= 0:
        return None
    best: tuple[int, float, float] | None = None
    x = width * _FROM
    while x < width * _TO:
        crossing = sum(piece.left < x < piece.right for piece in pieces)
        if best is None or (crossing, abs(x - width / 2)) < best[:2]:
            best = (crossing, abs(x - width / 2), x)
        x += _STEP
    if best is None or best[0] > len(pieces) * 0.3:
        return None
    left, right = _sides(pieces, best[2])
    return best[2] if _are_columns(left, right, width) else None


def _are_columns(left: list[Piece], right: list[Piece], width: float) -> bool:
    if min(len(left), len(right)) < 4:
        return False
    if min(median(piece.right - piece.left for piece in side) for side in (left, right)) < width * 0.18:
        return False
    lowest, highest = min(piece.middle for piece in left), max(piece.middle for piece in left)
    beside = sum(lowest - 5 <= piece.middle <= highest + 5 for piece in right)
    return beside * 2 >= len(right)


def _lines(pieces: list[Piece]) -> list[Line]:
    """Pieces at one height as a line, from left to right; lines from top to bottom."""
    lines: list[Line] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        last = lines[-1][0] if lines else None
        if last is not None and abs(last.middle - piece.middle) < 0.5 * max(last.top - last.bottom, 4.0):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _paragraphs_of(lines: list[Line]) -> list[str]:
    if not lines:
        return []
    steps = [above[0].middle - below[0].middle for above, below in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    edge = min(line[0].left for line in lines)
    made = [[_written(lines[0])]]
    for (above, line), step in zip(pairwise(lines), steps, strict=True):
        height = line[0].top - line[0].bottom
        indented = line[0].left > edge + height and above[0].left <= edge + height / 2 and len(line) == 1
        if step > usual * 1.35 + 1 or (indented and line[0].left < edge + 5 * height):
            made.append([])
        made[-1].append(_written(line))
    return ["\n".join(paragraph) for paragraph in made]


def _written(line: Line) -> str:
    return "\t".join(piece.text.strip() for piece in line)
