"""Verifying a study's file, as a job: every hash, position and link."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter

from trellis.core.errors import NotFound
from trellis.web.asking import AWrite, JobId, StudyName, StudyNow, TheJobs
from trellis.web.routes.jobs import shown
from trellis.web.schemas.jobs import JobShown, ProblemFound

router = APIRouter(prefix="/studies/{study}/check", tags=["jobs"])


@dataclass(frozen=True, slots=True)
class Verified:
    """What a check found."""

    problems: tuple[ProblemFound, ...]


@router.post("", operation_id="startCheck", status_code=202)
def start_check(study: StudyName, write: AWrite, jobs: TheJobs) -> JobShown:
    """Verifies every invariant of the study's file, as a job."""
    return shown(
        write.held,
        jobs.start(
            study,
            "check",
            write.request,
            lambda _progress: Verified(tuple(ProblemFound.model_validate(one) for one in write.study.history.check())),
        ),
    )


@router.get("/{job}", operation_id="getCheck")
def get_check(_found: StudyNow, jobs: TheJobs, job: JobId) -> list[ProblemFound]:
    """What is wrong with the file; nothing, if it is sound."""
    result = jobs.get(job).result
    if not isinstance(result, Verified):
        message = "this job has not ended yet, or was no check"
        raise NotFound(message)
    return list(result.problems)
