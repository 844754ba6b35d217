"""Whether the numbers of tables agree: `sample-arithmetic`, and `disclosure` where a hidden number comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trellis.core.document import PartKind
from trellis.core.manuscript import Passage
from trellis.core.review import Level, Remark, Spot
from trellis.core.segment import Segment
from trellis.review.attributions import Named
from trellis.review.counts import NUMBER, Grid, also_called, grids
from trellis.review.material import Material
from trellis.review.prose import SectionKind
from trellis.review.sums import TOTAL, Unequal, is_part, turned, unequal

_EVERYBODY = re.compile(
    r"(?:grand )?totals?|all|n|number|no\.?|count|participants|people|interviews|interviewees|everyone|sum",
    re.IGNORECASE,
)
_SHARED = re.compile(r"(\d{1,4})\s*\(\s*(\d{1,3}(?:\.\d+)?)\s*%?\s*\)")
_N = re.compile(r"\bn\s*=\s*(\d{1,4})", re.IGNORECASE)
_DASHES = frozenset({"-", "–", "—"})
_KEYED = re.compile(
    r"\b(?:dash(?:es)?|hyphens?|blanks?|empty cells?|zeros?|noughts?)\b|(?:^|\s)[-–—]\s*(?:=|:|means|denotes|indicates)"
    r"|\b0\s*(?:=|:|means|denotes|indicates)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:more than one|several|two or more|multiple|all that appl\w+|overlap\w*)\b[^.]{0,60}"
    r"\b(?:categor\w+|answers?|responses?|roles?|rows?|groups?|columns?|counted|named|given|ticked|times|100)\b"
    r"|\b(?:counted|appear\w*|listed|coded)\b[^.]{0,30}\b(?:more than once|twice|several times|in both|in several)\b"
    r"|\bnumbers do not add up\b|\bmore than the (?:total|number)\b|\bmultiple (?:answers|responses)\b",
    re.IGNORECASE,
)
"""How a note says that the rows of a table are not parts of a whole."""
_INTERVIEWS = re.compile(r"(?:all |total )?interviews", re.IGNORECASE)
_SPLIT = re.compile(rf"\([^)]*(?:{NUMBER.pattern})[^)]*,", re.IGNORECASE)
"""A label that joins groups and says how many of each: "Porters (two by day, four by night)"."""
_OF_A_ROUND = re.compile(
    r"\b(?:seen|interviewed|heard|met|lost|again|twice|once|only|both|baseline|referral|follow-?up"
    r"|(?:wave|round|phase|time) ?\w+|(?:first|second|third) (?:wave|round|interviews?))\b",
    re.IGNORECASE,
)
"""A label of those in one round, or of those who stayed or were lost."""
_FEWEST_SHARES = 3
_CLOSE = 0.7


def summed(material: Material) -> Iterator[Remark]:
    """Rows and columns of tables whose totals are not the sum of their parts; totals inside a table are no parts."""
    for grid in grids(material):
        if _may_overlap(material, grid):
            continue
        for found in unequal(grid.rows, grid.values):
            said = f"The column “{grid.columns[found.at]}” adds up to {found.adds}"
            said = f"{said}{_in_row(grid, found.row)}; the table says {found.said}."
            level = _level(material, found, [row[found.at] for row in grid.cells[: found.row]])
            yield _wrong(material, said, grid, (found.row, found.at), level)
        for found in unequal(grid.columns, turned(grid.values)):
            said = f"The row “{grid.rows[found.at]}” adds up to {found.adds}; the table says {found.said}."
            level = _level(material, found, grid.cells[found.at][: found.row])
            yield _wrong(material, said, grid, (found.at, found.row), level)


def _in_row(grid: Grid, row: int) -> str:
    return "" if row == len(grid.rows) - 1 else f" at “{grid.rows[row]}”"


def _level(material: Material, found: Unequal, parts: Sequence[Segment]) -> Level:
    """Wrong is what cannot be right; where a blank cell may hold what is lacking, it is for the reader to see."""
    text = material.prose.manuscript.text
    has_blank = any(not text[cell.start : cell.end].strip() for cell in parts)
    return Level.LOOK if has_blank and found.adds < found.said else Level.WRONG


def _may_overlap(material: Material, grid: Grid) -> bool:
    """Whether the text beside a table says that one person can be counted in several of its rows."""
    at = grid.cells[0][0].start
    passages = material.prose.manuscript.passages
    n = material.prose.manuscript.passage_at(at).n
    beside = (p for p in passages[max(n - 3, 0) : n + 2] if p.n != n)
    return any(_SEVERAL.search(material.prose.manuscript.text[p.start : p.end]) for p in beside)


def _wrong(material: Material, said: str, grid: Grid, place: tuple[int, int], level: Level = Level.WRONG) -> Remark:
    cell = grid.cells[place[0]][place[1]]
    return Remark("sample-arithmetic", level, said, (material.prose.spot(cell.start, cell.end),), rank=6)


def shared(material: Material) -> Iterator[Remark]:
    """Percentages in a table's cells that do not fit the base that the others in their column or row have."""
    text = material.prose.manuscript.text
    for grid in grids(material):
        pairs = {
            (r, c): (int(found[1]), float(found[2]), found[2])
            for r, row in enumerate(grid.cells)
            for c, cell in enumerate(row)
            if (found := _SHARED.search(text[cell.start : cell.end])) is not None
        }
        by_column = [[place for place in pairs if place[1] == c] for c in range(len(grid.columns))]
        by_row = [[place for place in pairs if place[0] == r] for r in range(len(grid.rows))]
        odd = [_odd(grid, pairs, line) for line in (*by_column, *by_row)]
        for places, base in odd[: len(by_column)] if any(p for p, _ in odd[: len(by_column)]) else []:
            for r, c in places:
                n, _, told = pairs[r, c]
                said = f"{n} of {base} are {100 * n / base:.0f} per cent; the table says {told}."
                yield _wrong(material, said, grid, (r, c))


def _odd(
    grid: Grid, pairs: dict[tuple[int, int], tuple[int, float, str]], line: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], int]:
    """The cells of a line whose share is not of the base that at least three others and most have, and that base."""
    if len(line) <= _FEWEST_SHARES:
        return [], 0
    c = line[0][1]
    numbers = [pairs[place][0] for place in line]
    totals = [row[c] for label, row in zip(grid.rows, grid.values, strict=True) if TOTAL.match(label)]
    bases = {sum(numbers), *(int(n) for n in _N.findall(grid.columns[c])), *(n for n in totals if n)}
    fits = {base: [p for p in line if _fits(pairs[p], base)] for base in bases if base}
    if not fits:
        return [], 0
    base = max(fits, key=lambda each: (len(fits[each]), each))
    kept = fits[base]
    if len(kept) < _FEWEST_SHARES or len(kept) < _CLOSE * len(line):
        return [], 0
    return [place for place in line if place not in kept], base


def _fits(pair: tuple[int, float, str], base: int) -> bool:
    n, share, told = pair
    off = 1.0 if "." not in told else 0.11
    return abs(100 * n / base - share) <= off


def against_sheet(material: Material) -> Iterator[Remark]:
    """Cells that the sheet does not bear out, in tables that add up and are read whole."""
    if not material.sample.people:
        return
    for grid in grids(material):
        adds_up = not any(unequal(grid.rows, grid.values)) and not any(unequal(grid.columns, turned(grid.values)))
        if adds_up and grid.is_whole:
            yield from _cells_against_sheet(material, grid)


def _cells_against_sheet(material: Material, grid: Grid) -> Iterator[Remark]:
    """Cells whose row and column are groups of the sample; where most differ, the table is about something else."""
    differing: list[tuple[str, Segment]] = []
    asked = 0
    columns = [_group(material, head) for head in grid.columns]
    wholes = [label for label in grid.rows if TOTAL.match(label.strip()) or _EVERYBODY.fullmatch(label.strip())]
    for r, label in enumerate(grid.rows):
        row = _group(material, label)
        if len(wholes) > 1 and _INTERVIEWS.fullmatch(label.strip()):
            continue  # another row counts the people
        for c, column in enumerate(columns):
            value = grid.values[r][c]
            if row is None or column is None or value is None or (r, c) in grid.hidden or row[0] == column[0]:
                continue
            asked += 1
            fits = _holding(material, row, column)
            if value not in {fits, _holding(material, _wide(material, row), _wide(material, column))}:
                differing.append(
                    (f"“{label}”, “{grid.columns[c]}”: {value} in the table, {fits} in the sheet", grid.cells[r][c])
                )
    if differing and len(differing) <= 0.4 * asked:
        said = f"The table differs from the sheet: {'; '.join(told for told, _ in differing[:4])}."
        spots = tuple(material.prose.spot(cell.start, cell.end) for _, cell in differing)
        yield Remark("sample-arithmetic", Level.WRONG, said, spots, rank=6)


def _group(material: Material, label: str) -> tuple[str, frozenset[str]] | None:
    """The attribute and values that a label means; of a total, everybody, as the attribute ""."""
    if _INTERVIEWS.fullmatch(label.strip()) and any(len(p.interviews) > 1 for p in material.sample.people):
        return None  # of interviews there are more than people
    if _EVERYBODY.fullmatch(label.strip()):
        return "", frozenset()
    if TOTAL.match(label.strip()) or is_part(label) or _SPLIT.search(label) or _OF_A_ROUND.search(label):
        return None  # of some of them, or of several groups, and which is for the table to say
    same = [(a, v) for a, values in material.sample.values.items() for v in values if _plain(v) == _plain(label)]
    if len(same) == 1:
        return same[0][0], frozenset({same[0][1]})
    named = material.lexicon.read(label).named
    return (named[0].attribute, named[0].values) if len(named) == 1 else None


def _plain(label: str) -> str:
    return " ".join(re.sub(r"\s*[–—-]\s*", "-", label).casefold().split())


def _wide(material: Material, group: tuple[str, frozenset[str]]) -> tuple[str, frozenset[str]]:
    """A group with what its noun covers in a wide sense."""
    attribute, values = group
    return (attribute, also_called(material, Named(attribute, values, ""))) if attribute else group


def _holding(material: Material, *groups: tuple[str, frozenset[str]]) -> int:
    """How many people are in all the groups."""
    return sum(
        all(not attribute or values & set(person.of(attribute)) for attribute, values in groups)
        for person in material.sample.people
    )


def hidden(material: Material) -> Iterator[Remark]:
    """Numbers that a table holds back and that come out of its totals all the same."""
    for grid in grids(material):
        yield from _hidden_in(material, grid)


def _total_column(grid: Grid) -> int | None:
    last = len(grid.columns) - 1
    return last if last > 0 and TOTAL.match(grid.columns[last]) else None


def _total_row(grid: Grid) -> int | None:
    last = len(grid.rows) - 1
    return last if last > 0 and TOTAL.match(grid.rows[last]) else None


def _hidden_in(material: Material, grid: Grid) -> Iterator[Remark]:
    """A hidden number that comes out as the total less the rest of its row or column."""
    across, down = _total_column(grid), _total_row(grid)
    for r, c in sorted(grid.hidden):
        row_alone = across is not None and grid.values[r][across] is not None and _alone(grid.values[r])
        column_alone = (
            down is not None and grid.values[down][c] is not None and _alone(tuple(row[c] for row in grid.values))
        )
        if row_alone or column_alone:
            line = f"row “{grid.rows[r]}”" if row_alone else f"column “{grid.columns[c]}”"
            said = f"The number that is held back comes out: it is the total of the {line} less the others."
            cell = grid.cells[r][c]
            yield Remark("disclosure", Level.SAY_WHY, said, (material.prose.spot(cell.start, cell.end),), rank=6)


def _alone(values: tuple[int | None, ...]) -> bool:
    return sum(value is None for value in values) == 1


def unkeyed(material: Material) -> Iterator[Remark]:
    """Tables of counts that hold both noughts and dashes, where nothing says how the two differ."""
    manuscript = material.prose.manuscript
    for passage in manuscript.passages:
        if passage.kind is not PartKind.TABLE or len(passage.rows) < 3:
            continue
        cells = [cell for row in passage.rows[1:] for cell in row[1:]]
        written = [manuscript.text[cell.start : cell.end].strip() for cell in cells]
        numbers = sum(word.isdecimal() for word in written)
        dash = next((cell for cell, word in zip(cells, written, strict=True) if word in _DASHES), None)
        if dash is None or "0" not in written or numbers < len(cells) / 2 or _is_keyed(material, passage):
            continue
        said = "The table has both 0 and a dash, and nothing says what each of them means."
        spots = (*_caption(material, passage), material.prose.spot(dash.start, dash.end))
        yield Remark("sample-arithmetic", Level.SAY_WHY, said, spots, rank=2)


def _caption(material: Material, table: Passage) -> tuple[Spot, ...]:
    """The passage above or below a table that begins as captions do."""
    manuscript = material.prose.manuscript
    for passage in manuscript.passages:
        words = manuscript.text[passage.start : passage.end]
        if abs(passage.n - table.n) == 1 and re.match(r"\s*Table\s+\d", words):
            return (material.prose.spot(passage.start, passage.end),)
    return ()


def _is_keyed(material: Material, table: Passage) -> bool:
    """Whether the two passages before or after a table, or a sentence of the methods, speak of its signs."""
    manuscript = material.prose.manuscript
    beside = [p for p in manuscript.passages if 0 < abs(p.n - table.n) <= 2 and p.kind is not PartKind.TABLE]
    near = [manuscript.text[passage.start : passage.end] for passage in beside]
    methods = [material.authors_words(s) for s in material.sentences(SectionKind.METHODS)]
    return any(_KEYED.search(words) for words in (*near, *methods))
