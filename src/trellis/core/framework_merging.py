"""What becomes of codings and cells when their theme goes into another one. Pure rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from trellis.core.chart import Cell, CellState
from trellis.core.coding import Coding
from trellis.core.keys import Key

_RANK = {
    CellState.UNCHARTED: 0,
    CellState.DRAFT: 1,
    # What somebody sent back is less done than what was charted and not yet reviewed.
    CellState.RETURNED: 2,
    CellState.CHARTED: 3,
    CellState.REVIEWED: 4,
}


def theme_origin(theme: Key) -> str:
    """How a coding says that it came from a theme."""
    return f"theme:{theme}"


def same_place(coding: Coding) -> tuple[int, ...]:
    """What makes two codings one, once they are under one theme: source, version, start, end, coder, round."""
    return (coding.source, coding.version, coding.start, coding.end, coding.coder, coding.round)


def carried_coding(coding: Coding, into: Key) -> Coding:
    """The coding under another theme, with the theme it came from among its origins."""
    return replace(coding, theme=into, origins=_united(coding.origins, (theme_origin(coding.theme),)))


def joined_coding(kept: Coding, coming: Coding) -> Coding:
    """One coding of two at the same place: the kept one with both notes and the origins of both."""
    notes = [note for note in dict.fromkeys((kept.note, coming.note)) if note]
    own = () if any(origin.startswith("theme:") for origin in kept.origins) else (theme_origin(kept.theme),)
    theirs = (theme_origin(coming.theme),) if coming.theme != kept.theme else ()
    origins = _united(kept.origins, own if theirs else (), coming.origins, theirs)
    return replace(kept, note="\n".join(notes), origins=origins)


def _united(*origins: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(origin for some in origins for origin in some))


def lower(one: CellState, other: CellState) -> CellState:
    """The state that is less done. Returned stands below charted."""
    return min(one, other, key=lambda state: _RANK[state])


@dataclass(frozen=True, slots=True)
class JoinedCell:
    """One cell of two. disagree: both were blank, for different reasons, which a person has to decide."""

    cell: Cell
    disagree: bool = False


def joined_cell(kept: Cell, coming: Cell, *, kept_filled: bool, coming_filled: bool) -> JoinedCell:
    """The cell at the kept one's place that both become.

    Both filled: the lower state. One filled: that one. Both blank: the reason they share, or the only one;
    two different reasons give a returned cell without a reason.
    """
    moved = replace(coming, theme=kept.theme, rev=kept.rev)
    if coming_filled and not kept_filled:
        return JoinedCell(moved)
    if kept_filled and not coming_filled:
        return JoinedCell(kept)
    state = lower(kept.state, coming.state)
    if kept_filled:
        return JoinedCell(replace(kept, state=state, blank=None))
    if kept.blank is coming.blank:
        return JoinedCell(replace(kept, state=state))
    if kept.blank is None:
        return JoinedCell(moved)
    if coming.blank is None:
        return JoinedCell(kept)
    return JoinedCell(replace(kept, state=CellState.RETURNED, blank=None), disagree=True)
