"""Who is signed in, and under which name changes are recorded."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from trellis.core.version import __version__
from trellis.web.asking import OneRequest, TheWorkspace
from trellis.web.schemas.session import PersonName, Session
from trellis.web.security import cookie_name, session_of
from trellis.web.workspace import Workspace

router = APIRouter(prefix="/session", tags=["session"])


@router.get("", operation_id="getSession")
def get_session(held: TheWorkspace) -> Session:
    """Who works here, in which library."""
    return _session(held)


@router.put("/person", operation_id="setPerson")
def set_person(held: TheWorkspace, given: PersonName, _request: OneRequest) -> Session:
    """Gives the person who works another name: from now on changes are recorded under it."""
    held.rename_person(given.name)
    return _session(held)


@router.delete("", operation_id="signOut", status_code=204)
def sign_out(request: Request, response: Response, _mark: OneRequest) -> None:
    """Ends the session of this browser; a new link opens the next one."""
    request.app.state.door.leave(session_of(request.headers))
    response.delete_cookie(cookie_name(request.headers.get("host", "")), httponly=True, samesite="strict")


def _session(held: Workspace) -> Session:
    return Session(person=held.person, library=str(held.library.folder), version=__version__)
