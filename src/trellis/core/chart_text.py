"""A cell as text, one statement a line, and back: how exports print it and how a filled-in file is read.

A summary stands bare, verbatim words in “quotation marks”, a comment in [square brackets]; references follow
in parentheses at the end of the line, with * for a quotation to use. A blank cell says why in parentheses.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from trellis.core.chart import Blank, Layer
from trellis.core.chart_rules import is_data
from trellis.core.chart_view import CellView, StatementView

MOST_LETTERS = 32_000
"""A spreadsheet cell holds 32,767 characters; what is longer is cut, says so, and stands whole on another sheet."""
CUT = "\n… (cut: a spreadsheet cell holds no more; the whole is on the sheet “Evidence”)"

_PLACE = r"pp?\. ?\S+?|¶¶? ?\d+|turns? \d+(?:[-–]\d+)?(?:, \d\d:\d\d:\d\d)?|at \d+|all segments|→ [^;]+?"
_ONE = rf"(?:[^;()]*?, )?(?:{_PLACE})"
_REFERENCES = re.compile(rf"\s*\((?P<all>{_ONE}\*?(?:; {_ONE}\*?)*)\)\s*$")
_QUOTED = re.compile(r"[“\"](?P<text>.*)[”\"]", re.DOTALL)
_BRACKETED = re.compile(r"\[(?P<text>.*)\]", re.DOTALL)
_BLANKS = {f"({reason.value})": reason for reason in Blank}


@dataclass(frozen=True, slots=True)
class Written:
    """One statement as somebody wrote it on a line of a cell. references: as printed, "" for none."""

    layer: Layer
    text: str
    references: str = ""


@dataclass(frozen=True, slots=True)
class CellText:
    """What somebody wrote in a cell: statements, or why it is blank; neither: nothing."""

    lines: tuple[Written, ...]
    blank: Blank | None = None


def references_of(statement: StatementView) -> str:
    """The printed references of a statement without their parentheses: "turn 43, 00:12:26*; turn 51"."""
    pieces = [evidence.reference + ("*" if evidence.star else "") for evidence in statement.evidence]
    return "; ".join(dict.fromkeys(piece for piece in pieces if piece))


def layered(statement: StatementView) -> str:
    """The statement's words in the marks of its layer, without references."""
    if statement.layer is Layer.VERBATIM:
        return f"“{statement.text}”"
    return f"[{statement.text}]" if statement.layer is Layer.COMMENT else statement.text


def line_of(statement: StatementView) -> str:
    """One statement as one line of a cell."""
    references = references_of(statement)
    return f"{layered(statement)} ({references})" if references else layered(statement)


def cell_text(cell: CellView | None, *, comments: bool = False) -> str:
    """A cell as text; "" where it is uncharted. comments: whether the analyst's comments are in it."""
    if cell is None:
        return ""
    lines = [line_of(statement) for statement in cell.statements if comments or is_data(statement.layer)]
    if cell.blank is not None:
        lines.insert(0, f"({cell.blank.value})")
    return "\n".join(lines)


def sheet_text(cell: CellView | None, *, comments: bool) -> str:
    """A cell's text as a workbook holds it: printable, and cut where it is too long for a spreadsheet cell."""
    text = printable(cell_text(cell, comments=comments))
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS] + CUT


def text_print(text: str) -> str:
    """What tells whether a cell's text was changed in a file: white space apart, 16 hexadecimal digits."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def printable(text: str) -> str:
    """A text without what XML cannot hold (control characters, half surrogates), each shown as �."""
    return "".join(letter if _fits(ord(letter)) else "�" for letter in text)


def _fits(code: int) -> bool:
    if code < 0x20:
        return code in {0x9, 0xA, 0xD}
    return not (0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code in {0xFFFE, 0xFFFF})


def read_cell_text(text: str) -> CellText:
    """What a cell's text says: the inverse of `cell_text`, for texts that people typed."""
    lines = [line for raw in text.splitlines() if (line := " ".join(raw.split()))]
    blank = next((_BLANKS[line.casefold()] for line in lines if line.casefold() in _BLANKS), None)
    written = tuple(read_line(line) for line in lines if line.casefold() not in _BLANKS)
    if any(is_data(line.layer) for line in written):
        blank = None
    return CellText(written, blank)


def read_line(line: str) -> Written:
    """One line of a cell: its layer, its words, and its references where it ends in some."""
    found = _REFERENCES.search(line)
    references = "" if found is None else found["all"]
    words = line if found is None else line[: found.start()]
    if not words.strip():
        return Written(Layer.SUMMARY, line.strip())
    for layer, form in ((Layer.VERBATIM, _QUOTED), (Layer.COMMENT, _BRACKETED)):
        inside = form.fullmatch(words.strip())
        if inside is not None and inside["text"].strip():
            return Written(layer, inside["text"].strip(), references)
    return Written(Layer.SUMMARY, words.strip(), references)
