"""Whether the groups of one attribute in a table come to as many as those of the others: `sample-arithmetic`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.review import Level, Remark
from trellis.core.segment import Segment
from trellis.review.material import Material
from trellis.review.sums import TOTAL

_NUMBER = re.compile(r"(\d{1,4})(?:\s*\(\s*\d[\d.]*\s*%?\s*\))?")
_COUNTED = re.compile(r"\bn\b|\bno\.?|number|participants|people|interviews|count", re.IGNORECASE)
_FEWEST_BLOCKS = 3
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of one attribute: its name, and the number of each of its groups with where it stands."""

    name: str
    numbers: tuple[int, ...]
    cells: tuple[Segment, ...]


def blocks_summed(material: Material) -> Iterator[Remark]:
    """Blocks of a table of the sample that come to more or fewer people than most of its other blocks."""
    for passage in material.prose.manuscript.passages:
        if passage.kind is not PartKind.TABLE or len(passage.rows) < 2 * _FEWEST_BLOCKS:
            continue
        blocks = [block for block in _blocks(material, passage.rows) if len(block.numbers) > 1]
        sums = Counter(sum(block.numbers) for block in blocks)
        usual, times = sums.most_common(1)[0] if sums else (0, 0)
        if len(blocks) < _FEWEST_BLOCKS or times < _MOSTLY * len(blocks):
            continue
        for block in blocks:
            if sum(block.numbers) != usual:
                adds = " + ".join(str(n) for n in block.numbers)
                said = f"“{block.name}”: {adds} is {sum(block.numbers)}; the other groups of the table come to {usual}."
                spots = tuple(material.prose.spot(cell.start, cell.end) for cell in block.cells)
                yield Remark("sample-arithmetic", Level.SAY_WHY, said, spots, rank=6)


def _blocks(material: Material, rows: Sequence[Sequence[Segment]]) -> Iterator[_Block]:
    """The blocks of a table: rows under a name in the first column that goes on while it is blank, or under a head."""
    text = material.prose.manuscript.text
    words = [[" ".join(text[cell.start : cell.end].split()) for cell in row] for row in rows]
    column = next((n for n, head in enumerate(words[0]) if n and _COUNTED.search(head)), None)
    if column is None or any(len(row) != len(words[0]) for row in words):
        return
    name = ""
    numbers: list[int] = []
    cells: list[Segment] = []
    for row, line in zip(rows[1:], words[1:], strict=True):
        found = _NUMBER.fullmatch(line[column])
        is_head = found is None or (column > 1 and line[0])
        if is_head:
            yield _Block(name, tuple(numbers), tuple(cells))
            name, numbers, cells = line[0], [], []
        if found is not None and not TOTAL.match(line[column - 1]):
            numbers.append(int(found[1]))
            cells.append(row[column])
    yield _Block(name, tuple(numbers), tuple(cells))
