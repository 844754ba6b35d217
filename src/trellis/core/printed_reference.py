"""References as teams write them in charts: "p7", "pp. 7-8", "STR03 l.112", "(12)", "turn 14", "[00:12:26]"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

LARGEST_BARE = 999
"""A number that stands alone in parentheses is a reference up to here; above it is a year or a sum of money."""


class ReferenceKind(StrEnum):
    """What a reference counts in."""

    PAGE = "page"
    LINE = "line"
    TURN = "turn"
    TIME = "time"
    BARE = "number"
    """A number alone; what it counts in, somebody has to say."""


_PRINTED = {ReferenceKind.PAGE: "p. ", ReferenceKind.LINE: "l. ", ReferenceKind.TURN: "turn ", ReferenceKind.BARE: ""}


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """A place in a transcript as a chart names it.

    first, last: numbers, the same for one; seconds for a time. source: what stands before it, "" for nothing.
    """

    kind: ReferenceKind
    first: int
    last: int
    source: str = ""

    def __str__(self) -> str:
        """The reference in one spelling, which `reference_in` reads back."""
        before = f"{self.source} " if self.source else ""
        show = _clock if self.kind is ReferenceKind.TIME else str
        after = "" if self.first == self.last else f"-{show(self.last)}"
        return f"{before}{_PRINTED.get(self.kind, '')}{show(self.first)}{after}"


@dataclass(frozen=True, slots=True)
class ReferenceGroup:
    """References that stand together: "(p7; p9)". start, end: code points in the text they stand in."""

    start: int
    end: int
    references: tuple[PrintedReference, ...]
    star: bool


_UNITS = (
    (ReferenceKind.PAGE, r"pages?|pgs?|pp?"),
    (ReferenceKind.LINE, r"lines?|ll?"),
    (ReferenceKind.TURN, r"turns?|paragraphs?|paras?|t|¶¶?"),
)
_UNIT = "|".join(f"(?P<{kind.name}>{names})" for kind, names in _UNITS)
_ANY_UNIT = "|".join(names for _, names in _UNITS)
_DASH = r"\s*[-–—]\s*"
_CLOCK = r"(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,]\d+)?"
_ITEM = re.compile(
    rf"(?:(?P<source>[^\s:][^:]*?)[\s,]+)??(?:(?:{_UNIT})\.?\s*)?"
    rf"(?P<first>\d+)(?:{_DASH}(?:(?:{_ANY_UNIT})\.?\s*)?(?P<last>\d+))?(?P<star>\*?)",
    re.IGNORECASE,
)
_TIME = re.compile(
    rf"(?:(?P<source>[^\s:][^:]*?)[\s,]+)??(?:at\s+)?(?P<first>{_CLOCK})(?:{_DASH}(?P<last>{_CLOCK}))?(?P<star>\*?)"
)
_BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]\*?")
_PARTS = re.compile(r"\s*(?:[;,&/]|\band\b)\s*")
_CODE = r"(?:[A-Za-z][\w-]*\d[\w-]*[\s,:]+)?"
_SEE = re.compile(r"(?:see|cf\.?|from|also|at)\s+", re.IGNORECASE)
_OPEN = re.compile(
    rf"(?<![\w.]){_CODE}(?:(?:pages?|pgs?\.?|pp?\.?|lines?|ll?\.|turns?|¶¶?)\s*\d+(?:{_DASH}\d+)?"
    rf"(?:\s*[,&]\s*\d+(?:{_DASH}\d+)?)*|\d{{1,2}}:\d{{2}}:\d{{2}})(?![\w%])\*?"
)
_CLOSING = re.compile(rf"(?<![\w.]){_CODE}[LTt]\s?\d+(?:{_DASH}\d+)?\*?\s*[.,;]?\s*$")


def reference_groups(text: str) -> list[ReferenceGroup]:
    """The references in a point of a chart, in order. A bare number counts only where it ends the text.

    What stands between quotation marks is somebody's words and names no place.
    """
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    found: list[ReferenceGroup] = []
    for group in sorted(_candidates(text), key=lambda group: (group.start, -group.end)):
        outside = all(group.end <= start or end <= group.start for start, end in quoted)
        if outside and (not found or group.start >= found[-1].end):
            found.append(group)
    return found


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»")


def without_references(text: str, groups: Iterable[ReferenceGroup]) -> str:
    """The text without these groups, and without the signs that only led to them."""
    left: list[str] = []
    done = 0
    for group in groups:
        left.append(text[done : group.start])
        done = group.end
    left.append(text[done:])
    joined = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(piece.strip() for piece in left).strip())
    return re.sub(r"^[\s:–—-]+(?=\w)|[\s,:–—-]+$", "", joined).strip()


def reference_in(printed: str) -> PrintedReference | None:
    """The one reference that a text says, None if it says none or more."""
    read = _items(printed)
    return read[0][0] if read is not None and len(read) == 1 else None


def _candidates(text: str) -> Iterator[ReferenceGroup]:
    for match in _BRACKETS.finditer(text):
        read = _items(match["inside"])
        if read and (_is_no_bare(read) or not text[match.end() :].strip(" .,;*")):
            yield _group(match, read, star=match[0].endswith("*"))
    for pattern in (_OPEN, _CLOSING):
        for match in pattern.finditer(text):
            read = _items(match[0].strip().rstrip(".,;"))
            if read:
                yield _group(match, read, star=False)


def _is_no_bare(read: list[tuple[PrintedReference, bool]]) -> bool:
    return all(reference.kind is not ReferenceKind.BARE for reference, _ in read)


def _group(match: re.Match[str], read: list[tuple[PrintedReference, bool]], *, star: bool) -> ReferenceGroup:
    return ReferenceGroup(
        match.start(), match.end(), tuple(reference for reference, _ in read), star or any(marked for _, marked in read)
    )


def _items(text: str) -> list[tuple[PrintedReference, bool]] | None:
    """The references that make up a whole text, each with whether it is starred; None if anything else is in it."""
    source, kind = "", None
    found: list[tuple[PrintedReference, bool]] = []
    for given in _PARTS.split(text.strip()):
        piece = _SEE.sub("", given, count=1) if _SEE.match(given) else given
        read = _item(piece, kind)
        if read is None:
            if source or not piece.strip() or ":" in piece:
                return None
            # A name before its references: "STR03, p. 7".
            source, kind = piece.strip(), None
            continue
        reference, star = read
        source, kind = reference.source or source, reference.kind
        if source and kind is ReferenceKind.BARE:
            return None
        found.append((PrintedReference(kind, reference.first, reference.last, source), star))
    return found or None


def _item(piece: str, before: ReferenceKind | None) -> tuple[PrintedReference, bool] | None:
    timed = _TIME.fullmatch(piece)
    if timed is not None:
        first = _seconds(timed["first"])
        last = first if timed["last"] is None else _seconds(timed["last"])
        return _made(ReferenceKind.TIME, first, last, timed)
    match = _ITEM.fullmatch(piece)
    if match is None:
        return None
    kind = next((kind for kind, _ in _UNITS if match[kind.name]), before or ReferenceKind.BARE)
    if kind is ReferenceKind.BARE and (match["source"] or int(match["first"]) > LARGEST_BARE):
        return None
    if match["source"] and not any(match[named.name] for named, _ in _UNITS):
        return None
    first = int(match["first"])
    return _made(kind, first, int(match["last"] or first), match)


def _made(kind: ReferenceKind, first: int, last: int, match: re.Match[str]) -> tuple[PrintedReference, bool] | None:
    # "pp. 112-8" is short for 112 to 118.
    if last < first and len(str(last)) < len(str(first)):
        last = int(str(first)[: -len(str(last))] + str(last))
    if last < first or (first == 0 and kind is not ReferenceKind.TIME):
        return None
    return PrintedReference(kind, first, last, (match["source"] or "").strip(" ,")), bool(match["star"])


def _seconds(clock: str) -> int:
    total = 0
    for number in re.split(r"[.,]", clock)[0].split(":"):
        total = total * 60 + int(number)
    return total


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
