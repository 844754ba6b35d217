"""What a cell of a team's own chart says: its points, whose words each is in, and where it says they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trellis.core.chart import Blank, Layer
from trellis.core.printed_reference import PrintedReference, ReferenceGroup, reference_groups, without_references

FEWEST_QUOTED = 3
"""Words from which a quotation at the end of a point becomes a statement of its own; shorter ones stay in it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point. text: without references and marks; printed: as it stands, with its references.

    layer: VERBATIM for what stands in quotation marks, COMMENT for what stands in [square brackets].
    star: whether it is marked as a quotation to use.
    """

    layer: Layer
    text: str
    printed: str
    references: tuple[PrintedReference, ...] = ()
    star: bool = False


_BLANKS = {
    Blank.NOT_ASKED: ("not asked", "wasn't asked", "not covered", "question not asked"),
    Blank.NOTHING_SAID: ("asked and nothing said", "nothing said", "asked, nothing said", "no answer", "said nothing"),
    Blank.NOT_RAISED: ("not raised", "not mentioned", "did not mention", "didn't mention", "not discussed"),
    Blank.NOT_APPLICABLE: ("not applicable", "n/a", "na", "n.a.", "does not apply"),
}
_BLANK_OF = {wording: reason for reason, wordings in _BLANKS.items() for wording in wordings}
_BULLET = re.compile(r"^\s*(?:[•●·▪■◦‣*–—-]|o(?=\s))\s+|^\s*[•●▪■◦‣]")
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-h]\)|\(?[ivx]{1,4}\))\s+")
_INLINE_BULLET = re.compile(r"\s*[•●▪■‣]\s*")
_INLINE_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)]\s+(?=[^\W\d_]|[“\"'‘(])")
_SHELTERED = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^()]*\)|\[[^\[\]]*\]")
_NOTE = re.compile(r"\[(?P<words>[^\[\]]*[^\W\d_][^\[\]]*)\]")
_WHOLLY_QUOTED = re.compile(r"“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\"|[‘'](?P<c>.+)[’']", re.DOTALL)
_ENDS_QUOTED = re.compile(
    r"^(?P<before>.*?\S)\s*(?P<sep>[-–—:,.]\s*|\s)(?:“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\")[.,;]?$", re.DOTALL
)
_SAYS_WHY_NOT = re.compile(r"[\W_]*")


def blank_meant(cell: str) -> Blank | None:
    """Why a cell is empty, where that is all that it says ("not asked", "n/a"); None otherwise."""
    plain = " ".join(cell.casefold().replace("’", "'").split()).strip("()[].- ")
    return _BLANK_OF.get(plain) or _BLANK_OF.get(plain + ".")


def says_nothing(cell: str) -> bool:
    """Whether a cell holds marks only ("-", "?", "…"), which do not say why it is empty."""
    return _SAYS_WHY_NOT.fullmatch(cell) is not None


def points_of(cell: str) -> list[Point]:
    """The points of a cell: by line, bullet, number or semicolon; notes and quotations apart from the rest."""
    return [point for piece in _pieces(cell) for point in _points(piece)]


def _pieces(cell: str) -> Iterator[str]:
    for line in _lines(cell):
        for bulleted in filter(str.strip, _INLINE_BULLET.split(line)):
            for numbered in _by_number(bulleted):
                yield from _by_semicolon(numbered)


def _lines(cell: str) -> list[str]:
    """The lines, those that only go on joined to what they go on from."""
    found: list[str] = []
    for line in filter(str.strip, cell.splitlines()):
        marked = _BULLET.match(line) or _NUMBERING.match(line)
        numbered = len(_by_number(line.strip())) > 1
        plain = line if marked is None or numbered else line[marked.end() :]
        if found and marked is None and _goes_on(found[-1], plain.strip()):
            found[-1] = f"{found[-1]} {plain.strip()}"
        elif plain.strip():
            found.append(plain.strip())
    return found


def _goes_on(before: str, line: str) -> bool:
    if not without_references(line, reference_groups(line)):
        return True
    return line[0].islower() and before[-1] not in '.;!?)]”"'


def _by_number(text: str) -> list[str]:
    """Points numbered 1, 2, 3 within one line."""
    marks = list(_INLINE_NUMBER.finditer(text))
    if len(marks) < 2 or marks[0].start() or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return [text]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def _by_semicolon(text: str) -> list[str]:
    """Points parted by semicolons, those within quotation marks and brackets apart."""
    sheltered = [match.span() for match in _SHELTERED.finditer(text)]
    cuts = [at for at, letter in enumerate(text) if letter == ";" and not any(a < at < b for a, b in sheltered)]
    found: list[str] = []
    for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True):
        piece = text[start:end].strip()
        if not piece:
            continue
        if found and not without_references(piece, reference_groups(piece)):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def _points(piece: str) -> Iterator[Point]:
    notes = [note for note in _NOTE.finditer(piece) if _is_note(piece, note)]
    rest = piece
    for note in reversed(notes):
        rest = f"{rest[: note.start()].rstrip()} {rest[note.end() :].lstrip()}".strip()
    if re.search(r"\w", rest):
        yield from _said(" ".join(rest.split()))
    for note in notes:
        words = " ".join(note["words"].split())
        yield Point(Layer.COMMENT, words, words)


def _is_note(piece: str, note: re.Match[str]) -> bool:
    """Whether brackets hold the analyst's words: not a reference, and not words put into a quotation."""
    if any(group.start <= note.start() and note.end() <= group.end for group in reference_groups(piece)):
        return False
    return not any(
        match.start() < note.start() and note.end() < match.end() for match in re.finditer(r"“[^”]*”|\"[^\"]*\"", piece)
    )


def _said(text: str) -> Iterator[Point]:
    """The point, or its summary and the quotation that it ends in."""
    groups = reference_groups(text)
    references = tuple(dict.fromkeys(reference for group in groups for reference in group.references))
    star = any(group.star for group in groups) or text.rstrip().endswith("*")
    plain = without_references(text, groups).strip("* ").strip()
    tail = _tail(text, groups)
    if not plain:
        yield Point(Layer.SUMMARY, text, text, references, star)
        return
    whole = _WHOLLY_QUOTED.fullmatch(plain.rstrip(" .,;"))
    if whole is not None and (whole["c"] is None or len(plain.split()) >= FEWEST_QUOTED):
        yield Point(Layer.VERBATIM, _inside(whole), text, references, star)
        return
    ending = _ENDS_QUOTED.fullmatch(plain)
    if ending is not None and len(_inside(ending).split()) >= FEWEST_QUOTED and _stands_apart(ending):
        before = ending["before"].rstrip(" :,–—-")
        yield Point(Layer.SUMMARY, before, before + tail, references)
        yield Point(Layer.VERBATIM, _inside(ending), f"“{_inside(ending)}”{tail}", references, star)
        return
    yield Point(Layer.SUMMARY, plain, text, references, star)


def _stands_apart(ending: re.Match[str]) -> bool:
    """Whether a quotation is beside the summary rather than a part of its sentence."""
    return bool(ending["sep"].strip()) or ending["before"][-1] in ".:;!?)"


def _inside(match: re.Match[str]) -> str:
    return next(value.strip() for name, value in match.groupdict().items() if name in "abc" and value is not None)


def _tail(text: str, groups: list[ReferenceGroup]) -> str:
    if not groups:
        return ""
    inside = [text[group.start : group.end].strip("()[] ") for group in groups]
    return f" ({'; '.join(inside)})"
