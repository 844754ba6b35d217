"""Errors on their way to the client: one table from the core's classes to status codes, one form (RFC 9457)."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from trellis.core import errors
from trellis.web.schemas.base import Problem

PROBLEM = "application/problem+json"
_log = logging.getLogger("trellis.web")

STATUS: dict[type[errors.TrellisError], HTTPStatus] = {
    errors.TrellisError: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.Ambiguous: HTTPStatus.CONFLICT,
    errors.AlreadyThere: HTTPStatus.CONFLICT,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.Outdated: HTTPStatus.PRECONDITION_FAILED,
    errors.CannotUndo: HTTPStatus.CONFLICT,
    errors.NotAllowed: HTTPStatus.FORBIDDEN,
    errors.StudyFileError: HTTPStatus.CONFLICT,
    errors.Locked: HTTPStatus.LOCKED,
    errors.WrongPassphrase: HTTPStatus.FORBIDDEN,
    errors.Busy: HTTPStatus.SERVICE_UNAVAILABLE,
    errors.Stopped: HTTPStatus.CONFLICT,
}
"""The status of each class; one that is not named has that of the class it derives from."""


class NotSignedIn(errors.TrellisError):
    """The browser has no session here."""

    slug = "not-signed-in"


class Foreign(errors.TrellisError):
    """A request that does not come from the workbench's own page."""

    slug = "foreign"


class PreconditionMissing(errors.TrellisError):
    """An edit that does not say which revision it rests on, or a write without a mark."""

    slug = "precondition-missing"


WEB_STATUS: dict[type[errors.TrellisError], HTTPStatus] = {
    NotSignedIn: HTTPStatus.UNAUTHORIZED,
    Foreign: HTTPStatus.FORBIDDEN,
    PreconditionMissing: HTTPStatus.PRECONDITION_REQUIRED,
}


class CurrentRecord(errors.Outdated):
    """An outdated revision, with the record as it is now for the client to show beside its own."""

    def __init__(self, outdated: errors.Outdated, current: object) -> None:
        super().__init__(outdated.rev, outdated.read)
        self.current = current


def status_of(error: errors.TrellisError) -> HTTPStatus:
    """The status with which an error is answered: that of its class, or of the nearest class above it."""
    table = STATUS | WEB_STATUS
    return next(table[kind] for kind in type(error).__mro__ if kind in table)


def problem_of(error: errors.TrellisError) -> Problem:
    """The problem that an error is answered with."""
    status = status_of(error)
    problem = Problem.of(error, status.value, status.phrase)
    if isinstance(error, CurrentRecord):
        return problem.model_copy(update={"current": error.current})
    if isinstance(error, errors.CannotUndo):
        return problem.model_copy(update={"later": error.later})
    return problem


def answer(problem: Problem) -> JSONResponse:
    """The problem as an answer."""
    return JSONResponse(problem.model_dump(mode="json"), problem.status, media_type=PROBLEM)


def responses(*codes: int) -> dict[int | str, dict[str, Any]]:
    """The description of problems with these status codes, for OpenAPI."""
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {code: {"description": HTTPStatus(code).phrase, "content": content} for code in codes}


def install(app: FastAPI) -> None:
    """Makes every failure a problem: the core's errors, input that does not fit, paths that are not there."""
    app.exception_handler(errors.TrellisError)(_known)
    app.exception_handler(RequestValidationError)(_misfit)
    app.exception_handler(HTTPException)(_plain)
    app.exception_handler(Exception)(_unknown)


def _known(_request: Request, error: errors.TrellisError) -> JSONResponse:
    return answer(problem_of(error))


def _misfit(_request: Request, error: RequestValidationError) -> JSONResponse:
    found = error.errors()
    fields = [".".join(map(str, one["loc"])) for one in found]
    detail = "; ".join(f"{field}: {one['msg']}" for field, one in zip(fields, found, strict=True))
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return answer(
        Problem(
            type="urn:trellis:invalid",
            title=status.phrase,
            status=status.value,
            slug="invalid",
            detail=detail,
            fields=fields,
        )
    )


def _plain(_request: Request, error: HTTPException) -> JSONResponse:
    status = HTTPStatus(error.status_code)
    slug = status.phrase.lower().replace(" ", "-")
    problem = Problem(
        type=f"urn:trellis:{slug}", title=status.phrase, status=status.value, slug=slug, detail=str(error.detail)
    )
    answered = answer(problem)
    answered.headers.update(error.headers or {})
    return answered


def _unknown(_request: Request, error: Exception) -> JSONResponse:
    return answer(unexpected(error))


def unexpected(error: BaseException) -> Problem:
    """The problem that anything else is answered with; what happened is shown in the terminal, and not here."""
    _log.error("something failed that should not", exc_info=error)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    detail = "Trellis met something it does not know; what was acknowledged is kept. The terminal shows what happened."
    return Problem(
        type="urn:trellis:unexpected", title=status.phrase, status=status.value, slug="unexpected", detail=detail
    )
