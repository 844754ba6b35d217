"""Findings: claims, the cases that carry them, the words they rest on, searches for cases against them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.finding import Finding
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.chart import Starred
from trellis.web.schemas.findings import (
    AboutGiven,
    AnswersGiven,
    FindingEdit,
    FindingEvidenceGiven,
    FindingLine,
    FindingShown,
    NewFinding,
    NumbersGiven,
    OrderGiven,
    PlacedGiven,
    SearchGiven,
    SideGiven,
    StatusGiven,
)

router = APIRouter(prefix="/studies/{study}/findings", tags=["findings"])

FindingKey = Annotated[Key, Path(alias="finding", ge=0, lt=2**53)]
EvidenceKey = Annotated[Key, Path(alias="evidence", ge=0, lt=2**53)]
SearchKey = Annotated[Key, Path(alias="search", ge=0, lt=2**53)]


@router.get("", operation_id="listFindings")
def list_findings(found: TheStudy) -> list[FindingLine]:
    """Every finding in its order, with what it wants."""
    return [FindingLine.of(view) for view in found.findings.all()]


@router.get("/{finding}", operation_id="getFinding")
def get_finding(found: TheStudy, finding: FindingKey) -> FindingShown:
    """One finding with its cases, its evidence in words, and the searches against it."""
    return FindingShown.of(found.findings.get(handle(finding)))


@router.post("", operation_id="addFinding", status_code=201)
def add_finding(write: AWrite, given: NewFinding) -> Written:
    """Writes a finding behind the others."""
    return write.do(lambda: write.study.findings.add(given.statement, given.about(), output=given.output))


@router.patch("/{finding}", operation_id="editFinding")
def edit_finding(write: AWrite, finding: FindingKey, rev: IfMatch, given: FindingEdit) -> Written:
    """Puts a finding in other words."""
    words = given.model_dump()
    return write.do(
        lambda: write.study.findings.edit(handle(finding), **words),
        expected=Expected(Finding, (finding,), rev),
        current=lambda: write.study.findings.record(finding),
    )


@router.delete("/{finding}", operation_id="removeFinding")
def remove_finding(write: AWrite, finding: FindingKey) -> Written:
    """Takes a finding out with all that belongs to it."""
    return write.do(lambda: write.study.findings.remove(handle(finding)))


@router.put("/{finding}/about", operation_id="tieFinding")
def tie_finding(write: AWrite, finding: FindingKey, given: AboutGiven) -> Written:
    """Says what a finding speaks of, the themes it comes from, the findings it follows from."""
    return write.do(lambda: write.study.findings.tie(handle(finding), given.about()))


@router.put("/{finding}/answers", operation_id="answerByFinding")
def answer_by_finding(write: AWrite, finding: FindingKey, given: AnswersGiven) -> Written:
    """Says which research questions a finding answers."""
    return write.do(lambda: write.study.findings.answer(handle(finding), given.questions))


@router.put("/{finding}/status", operation_id="setFindingStatus")
def set_status(write: AWrite, finding: FindingKey, given: StatusGiven) -> Written:
    """Says how far a finding is."""
    return write.do(lambda: write.study.findings.set_status(handle(finding), given.status))


@router.put("/{finding}/numbers", operation_id="printFindingNumbers")
def print_numbers(write: AWrite, finding: FindingKey, given: NumbersGiven) -> Written:
    """Says whether counts of cases go into print; the lead's alone."""
    return write.do(lambda: write.study.findings.print_numbers(handle(finding), on=given.on))


@router.put("/{finding}/order", operation_id="moveFinding")
def move_finding(write: AWrite, finding: FindingKey, given: OrderGiven) -> Written:
    """Moves a finding in the list."""
    return write.do(lambda: write.study.findings.move(handle(finding), given.to))


@router.put("/{finding}/cases", operation_id="placeCase")
def place_case(write: AWrite, finding: FindingKey, given: PlacedGiven) -> Written:
    """Says how a case stands to a finding."""
    wave = None if given.wave == 0 else handle(given.wave)
    return write.do(
        lambda: write.study.findings.place(
            handle(finding), handle(given.case), given.stance, wave=wave, note=given.note
        )
    )


@router.post("/{finding}/evidence", operation_id="linkFinding", status_code=201)
def link_finding(write: AWrite, finding: FindingKey, given: FindingEvidenceGiven) -> Written:
    """Adds a segment or a cell as evidence."""
    return write.do(lambda: write.study.findings.link(handle(finding), given.evidence(), side=given.side))


@router.put("/evidence/{evidence}/side", operation_id="turnFindingEvidence")
def turn_evidence(write: AWrite, evidence: EvidenceKey, given: SideGiven) -> Written:
    """Lets a piece of evidence point another way."""
    return write.do(lambda: write.study.findings.turn(evidence, given.side))


@router.put("/evidence/{evidence}/star", operation_id="starFindingEvidence")
def star_evidence(write: AWrite, evidence: EvidenceKey, given: Starred) -> Written:
    """Marks a segment as a quotation to print, or takes the mark away."""
    return write.do(lambda: write.study.findings.star(evidence, on=given.on))


@router.delete("/evidence/{evidence}", operation_id="unlinkFinding")
def unlink_finding(write: AWrite, evidence: EvidenceKey) -> Written:
    """Takes a piece of evidence away."""
    return write.do(lambda: write.study.findings.unlink(evidence))


@router.post("/{finding}/confirm", operation_id="confirmFinding")
def confirm_finding(write: AWrite, finding: FindingKey) -> Written:
    """Says that a finding still holds on its evidence as it is now."""
    return write.do(lambda: write.study.findings.confirm(handle(finding)))


@router.post("/{finding}/searches", operation_id="recordSearch", status_code=201)
def record_search(write: AWrite, finding: FindingKey, given: SearchGiven) -> Written:
    """Keeps that somebody looked for cases against a finding."""
    said = (given.where, given.found, given.done)
    return write.do(lambda: write.study.findings.looked(handle(finding), *said, note=given.note))


@router.delete("/searches/{search}", operation_id="removeSearch")
def remove_search(write: AWrite, search: SearchKey) -> Written:
    """Takes back the record of a search."""
    return write.do(lambda: write.study.findings.unlook(search))
