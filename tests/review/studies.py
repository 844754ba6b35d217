"""Findings, judgements and samples for the tests of a study's review. All of it fiction, written for Trellis (CC0)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from trellis.core.chart import Side
from trellis.core.finding import Done, Finding, FindingStatus, Output
from trellis.core.finding_placing import Basis, Group
from trellis.core.finding_view import FindingEvidence, FindingPlace, FindingView, SearchSeen, ThemeNamed
from trellis.core.quantifier import quantifiers
from trellis.core.study_review import Point
from trellis.review.study_material import CaseSeen, StudyMaterial

CASES = (
    CaseSeen(1, "Ada", (("role", "STR worker"), ("site", "north"), ("gender", "female"))),
    CaseSeen(2, "Bo", (("role", "STR worker"), ("site", "north"), ("gender", "male"))),
    CaseSeen(3, "Cy", (("role", "team manager"), ("site", "south"), ("gender", "female"))),
    CaseSeen(4, "Di", (("role", "team manager"), ("site", "south"), ("gender", "male"))),
    CaseSeen(5, "Ed", (("role", "nurse"), ("site", "north"), ("gender", "male"))),
    CaseSeen(6, "Flo", (("role", "nurse"), ("site", "south"), ("gender", "female"))),
)
NAMES = {case.k: case.name for case in CASES}
LOOKED = (SearchSeen(9, 0, "the chart", "Cy and Di", Done.KEPT, "", "Ana", 0),)


def words_of(
    case: int, words: str = "I had no desk.", *, k: int = 0, side: Side = Side.FOR, star: bool = False
) -> FindingEvidence:
    """A segment of somebody's own transcript; each has a place of its own unless k is the same."""
    at = 100 * (k or case)
    name = NAMES.get(case, "somebody")
    return FindingEvidence(
        k or 50 + case, side, (case,), (name,), 0, "turn 4", words, star, None, 70 + case, f"{name.lower()}.txt", 80,
        at, at + 10, None, None, None, name,
    )  # fmt: skip


def place(case: int, group: Group = Group.HOLDS, *, wave: int = 0, in_scope: bool = True) -> FindingPlace:
    return FindingPlace(case, NAMES[case], "person", wave, "", group, Basis.SAID, in_scope, "", "", ())


EVERYBODY = tuple(place(case.k) for case in CASES)


def finding(
    statement: str = "A desk is a matter of luck.",
    *evidence: FindingEvidence,
    places: tuple[FindingPlace, ...] = EVERYBODY,
    **more: Any,
) -> FindingView:
    """A ready finding against which somebody looked for cases. more: other fields of the view, or of the finding."""
    of_finding = {name: more.pop(name) for name in ("k", "output", "status", "answers", "account") if name in more}
    made = Finding(11, 0, "m", statement, "", Output.RANGE, FindingStatus.READY, (), False, 1, 0)
    view = FindingView(
        replace(made, **of_finding), 1, "Ana", (), (), (), (), (), (), places, evidence, LOOKED,
        tuple(quantifiers(statement)), (),
    )  # fmt: skip
    return replace(view, **more)


def themed(k: int, number: str = "1", name: str = "Arrivals") -> ThemeNamed:
    return ThemeNamed(k, number, name)


def study(*findings: FindingView, **more: Any) -> StudyMaterial:
    numbered = tuple(replace(view, number=n) for n, view in enumerate(findings, 1))
    plain = StudyMaterial("A study", ("How?",), numbered, CASES, ("role", "site", "gender"))
    return replace(plain, **more)


def said(rule: Callable[[StudyMaterial], Iterator[Point]], *findings: FindingView, **more: Any) -> list[str]:
    return [point.said for point in rule(study(*findings, **more))]


def holding_places(n: int, rest: Group = Group.SILENT) -> tuple[FindingPlace, ...]:
    """Six cases of which the first n carry the claim."""
    return tuple(place(k, Group.HOLDS if k <= n else rest) for k in range(1, 7))
