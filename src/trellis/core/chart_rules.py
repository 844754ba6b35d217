"""Rules of the framework matrix: what a cell may hold, when it is stale, which cell comes next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.chart import Blank, CellState, Layer
from trellis.core.errors import Invalid
from trellis.core.keys import Key

WORD_BUDGET = 60
"""Words of summary that a cell usually needs at most; shown where it is passed, never enforced."""


class Stale(StrEnum):
    """Why a cell should be looked at again."""

    CODING_GONE = "a coding it rests on was removed"
    CODING_CHANGED = "a coding it rests on was changed"
    TEXT_CHANGED = "the text it rests on was corrected"
    CELL_CHANGED = "a cell it rests on was changed"
    REDEFINED = "the theme was redefined"
    SPLIT = "the theme was split"
    MERGED = "another theme was merged into this one"


@dataclass(frozen=True, slots=True)
class Target:
    """What a piece of evidence points at, as it is now.

    coding_rev, cell_print: None where the coding or the cell is gone; text_rev: rev of the current version of
    the source; text_current: whether the evidence names that version.
    """

    coding_rev: Key | None = None
    text_rev: Key | None = None
    text_current: bool = True
    cell_print: int | None = None


def stale_segment(coding: Key | None, seen: Key, target: Target) -> Stale | None:
    """Why evidence on a segment is stale, None if it is not. seen: see `core.chart.Evidence`."""
    if coding is None:
        if seen == 0:
            return Stale.CODING_GONE
        return None if seen == target.text_rev else Stale.TEXT_CHANGED
    if target.coding_rev is None:
        return Stale.CODING_GONE
    if seen != target.coding_rev:
        # A coding that the correction itself wrote was carried along and not touched by anybody.
        return Stale.TEXT_CHANGED if target.coding_rev == target.text_rev else Stale.CODING_CHANGED
    return None if target.text_current else Stale.TEXT_CHANGED


def stale_cell(seen: int, target: Target) -> Stale | None:
    """Why evidence on another cell is stale, None if it is not. seen: the cell's fingerprint when it was linked."""
    return None if seen == target.cell_print else Stale.CELL_CHANGED


def stale_theme(events: Iterable[tuple[int, Stale]], confirmed: int) -> tuple[Stale, ...]:
    """What happened to a theme after a cell was confirmed.

    events: (number of the change, what it did); confirmed: number of the change that confirmed the cell.
    """
    found = {what for at, what in events if at > confirmed}
    return tuple(reason for reason in Stale if reason in found)


def fingerprint(lines: Iterable[tuple[str, str]], blank: str | None) -> int:
    """48 bits that change when a cell's words do: its (layer, text) lines in order, and its blank reason.

    Never 0. State, evidence and "still right" leave it alone, so that they make no other cell stale.
    """
    digest = hashlib.sha256((blank or "").encode())
    for layer, text in lines:
        digest.update(f"\x1e{layer}\x1f{text}".encode("utf-8", "surrogatepass"))
    return int.from_bytes(digest.digest()[:6], "big") or 1


def state_after_writing(state: CellState) -> CellState:
    """The state of a cell once somebody has written in it: what was reviewed must be reviewed again."""
    if state is CellState.UNCHARTED:
        return CellState.DRAFT
    return CellState.CHARTED if state is CellState.REVIEWED else state


def marked_together(state: CellState, to: CellState) -> bool:
    """Whether a cell is marked when many are at once: a draft becomes charted, and either becomes reviewed.

    A cell that was returned waits for its answer, one that is further already stays as it is. Raises Invalid for a
    state that cells are not given together.
    """
    before = {CellState.CHARTED: {CellState.DRAFT}, CellState.REVIEWED: {CellState.DRAFT, CellState.CHARTED}}
    if to not in before:
        message = f"many cells at once are marked as charted or as reviewed, not as {to.value}"
        raise Invalid(message)
    return state in before[to]


def is_data(layer: Layer) -> bool:
    """Whether a layer says what the case said; an analyst's comment does not."""
    return layer is not Layer.COMMENT


def require_blank_fits(layers: Iterable[Layer]) -> None:
    """Nothing, if a cell with these statements may be blank; raises Invalid otherwise."""
    if any(is_data(layer) for layer in layers):
        message = "a blank reason says why a cell is empty, and this one holds statements; remove them first"
        raise Invalid(message)


def blank_from(given: str) -> Blank:
    """The blank reason of that name. Raises Invalid, telling which there are."""
    wanted = " ".join(given.casefold().replace("_", " ").replace("-", " ").split())
    for reason in Blank:
        if reason.value == wanted:
            return reason
    message = f"“{given}” is no blank reason; there are: {', '.join(f'“{reason.value}”' for reason in Blank)}"
    raise Invalid(message)


def one_line(text: str) -> str:
    """A statement's text on one line: line breaks and doubled white space become one space.

    A cell is written one statement a line, so a statement holds no line of its own. Raises Invalid if nothing is left.
    """
    folded = " ".join(text.split())
    if not folded:
        message = "a statement needs at least one word; to say why a cell is empty, give a blank reason"
        raise Invalid(message)
    return folded


def word_count(texts: Iterable[str]) -> int:
    """Words in the texts, as white space parts them."""
    return sum(len(text.split()) for text in texts)
