"""The stream of what happens."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from trellis.web.events import Events

router = APIRouter(prefix="/events", tags=["events"])


class EventStream(StreamingResponse):
    """An answer that goes on for as long as the browser listens."""

    media_type = "text/event-stream"


@router.get("", operation_id="listen", response_class=EventStream)
async def listen(
    request: Request,
    study: Annotated[list[str] | None, Query(max_length=100, description="Studies that the client shows.")] = None,
    last_event_id: Annotated[str | None, Header(description="Key of the change that was heard of last.")] = None,
) -> EventStream:
    """Server-sent events: `change` (id: the change's key), `job`, and `reset` where a study is to be read again.

    One stream serves all studies; a browser opens one for all its tabs.
    """
    events: Events = request.app.state.events
    last = int(last_event_id) if last_event_id is not None and last_event_id.isdecimal() else None
    begin, at = await run_in_threadpool(events.resume, last, study or ())
    return EventStream(events.stream(begin, at), headers={"x-accel-buffering": "no"})
