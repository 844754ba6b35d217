"""Bringing files in: they are uploaded one by one, and then imported as a batch by a job."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool

from trellis.core.errors import NotFound
from trellis.study.bringing import Brought, GivenFile
from trellis.study.work import Progress
from trellis.web.asking import AWrite, JobId, Mark, StudyName, StudyNow, TheJobs, TheUploads
from trellis.web.routes.jobs import shown
from trellis.web.schemas.jobs import BroughtShown, HeldShown, ImportGiven, JobShown, UploadShown
from trellis.web.uploads import MOST_FILES, Upload, require_file_size, shown_name

router = APIRouter(prefix="/studies/{study}", tags=["imports"])
UploadPath = Annotated[
    str, Path(alias="upload", pattern=r"^[A-Za-z0-9_-]{8,64}$", description="Of the batch, made by the client.")
]
PIECE_BYTES = 1 << 20
RAW = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.put("/uploads/{upload}/{n}", operation_id="uploadFile", openapi_extra=RAW)
async def upload_file(
    request: Request,
    *,
    study: StudyName,
    _found: StudyNow,
    uploads: TheUploads,
    upload: UploadPath,
    n: Annotated[int, Path(ge=0, lt=MOST_FILES, description="The file's number in the batch.")],
    name: Annotated[str, Query(min_length=1, max_length=1000, description="The file's name, with its folders.")],
    _mark: Mark,
) -> HeldShown:
    """Takes one file of a batch; the body is its bytes. The same number again replaces it."""
    batch = uploads.open(study, upload)
    held = batch.begin(shown_name(name))
    announced = request.headers.get("content-length", "")
    require_file_size(held.name, int(announced) if announced.isdecimal() else 0)
    waiting = bytearray()
    async for piece in request.stream():
        waiting += piece
        if len(waiting) >= PIECE_BYTES:
            await run_in_threadpool(batch.add, held, bytes(waiting))
            waiting.clear()
    await run_in_threadpool(batch.add, held, bytes(waiting))
    batch.keep(n, held)
    return HeldShown(n=n, name=held.name, bytes=held.size)


@router.get("/uploads/{upload}", operation_id="getUpload")
def get_upload(study: StudyName, _found: StudyNow, uploads: TheUploads, upload: UploadPath) -> UploadShown:
    """The files of a batch that have arrived."""
    files = uploads.get(study, upload).files()
    return UploadShown(upload=upload, files=[HeldShown(n=n, name=held.name, bytes=held.size) for n, held in files])


@router.delete("/uploads/{upload}", operation_id="discardUpload", status_code=204)
def discard_upload(study: StudyName, _found: StudyNow, uploads: TheUploads, upload: UploadPath, _mark: Mark) -> None:
    """Throws a batch away."""
    uploads.discard(study, upload)


@router.post("/imports", operation_id="startImport", status_code=202)
def start_import(study: StudyName, write: AWrite, jobs: TheJobs, uploads: TheUploads, given: ImportGiven) -> JobShown:
    """Brings the files of an upload in, or tells what would come in, as a job."""
    if jobs.find(write.request.id) is None and write.before() is not None:
        return shown(write.held, jobs.interrupted(study, "import", write.request))

    def deed(progress: Progress) -> Brought:
        files = _files(uploads.get(study, given.upload))
        sources = write.study.sources
        brought = sources.bring_in_given(files, given.how(), dry_run=given.dry_run, progress=progress)
        if not (given.dry_run or brought.stopped):
            uploads.discard(study, given.upload)
        return brought

    return shown(write.held, jobs.start(study, "preview" if given.dry_run else "import", write.request, deed))


@router.get("/imports/{job}", operation_id="getImport")
def get_import(_found: StudyNow, jobs: TheJobs, job: JobId) -> BroughtShown:
    """What became of each file, once the job has ended."""
    result = jobs.get(job).result
    if not isinstance(result, Brought):
        message = "this job has not ended yet, or brought no files in"
        raise NotFound(message)
    return BroughtShown.of(result)


def _files(batch: Upload) -> list[GivenFile]:
    """The files of a batch, each read when its turn comes."""
    return [GivenFile(held.name, partial(batch.bytes_of, held)) for _, held in batch.files()]
