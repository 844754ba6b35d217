"""Study files on their way into the library: streamed beside the studies, checked, and taken in."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path as FilePath
from typing import IO, Annotated

from fastapi import APIRouter, Path, Request
from starlette.concurrency import run_in_threadpool

from trellis.study.library import ARRIVING
from trellis.web.asking import Mark, OneRequest, TheWorkspace
from trellis.web.routes.imports import PIECE_BYTES, RAW
from trellis.web.schemas.studies import Arrived, Made, TakingIn

router = APIRouter(prefix="/arrivals", tags=["library"])
Arrival = Annotated[
    str, Path(alias="arrival", pattern=r"^[A-Za-z0-9_-]{8,64}$", description="Of the file, made by the client.")
]
FORGOTTEN_S = 86_400
HEAD_BYTES = 64


@router.put("/uploads/{arrival}", operation_id="sendStudy", openapi_extra=RAW)
async def send_study(request: Request, held: TheWorkspace, arrival: Arrival, _mark: Mark) -> Arrived:
    """Takes a study's file; the body is its bytes. What is plainly no study is refused and thrown away."""
    path = held.library.arriving(arrival)
    _forget_old(path.parent)
    with path.open("wb") as file:
        head, size = await _written(request, file)
    held.library.require_arrived(arrival, head, size)
    return Arrived(bytes=size)


@router.post("/{arrival}", operation_id="takeStudyIn", status_code=201)
def take_study_in(held: TheWorkspace, arrival: Arrival, given: TakingIn, request: OneRequest) -> Made:
    """Makes a study of the file that came in. 423 asks for its passphrase, 409 tells that it is there already."""
    library = held.library
    return Made(
        name=held.once(request, lambda: library.take_in(arrival, given.name, given.passphrase, again=given.again))
    )


@router.delete("/{arrival}", operation_id="throwStudyAway", status_code=204)
def throw_study_away(held: TheWorkspace, arrival: Arrival, _mark: Mark) -> None:
    """Throws a file that came in away."""
    held.library.throw_away(arrival)


async def _written(request: Request, file: IO[bytes]) -> tuple[bytes, int]:
    """Writes the body to the file; its first bytes and its size."""
    size, waiting, head = 0, bytearray(), b""
    async for piece in request.stream():
        waiting += piece
        head += piece[: HEAD_BYTES - len(head)]
        size += len(piece)
        if len(waiting) >= PIECE_BYTES:
            await run_in_threadpool(file.write, bytes(waiting))
            waiting.clear()
    await run_in_threadpool(file.write, bytes(waiting))
    return head, size


def _forget_old(folder: FilePath) -> None:
    """Throws away what came in and nobody took for a day."""
    for path in folder.glob(f"{ARRIVING}*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > FORGOTTEN_S:
                path.unlink()
