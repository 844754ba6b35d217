"""Intent and experience: what documents say is to happen, and how each group tells it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from trellis.core.intent import Provision
from trellis.core.keys import Key
from trellis.study.requests import Expected
from trellis.study.resolve import handle
from trellis.web.asking import AWrite, IfMatch, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.intent import (
    GroupsGiven,
    IntentShown,
    ProvisionGiven,
    ToldGiven,
    ToldShown,
    ToldWordsGiven,
)

router = APIRouter(prefix="/studies/{study}/intent", tags=["explore"])

ProvisionKey = Annotated[Key, Path(alias="provision", ge=0, lt=2**53)]
EvidenceKey = Annotated[Key, Path(alias="evidence", ge=0, lt=2**53)]


@router.get("", operation_id="getIntent")
def get_intent(found: TheStudy) -> IntentShown:
    """Provisions by groups, each with its words."""
    return IntentShown.of(found.intent.chart())


@router.put("/groups", operation_id="groupIntent")
def group_intent(write: AWrite, given: GroupsGiven) -> Written:
    """Chooses the attribute whose values are the columns."""
    return write.do(lambda: write.study.intent.group_by(given.attribute))


@router.post("/provisions", operation_id="addProvision", status_code=201)
def add_provision(write: AWrite, given: ProvisionGiven) -> Written:
    """Adds what a document says is to happen."""
    return write.do(lambda: write.study.intent.provide(given.text, given.evidence()))


@router.delete("/provisions/{provision}", operation_id="removeProvision")
def remove_provision(write: AWrite, provision: ProvisionKey, rev: IfMatch) -> Written:
    """Takes a provision out with what is told of it."""
    return write.do(
        lambda: write.study.intent.remove(handle(provision)), expected=Expected(Provision, (provision,), rev)
    )


@router.put("/provisions/{provision}/told", operation_id="tellProvision")
def tell_provision(write: AWrite, provision: ProvisionKey, rev: IfMatch, given: ToldGiven) -> Written:
    """Says how a group tells a provision. If-Match: the revision of what was said before, "0" for nothing."""
    intent, row, value = write.study.intent, handle(provision), given.value

    def standing() -> ToldShown | None:
        chart = intent.chart()
        cells = next((one.cells for one in chart.rows if one.provision.k == provision), ())
        told = next((cell for group, cell in zip(chart.groups, cells, strict=False) if group == given.group), None)
        return None if told is None else ToldShown.of(told)

    if value is None:
        return write.do(lambda: intent.untell(row, given.group, seen=rev), current=standing)
    return write.do(lambda: intent.tell(row, given.group, value, given.text, seen=rev), current=standing)


@router.post("/provisions/{provision}/evidence", operation_id="linkTold", status_code=201)
def link_told(write: AWrite, provision: ProvisionKey, given: ToldWordsGiven) -> Written:
    """Adds words on which it rests how a group tells a provision."""
    link = write.study.intent.link
    return write.do(lambda: link(handle(provision), given.group, given.evidence(), side=given.side))


@router.delete("/evidence/{evidence}", operation_id="unlinkTold")
def unlink_told(write: AWrite, evidence: EvidenceKey) -> Written:
    """Takes words away from what a group tells."""
    return write.do(lambda: write.study.intent.unlink(evidence))
