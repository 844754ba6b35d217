"""What a change between waves rests on: the words of both waves, and evidence of its own.

The checks are `evidence-missing` and `evidence-stale` of a study.
"""

from __future__ import annotations

from collections.abc import Iterator

from trellis.core.chart_rules import Stale
from trellis.core.keys import NO_KEY
from trellis.core.review import Level
from trellis.core.study_review import At, Point, Target
from trellis.core.wave_change import ChangeType
from trellis.review.study_material import ChangeSeen, SideSeen, StudyMaterial

_NEW = frozenset({ChangeType.EMERGES})
"""What was not there before: of the earlier wave there may be no words."""
_GONE = frozenset({ChangeType.CEASES})
_MISSING = frozenset({ChangeType.MISSING})
"""That nothing is said in a wave is what this says."""


_REASONS = {Stale.CELL_CHANGED: "what is charted was rewritten"}


def bare_changes(material: StudyMaterial) -> Iterator[Point]:
    """Changes between waves that have no words of a wave behind them.

    What emerges needs none of the earlier wave, what ceases none of the later one; what is charted of a wave rests on
    something all the same. Evidence that the change has of its own from a wave is words of that wave.
    """
    for one in material.changes:
        for side, may_be_silent in ((one.earlier, _NEW | _MISSING), (one.later, _GONE | _MISSING)):
            why = _lacking(side, may_be_silent=one.kind in may_be_silent)
            if why:
                said = f"{_told(material, one)}: {why}."
                yield Point("evidence-missing", Level.SAY_WHY, said, (_cell(material, one, side),), one.text, 4)


def stale_changes(material: StudyMaterial) -> Iterator[Point]:
    """Changes between waves that were said of other words than are charted, or linked, now."""
    for one in material.changes:
        if one.stale:
            reasons = "; ".join(_REASONS.get(why, why.value) for why in one.stale)
            said = f"{_told(material, one)}: {reasons} since this was said."
            targets = tuple(_cell(material, one, side) for side in (one.later, one.earlier))
            yield Point("evidence-stale", Level.SAY_WHY, said, targets, one.text, 4)


def _lacking(side: SideSeen, *, may_be_silent: bool) -> str:
    if side.own:
        return ""
    if side.lines and not side.resting:
        return f"what is charted {_in(side)} rests on nothing"
    return "" if side.lines or may_be_silent else f"nothing is charted {_in(side)}"


def _in(side: SideSeen) -> str:
    return f"of “{side.name}”"


def _told(material: StudyMaterial, one: ChangeSeen) -> str:
    return f"“{one.kind.value}” for {material.case(one.case)} under {material.theme(one.theme)}"


def _cell(material: StudyMaterial, one: ChangeSeen, side: SideSeen) -> Target:
    words = f"{material.case(one.case)}, {side.name}: {material.theme(one.theme)}"
    return Target(At.CELL, words, NO_KEY, one.case, side.wave, one.theme)
