"""Words in the matrix: the check of verbatim statements and the printed reference of a segment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from trellis.core.document import PartKind
from trellis.core.errors import QuoteNotFound

_MARKS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00ad": None, "\u00a0": " "}
)
_GAP = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_AFTER_BREAK = frozenset(" .,;:!?\"'-–—()")


@dataclass(frozen=True, slots=True)
class Verbatim:
    """What the check of a verbatim statement found. gaps: ellipses and [brackets], which the analyst put in."""

    gaps: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the words run without a gap."""
        return not self.gaps


def folded_words(text: str) -> str:
    """A text with white space and quotation marks folded, for comparing words."""
    return " ".join(text.translate(_MARKS).split())


def check_verbatim(statement: str, words: Sequence[str]) -> Verbatim:
    """That the words of a verbatim statement stand in the words of its evidence, in order, within one piece of it.

    White space and the shape of quotation marks may differ; an ellipsis or [brackets] may stand for words
    left out or put in. Raises QuoteNotFound with the words that were not found.
    """
    pieces = [piece for piece in map(_bare, _GAP.split(statement)) if piece]
    gaps = tuple(_GAP.findall(statement))
    if not pieces:
        message = "a verbatim statement needs words of the source beside brackets and ellipses"
        raise QuoteNotFound(message)
    hays = [folded_words(word) for word in words]
    missing = [_first_missing(pieces, hay) for hay in hays]
    if hays and None in missing:
        return Verbatim(gaps)
    where = "in the evidence" if hays else "anywhere, since no evidence is linked"
    lost = next((piece for piece in missing if piece is not None), pieces[0])
    message = (
        f"“{lost}” does not stand {where}; copy the words from the source, mark what is left out with … "
        "and what is put in with [brackets], or write it as a summary"
    )
    raise QuoteNotFound(message)


def _bare(piece: str) -> str:
    folded = folded_words(piece)
    if len(folded) > 1 and folded[0] == '"' and folded[-1] == '"':
        folded = folded[1:-1].strip()
    return folded if any(letter not in _AFTER_BREAK for letter in folded) else ""


def _first_missing(pieces: list[str], hay: str) -> str | None:
    reached = 0
    for piece in pieces:
        at = hay.find(piece, reached)
        if at < 0:
            return piece
        reached = at + len(piece)
    return None


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Where the parts of one text begin, so that a position in it can be named.

    Each is (start, name) in rising order of start, code points; names as printed: "p. 7", "turn 43, 00:12:26", "¶ 43".
    """

    pages: tuple[tuple[int, str], ...] = ()
    parts: tuple[tuple[int, str], ...] = ()


def landmarks(parts: Sequence[tuple[str, int, int, str | None, int | None]]) -> Landmarks:
    """The landmarks of a text from its parts (kind, start, n, number, from_ms), in order of start.

    A turn or paragraph is named by its number n among the parts, as indexing names it; a page as it is printed.
    """
    pages: list[tuple[int, str]] = []
    others: list[tuple[int, str]] = []
    for kind, start, n, number, from_ms in parts:
        if kind == PartKind.PAGE:
            pages.append((start, f"p. {number or len(pages) + 1}"))
        elif kind == PartKind.TURN:
            others.append((start, f"turn {n}" + ("" if from_ms is None else f", {clock(from_ms)}")))
        else:
            others.append((start, f"¶ {n}"))
    return Landmarks(tuple(pages), tuple(others))


def clock(ms: int) -> str:
    """A time in a recording as hours, minutes and seconds: 00:12:26."""
    seconds = ms // 1000
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def reference(marks: Landmarks, start: int) -> str:
    """The printed name of a position: its page where the text has pages, else its turn or paragraph."""
    for line in (marks.pages, marks.parts):
        at = bisect_right(line, start, key=lambda mark: mark[0]) - 1
        if line and at >= 0:
            return line[at][1]
    return f"at {start}"
