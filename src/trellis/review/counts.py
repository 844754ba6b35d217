"""Numbers of people in sentences and tables: read, with the groups that they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trellis.core.document import PartKind
from trellis.core.segment import Segment
from trellis.review.attributions import ROLE_NOUNS, Named
from trellis.review.material import Material
from trellis.review.people import tokens_of
from trellis.review.sums import TOTAL

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_WORDS.split())}
NUMBERS |= {word: n for n, word in zip(range(30, 100, 10), _TENS.split(), strict=True)}
_TEN = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = re.compile(
    rf"(?<![\w.,/–-])(?:(?P<digits>\d{{1,4}})|(?P<ten>{_TEN})-(?P<unit>one|two|three|four|five|six|seven|eight|nine)"
    rf"|(?P<word>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))(?![\w%/–-]|[.,]\d)",
    re.IGNORECASE,
)
"""A whole number in digits or words, none that is part of a date, a range, a decimal or a share."""

GENERAL = re.compile(
    r"(?:participants?|interviewees?|respondents?|informants?|people|individuals|interviews?|persons|staff)\b",
    re.IGNORECASE,
)
"""Nouns for everybody in the sample."""

_WITHIN = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEX = frozenset({"gender", "sex"})
_AND_AT = re.compile(r"\s*(?:at|in|from|of|for|based (?:at|in))\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people in a sentence. start, end: in the sentence's words, number and group.

    named: the groups that it counts, all at once; empty for everybody. noun: the word for people, "placed" where there
    is a place and no word, "" for a group's own.
    """

    n: int
    start: int
    end: int
    named: tuple[Named, ...]
    noun: str


def number_of(found: re.Match[str]) -> int:
    """The number that a match of `NUMBER` writes."""
    if found["digits"]:
        return int(found["digits"])
    if found["ten"]:
        return NUMBERS[found["ten"].casefold()] + NUMBERS[found["unit"].casefold()]
    return NUMBERS[found["word"].casefold()]


def also_called(material: Material, named: Named) -> frozenset[str]:
    """The values that a group's noun covers in a wide sense: "managers" are project managers too."""
    values = material.sample.values.get(named.attribute, ())
    tails = {tokens_of(value) for value in named.values}
    return named.values | {v for v in values if any(tail and tokens_of(v)[-len(tail) :] == tail for tail in tails)}


def counts_in(material: Material, words: str) -> list[Count]:
    """The numbers of a sentence that count people, each with the group named right behind it."""
    mentions = list(material.lexicon.mentions(words))
    made: list[Count] = []
    for found in NUMBER.finditer(words):
        if _YEAR.fullmatch(found.group()):
            continue
        named = [(each, at) for each, at in mentions if at >= found.end() and _is_near(words[found.end() : at])]
        if named and number_of(found) > 1 and _is_part_of_noun(words, named[0]):
            continue
        noun = GENERAL.search(words, found.end())
        noun_near = noun is not None and _is_near(words[found.end() : noun.start()])
        if named and (noun is None or not noun_near or named[0][1] <= noun.start()):
            group, end = _with_place(words, named[0], mentions)
            made.append(Count(number_of(found), found.start(), end, group, ""))
        elif (with_group := _interviewed_with(words, found.end(), mentions)) is not None:
            made.append(Count(number_of(found), found.start(), with_group[1], with_group[0], "with"))
        elif (placed := _only_placed(words, found.end(), mentions)) is not None:
            made.append(Count(number_of(found), found.start(), placed[1], placed[0], "placed"))
        elif noun is not None and noun_near:
            group, end = _at_place(words, noun.end(), mentions)
            made.append(Count(number_of(found), found.start(), end, group, noun.group().casefold()))
    return made


def _is_part_of_noun(words: str, named: tuple[Named, int]) -> bool:
    """Whether a role in the singular stands before more of its noun: "the seven carer support and other staff"."""
    each, at = named
    last = each.written.casefold().split()[-1] if each.written.split() else ""
    return last in ROLE_NOUNS and re.match(r"\s+[a-z]", words[at + len(each.written) :]) is not None


def _is_near(between: str) -> bool:
    """Whether only a few words that describe stand between a number and its noun."""
    return len(between.split()) < _WITHIN and not re.search(
        r"[,;:.()\d]|\b(?:of|and|or|the|to|in|at|from|with|were|was|a|an|his|her|their|its|this|that|who|as|by|for|on)\b",
        between,
    )


def _with_place(
    words: str, first: tuple[Named, int], mentions: list[tuple[Named, int]]
) -> tuple[tuple[Named, ...], int]:
    """A group with the place that follows it ("STR workers at site 3")."""
    named, at = first
    rest, end = _at_place(words, at + len(named.written), mentions, frozenset({named.attribute}))
    return (named, *rest), end


def _interviewed_with(words: str, end: int, mentions: list[tuple[Named, int]]) -> tuple[tuple[Named, ...], int] | None:
    """The group with whom a number of interviews was held ("31 interviews: 26 with nurses and five with porters")."""
    lead = re.match(r"\s+(?:were )?(?:held )?with (?:the )?(?:\w+ )?", words[end:])
    if lead is None or re.search(r"\binterviews\b", words[:end], re.IGNORECASE) is None:
        return None
    near = [(each, at) for each, at in mentions if end + len(" with ") <= at <= end + lead.end()]
    return ((near[0][0],), near[0][1] + len(near[0][0].written)) if near else None


def _only_placed(words: str, end: int, mentions: list[tuple[Named, int]]) -> tuple[tuple[Named, ...], int] | None:
    """The place that a number without a noun is of ("fourteen worked at Kelder Bank, twelve at Saltmarsh")."""
    lead = re.match(r"\s+(?:worked |were |was |came )?(?:(?:at|in|from)\s+)?(?:the\s+)?", words[end:])
    if lead is None:
        return None
    first = next(((each, at) for each, at in mentions if at == end + lead.end()), None)
    is_placed = re.search(r"\b(?:at|in|from)\b", lead.group()) is not None
    if first is None or not (is_placed or (first[0].attribute.casefold() in _SEX and "were" in lead.group())):
        return None
    return (first[0],), first[1] + len(first[0].written)


def _at_place(
    words: str, end: int, mentions: list[tuple[Named, int]], known: frozenset[str] = frozenset()
) -> tuple[tuple[Named, ...], int]:
    """What follows a group right away or after "at", "in", "from", and where that ends."""
    group: list[Named] = []
    for other, place in mentions:
        joined = place >= end and (not words[end:place].strip() or _AND_AT.match(words[end:place]))
        if joined and other.attribute not in {*known, *(each.attribute for each in group)}:
            group.append(other)
            end = place + len(other.written)
    return tuple(group), end


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of counts. rows, columns: labels; values: None where a cell holds no number; cells: where each stands.

    hidden: cells that hold a sign for a number that is not told ("*", "<5"). is_whole: False where the table was read
    off lines, whose labels may be cut.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: tuple[tuple[int | None, ...], ...]
    cells: tuple[tuple[Segment, ...], ...]
    hidden: frozenset[tuple[int, int]]
    is_whole: bool = True


_CELL = re.compile(r"(\d{1,4})(?:\s*\+\s*(\d{1,4}))?(?:\s*\(\s*\d[\d.]*\s*%?\s*\))?\s*[*†‡a-c]?")
_HIDDEN = re.compile(r"\*+|<\s*\d+|‹\s*\d+|\.\.|x|c|s|suppressed", re.IGNORECASE)
_BLANK = frozenset({"", "-", "–", "—", "0", "n/a"})
_NO_COUNT = re.compile(
    r"%|\bper ?cent|\bpercentages?\b|\bproportions?\b|\bshares?\b|\brates?\b|\bratios?\b|\bmeans?\b|\bmedians?\b"
    r"|\baverages?\b|\bs\.?d\.?(?![a-z])|\brange\b",
    re.IGNORECASE,
)
"""What a label says of numbers that are no counts, so that nothing adds up to anything."""


def grids(material: Material) -> Iterator[Grid]:
    """The tables of the manuscript that hold counts: labels in the first row and column, numbers inside."""
    text = material.prose.manuscript.text
    tables = [(rows, True) for rows in _tables(material)] + [(rows, False) for rows in _tabbed(material)]
    for rows, is_whole in tables:
        body = [row for row in rows[1:] if len(row) == len(rows[0])]
        if len(rows[0]) < 2 or len(body) < 2:
            continue
        words = [[" ".join(text[cell.start : cell.end].split()) for cell in row] for row in (rows[0], *body)]
        inside = [cell for row in words[1:] for cell in row[1:]]
        numbers = sum(cell in _BLANK or bool(_CELL.fullmatch(cell) or _HIDDEN.fullmatch(cell)) for cell in inside)
        if numbers >= 0.8 * len(inside) and any(_CELL.fullmatch(cell) for cell in inside):
            grid = _grid(words, body)
            yield from [replace(grid, is_whole=is_whole)] if grid.rows and grid.columns else []


def _tables(material: Material) -> Iterator[Sequence[Sequence[Segment]]]:
    for passage in material.prose.manuscript.passages:
        rows = [row for n, row in enumerate(passage.rows) if len(row) > 1 or n]  # a title may be the first row
        if passage.kind is PartKind.TABLE and len(rows) > 2:
            yield rows


def _tabbed(material: Material) -> Iterator[Sequence[Sequence[Segment]]]:
    """Runs of lines with as many tabs each, as a PDF gives a table."""
    text = material.prose.manuscript.text
    run: list[list[Segment]] = []
    for passage in material.prose.manuscript.passages:
        if passage.kind is PartKind.TABLE:
            continue
        for line in re.finditer(r"[^\n]+", text[passage.start : passage.end]):
            cells = [
                Segment(passage.start + line.start() + cell.start(), passage.start + line.start() + cell.end())
                for cell in re.finditer(r"[^\t]+", line.group())
            ]
            if len(cells) < 3 and run and len(line.group()) < 30:
                continue
            if run and len(cells) != len(run[0]):
                yield from [run] if len(run) > 2 else []
                run = []
            if len(cells) > 2:
                run.append(cells)
    yield from [run] if len(run) > 2 else []


def _grid(words: list[list[str]], body: Sequence[Sequence[Segment]]) -> Grid:
    """The counts of a table; rows and columns of shares, means and the like stay out."""
    rows = [r for r in range(1, len(words)) if _counts(words[r][0], words[r][1:])]
    columns = [c for c in range(1, len(words[0])) if _counts(words[0][c], [words[r][c] for r in rows])]
    kept = [[words[r][c] for c in columns] for r in rows]
    heads, labels = [words[0][c] for c in columns], [words[r][0] for r in rows]
    return Grid(
        tuple(labels),
        tuple(heads),
        tuple(
            tuple(_value(cell, is_total=_is_total(label, head)) for cell, head in zip(row, heads, strict=True))
            for row, label in zip(kept, labels, strict=True)
        ),
        tuple(tuple(body[r - 1][c] for c in columns) for r in rows),
        frozenset((r, c) for r, row in enumerate(kept) for c, cell in enumerate(row) if _HIDDEN.fullmatch(cell)),
    )


def _counts(label: str, cells: Sequence[str]) -> bool:
    """Whether a row or column counts: its label speaks of no share, or its cells have the share in brackets."""
    return _NO_COUNT.search(label) is None or any("(" in cell for cell in cells)


def _is_total(*labels: str) -> bool:
    return any(TOTAL.match(label.strip()) for label in labels)


def _value(cell: str, *, is_total: bool) -> int | None:
    """The number of a cell; one that is blank says nought, but for a total, which is then not told."""
    if cell in _BLANK:
        return None if is_total and cell != "0" else 0
    found = _CELL.fullmatch(cell)
    return int(found[1]) + int(found[2] or 0) if found else None
