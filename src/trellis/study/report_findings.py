"""The findings of a report: the claim, whom it speaks of, how cases stand to it, its quotations, what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.analysis.table import Table
from trellis.core.attributed import NOBODY_NAMED, Attributing
from trellis.core.chart import Side
from trellis.core.finding import FindingStatus
from trellis.core.finding_placing import Group
from trellis.core.finding_view import FindingEvidence, FindingView, SearchSeen
from trellis.core.keys import Key
from trellis.report.blocks import Block, Grid, Head, Points, Prompt, Quotation, Rest, Resting, Words

_ARROW = "→ "
_SHOWN = (Group.HOLDS, Group.QUALIFIED, Group.CONTRARY, Group.SILENT, Group.NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Printing:
    """What may be printed of whom. silent: sources that may not be quoted. named: whether sources and cases are."""

    attributing: Attributing
    silent: frozenset[Key]
    named: bool


@dataclass(frozen=True, slots=True)
class FindingsPrinted:
    """The section, and what it counts: findings, quotations, people quoted, findings with a search against them.

    withheld: starred quotations left out for want of consent.
    """

    blocks: tuple[Block, ...]
    findings: int
    quotations: int
    quoted: int
    searched: int
    withheld: int


def print_findings(views: list[FindingView], printing: Printing) -> FindingsPrinted:
    """The findings that are ready, in their order."""
    ready = [view for view in views if view.finding.status is FindingStatus.READY]
    blocks: list[Block] = []
    for view in ready:
        blocks += _finding(view, printing)
    if not ready:
        blocks.append(Prompt("No finding is marked ready yet; a report prints those that are."))
    stars = [one for view in ready for one in view.evidence if one.star and one.source is not None]
    printed = [one for one in stars if one.source not in printing.silent]
    return FindingsPrinted(
        tuple(blocks),
        len(ready),
        len(printed),
        len({one.cases for one in printed}),
        sum(view.is_tested for view in ready),
        len(stars) - len(printed),
    )


def _finding(view: FindingView, printing: Printing) -> list[Block]:
    blocks: list[Block] = [Head(2, f"{view.number}. {view.finding.statement}", f"finding-{view.number}")]
    if view.scope:
        blocks.append(Words(f"This speaks of {'; '.join(view.scope)}."))
    if view.finding.account:
        blocks += [Words(paragraph) for paragraph in view.finding.account.split("\n\n")]
    starred = [one for one in view.evidence if one.star and one.source is not None]
    blocks += [_quotation(one, printing) for one in starred if one.source not in printing.silent]
    if not starred and view.evidence:
        blocks.append(Prompt("No quotation of this finding is starred to be printed."))
    if printing.named or view.finding.numbers:
        blocks.append(_cases(view))
    blocks += [Words(_search(one)) for one in view.searches]
    if not view.is_tested:
        blocks.append(Prompt("Say who looked for cases against this finding, where, and what became of it."))
    if printing.named:
        blocks.append(Resting("What this rests on", tuple(_rest(one, printing) for one in view.evidence)))
    if view.stale:
        blocks.append(Points(tuple(f"To look at again: {reason}." for reason in view.stale)))
    return blocks


def _search(one: SearchSeen) -> str:
    found = one.found.rstrip(".")
    return f"Looked for cases against it: {one.where}. Found: {found} ({one.done.value})."


def _quotation(one: FindingEvidence, printing: Printing) -> Quotation:
    return Quotation(one.words, _by(one, printing), _reference(one) if printing.named else "")


def _by(one: FindingEvidence, printing: Printing) -> str:
    known = [case for case in one.cases if case in printing.attributing.of_case]
    if known or not printing.named:
        return printing.attributing.of(known[0]) if known else NOBODY_NAMED
    return "; ".join(one.case_names) or one.source_name


def _reference(one: FindingEvidence) -> str:
    return f"{one.source_name}, {one.reference}" if one.source_name else one.reference


def _rest(one: FindingEvidence, printing: Printing) -> Rest:
    side = {Side.FOR: "for", Side.AGAINST: "against", Side.QUALIFIES: "qualifies"}[one.side]
    hushed = one.source in printing.silent
    words = "" if hushed else one.words
    return (
        Rest(side, _reference(one), words) if one.source is not None else Rest(side, _cell(one), words, is_summary=True)
    )


def _cell(one: FindingEvidence) -> str:
    return f"the cell {one.reference.removeprefix(_ARROW)}"


def _cases(view: FindingView) -> Block:
    """How the cases stand: numbers only where the lead lets them into print, else the cases themselves."""
    if view.finding.numbers:
        rows = tuple((group.value, len(view.of(group))) for group in _SHOWN)
        note = f"Of {view.base} cases that were asked."
        return Grid(Table(("how cases stand to it", "cases"), rows, f"Cases of finding {view.number}", note))
    told = [f"{group.value}: {', '.join(place.name for place in view.of(group))}" for group in _SHOWN if view.of(group)]
    return Points(tuple(told)) if told else Prompt("Say which cases carry this finding and which do not.")
