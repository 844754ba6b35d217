"""Rounds of coding: opened, closed, compared, settled, carried into the index."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from trellis.study.resolve import handle
from trellis.web.asking import AWrite, StudyNow, TheStudy
from trellis.web.schemas.base import TableShown, Written
from trellis.web.schemas.rounds import DisagreementSettled, DisagreementsShown, NewRound, RoundShown

router = APIRouter(prefix="/studies/{study}/rounds", tags=["rounds"])
RoundKey = Annotated[int, Path(alias="round", ge=0, lt=2**53)]


@router.get("", operation_id="listRounds")
def list_rounds(found: TheStudy) -> list[RoundShown]:
    """Every round: its purpose, blind or not, open or closed, and whether it is the study's index."""
    return [RoundShown.of(one) for one in found.rounds.now()]


@router.post("", operation_id="openRound")
def open_round(write: AWrite, given: NewRound) -> Written:
    """Opens a round of coding, blind or not, on a version of the framework."""
    return write.do(
        lambda: write.study.rounds.open(given.name, given.purpose, blind=given.blind, version=given.framework)
    )


@router.post("/{round}/close", operation_id="closeRound")
def close_round(write: AWrite, round: RoundKey) -> Written:
    """Closes a round: nothing is indexed in it any more, and everybody sees it."""
    return write.do(lambda: write.study.rounds.close(handle(round)))


@router.get("/{round}/disagreements", operation_id="listDisagreements")
def list_disagreements(found: TheStudy, round: RoundKey) -> DisagreementsShown:
    """Where the coders of a round differ, with the words; 403 while the round is blind and open."""
    return DisagreementsShown.of(found.rounds.disagreements(handle(round)))


@router.post("/{round}/settle", operation_id="settleDisagreement")
def settle_disagreement(write: AWrite, round: RoundKey, given: DisagreementSettled) -> Written:
    """Keeps how a disagreement was settled, and why; the index follows in the same change."""
    return write.do(
        lambda: write.study.rounds.settle(handle(round), given.item, given.outcome, given.reason, adopt=given.adopt)
    )


@router.get("/{round}/agreement", operation_id="agreementInRound")
def agreement_in_round(
    found: TheStudy,
    round: RoundKey,
    *,
    main: Annotated[bool, Query(description="Sub-themes count as their main theme.")] = False,
    said: Annotated[bool, Query(description="Only what participants said counts.")] = False,
) -> TableShown:
    """Figures of agreement by character, within each framework version, for those who ask for them."""
    return TableShown.of(found.rounds.agreement(handle(round), main=main, said=said).table())


@router.get("/{round}/carrying", operation_id="foreseeCarrying")
def foresee_carrying(found: StudyNow, round: RoundKey) -> TableShown:
    """What carrying a closed round into the index would do."""
    return TableShown.of(found.rounds.carry(handle(round), dry_run=True).table())


@router.post("/{round}/carry", operation_id="carryRound")
def carry_round(write: AWrite, round: RoundKey) -> Written:
    """Brings a closed round into the adopted index."""
    return write.do(lambda: write.study.rounds.carry(handle(round)))
