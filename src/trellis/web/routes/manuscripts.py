"""Checking a manuscript without a study: files come in one by one, a job checks them, nothing is written to disk."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request, Response

from trellis.study.work import Progress
from trellis.web.asking import Mark, OneRequest, TheChecks, TheJobs, TheWorkspace
from trellis.web.manuscripts import Part, require_size
from trellis.web.routes.imports import RAW
from trellis.web.routes.jobs import shown
from trellis.web.schemas.jobs import JobShown
from trellis.web.schemas.manuscripts import CheckGiven, FileHeld, ReviewShown
from trellis.web.uploads import MOST_FILES, shown_name

router = APIRouter(prefix="/manuscripts/{check}", tags=["manuscripts"])
CheckId = Annotated[
    str, Path(alias="check", pattern=r"^[A-Za-z0-9_-]{8,64}$", description="Of the check, made by the client.")
]
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.put("/{part}/{n}", operation_id="giveManuscriptFile", openapi_extra=RAW)
async def give_file(
    request: Request,
    *,
    checks: TheChecks,
    check: CheckId,
    part: Part,
    n: Annotated[int, Path(ge=0, lt=MOST_FILES, description="The file's number among its kind.")],
    name: Annotated[str, Query(min_length=1, max_length=1000, description="The file's name.")],
    _mark: Mark,
) -> FileHeld:
    """Takes one file of a check into memory; the body is its bytes. The same number again replaces it."""
    given = shown_name(name)
    require_size(given, int(request.headers.get("content-length", "0")))
    data = await request.body()
    checks.open(check).keep(part, n, (given, data))
    return FileHeld(part=part, n=n, name=given, bytes=len(data))


@router.post("/review", operation_id="checkManuscript", status_code=202)
def start_check(
    *, held: TheWorkspace, jobs: TheJobs, checks: TheChecks, check: CheckId, given: CheckGiven, asked: OneRequest
) -> JobShown:
    """Checks the manuscript that was given, as a job; its files are thrown away when the job ends."""
    found = checks.get(check)

    def deed(progress: Progress) -> int:
        return found.carry_out(given.k, progress)

    return shown(held, jobs.start("", "manuscript", asked, deed))


@router.get("/review", operation_id="getManuscriptReview")
def get_review(checks: TheChecks, check: CheckId) -> ReviewShown:
    """What the check found, once its job has ended."""
    values = checks.checked(check).values
    return ReviewShown.model_validate({**values, "quotations": len(values["quotations"])})


@router.get(
    "/commented.docx",
    operation_id="getCommentedManuscript",
    response_class=Response,
    responses={200: {"content": {WORD: BINARY}}},
)
def get_commented(checks: TheChecks, check: CheckId) -> Response:
    """The manuscript with a comment at every spot that the review remarks on."""
    found = checks.checked(check)
    return _file(found.docx, WORD, f"{_stem(found.values['manuscript'])}-commented.docx")


@router.get(
    "/review.json",
    operation_id="getManuscriptReviewFile",
    response_class=Response,
    responses={200: {"content": {"application/json": BINARY}}},
)
def get_review_file(checks: TheChecks, check: CheckId) -> Response:
    """The whole review as a file, the same as `trellis review --json` prints."""
    values = checks.checked(check).values
    told = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    return _file(told.encode(), "application/json", f"{_stem(values['manuscript'])}-review.json")


@router.delete("", operation_id="discardManuscriptCheck", status_code=204)
def discard(checks: TheChecks, check: CheckId, _mark: Mark) -> None:
    """Throws the files and what was found away."""
    checks.discard(check)


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _file(content: bytes, media_type: str, name: str) -> Response:
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, media_type=media_type, headers={"content-disposition": disposition})
