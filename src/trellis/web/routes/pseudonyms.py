"""Pseudonyms: a name replaced in every text; which one it was goes to a file beside the study, encrypted."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from trellis.web.asking import AWrite, Mark, StudyNow
from trellis.web.schemas.base import Written
from trellis.web.schemas.pseudonyms import ForeseenShown, KeyOpening, KeyStandingShown, NameGiven

router = APIRouter(prefix="/studies/{study}/pseudonyms", tags=["pseudonyms"])


@router.get("", operation_id="standingOfNames")
def standing_of_names(found: StudyNow) -> KeyStandingShown:
    """How the file of pseudonyms stands, and whether the person may replace names."""
    return KeyStandingShown.model_validate(found.pseudonyms.standing())


@router.post("/open", operation_id="openNames")
def open_names(found: StudyNow, given: KeyOpening, _mark: Mark) -> KeyStandingShown:
    """Opens the file of pseudonyms for as long as the study is open here; makes it if there is none yet."""
    found.pseudonyms.open(given.passphrase)
    return KeyStandingShown.model_validate(found.pseudonyms.standing())


@router.post("/foresee", operation_id="foreseeReplacing")
def foresee_replacing(found: StudyNow, given: NameGiven, _mark: Mark) -> ForeseenShown:
    """What replacing a name would do: its forms, its places, what is left. Nothing is changed."""
    return ForeseenShown.of(found.pseudonyms.replace(dry_run=True, **_wanted(given)))


@router.post("/replace", operation_id="replaceName")
def replace_name(write: AWrite, given: NameGiven) -> Written:
    """Replaces a name in the text of every source as one change; codings move along. 423 while the file is closed."""
    return write.do(lambda: write.study.pseudonyms.replace(**_wanted(given)))


def _wanted(given: NameGiven) -> dict[str, Any]:
    return given.model_dump()
