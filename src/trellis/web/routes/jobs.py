"""Jobs: watching, stopping, fetching what they made."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Response

from trellis.core.errors import NotFound
from trellis.web.asking import JobId, Mark, TheJobs, TheWorkspace
from trellis.web.jobs import Download, Job
from trellis.web.schemas.jobs import JobShown
from trellis.web.workspace import Workspace

router = APIRouter(prefix="/jobs", tags=["jobs"])


def shown(held: Workspace, job: Job) -> JobShown:
    """The job with what the history says of it; nothing for work that is on no study."""
    if not job.study:
        return JobShown.of(job, None)
    return JobShown.of(job, held.study(job.study).history.carried_out(job.request))


@router.get("/{job}", operation_id="getJob")
def get_job(held: TheWorkspace, jobs: TheJobs, job: JobId) -> JobShown:
    """How far a job is, or how it ended."""
    return shown(held, jobs.get(job))


@router.delete("/{job}", operation_id="stopJob")
def stop_job(held: TheWorkspace, jobs: TheJobs, job: JobId, _mark: Mark) -> JobShown:
    """Asks a job to end after its last whole change; what was finished stays."""
    return shown(held, jobs.stop(job))


@router.get(
    "/{job}/file",
    operation_id="getJobFile",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}},
)
def get_file(jobs: TheJobs, job: JobId) -> Response:
    """The file that a job made."""
    made = jobs.get(job).result
    if not isinstance(made, Download):
        message = "this job has made no file, or not yet"
        raise NotFound(message)
    disposition = f"attachment; filename*=UTF-8''{quote(made.name, safe='')}"
    return Response(made.content, media_type=made.media_type, headers={"content-disposition": disposition})
