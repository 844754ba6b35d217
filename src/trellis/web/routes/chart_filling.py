"""Bringing back a workbook that the chart was exported to and somebody filled in."""

from __future__ import annotations

from fastapi import APIRouter

from trellis.core.errors import Invalid, NotFound
from trellis.study.chart_fill import Filling
from trellis.study.work import Progress
from trellis.web.asking import AWrite, JobId, StudyName, StudyNow, TheJobs, TheUploads
from trellis.web.routes.jobs import shown
from trellis.web.schemas.chart import FillGiven, FillingShown
from trellis.web.schemas.jobs import JobShown
from trellis.web.uploads import Upload

router = APIRouter(prefix="/studies/{study}/chart/fillings", tags=["chart"])


@router.post("", operation_id="fillChart", status_code=202)
def fill_chart(study: StudyName, write: AWrite, jobs: TheJobs, uploads: TheUploads, given: FillGiven) -> JobShown:
    """Brings an uploaded workbook back, or tells what it would bring, as a job."""
    if jobs.find(write.request.id) is None and write.before() is not None:
        return shown(write.held, jobs.interrupted(study, "import", write.request))

    def deed(_progress: Progress) -> Filling:
        name, content = _one_file(uploads.get(study, given.upload))
        found = write.study.chart.import_filled_given(name, content, dry_run=given.dry_run, theirs=given.spots())
        if not given.dry_run:
            uploads.discard(study, given.upload)
        return found

    return shown(write.held, jobs.start(study, "preview" if given.dry_run else "import", write.request, deed))


@router.get("/{job}", operation_id="getFilling")
def get_filling(_found: StudyNow, jobs: TheJobs, job: JobId) -> FillingShown:
    """What became of each cell that is not the same, once the job has ended."""
    result = jobs.get(job).result
    if not isinstance(result, Filling):
        message = "this job has not ended yet, or brought no workbook back"
        raise NotFound(message)
    return FillingShown.of(result)


def _one_file(batch: Upload) -> tuple[str, bytes]:
    files = batch.files()
    if len(files) != 1:
        message = f"one workbook is brought back at a time; this upload has {len(files)} files"
        raise Invalid(message)
    held = files[0][1]
    return held.name, batch.bytes_of(held)
