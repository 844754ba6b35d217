"""Recordings: linked, told how they stand, streamed to the page."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse

from trellis.study.resolve import handle
from trellis.web.asking import AWrite, StudyNow, TheStudy
from trellis.web.schemas.base import Written
from trellis.web.schemas.recordings import FolderShown, RecordingGiven, RecordingShown

router = APIRouter(prefix="/studies/{study}", tags=["recordings"])
SourceKey = Annotated[int, Path(alias="source", ge=0, lt=2**53)]


@router.get("/reading/{source}/recording", operation_id="recordingOfSource")
def recording_of_source(found: TheStudy, source: SourceKey) -> RecordingShown | None:
    """The recording that is linked to a source, and whether it can be played; null if none is."""
    recording = found.recordings.of(handle(source))
    return None if recording is None else RecordingShown.of(recording)


@router.post("/reading/{source}/recording", operation_id="linkRecording")
def link_recording(source: SourceKey, write: AWrite, given: RecordingGiven) -> Written:
    """Links a source to a recording of this computer; all null where only its place was new."""
    path = FilePath(given.file)
    return write.do(lambda: write.study.recordings.link(handle(source), path, another=given.another))


@router.delete("/reading/{source}/recording", operation_id="unlinkRecording")
def unlink_recording(source: SourceKey, write: AWrite) -> Written:
    """Takes a source's link away; the file stays as it is."""
    return write.do(lambda: write.study.recordings.unlink(handle(source)))


@router.get("/reading/{source}/recording/file", operation_id="playRecording", response_class=FileResponse)
def play_recording(found: TheStudy, source: SourceKey) -> FileResponse:
    """The bytes of the linked recording, whole or in the ranges that a player asks for."""
    file = found.recordings.playable(handle(source))
    return FileResponse(file.path, media_type=file.media, headers={"accept-ranges": "bytes"})


@router.get("/recordings/folder", operation_id="listRecordingFolder")
def list_recording_folder(
    found: StudyNow,
    folder: Annotated[str | None, Query(max_length=4000, description="The home folder if not given.")] = None,
) -> FolderShown:
    """The folders and recordings in a folder of this computer, to choose a recording from."""
    return FolderShown.model_validate(found.recordings.folder(None if folder is None else FilePath(folder)))
