"""What routes ask for: the workspace, the study, and a write that happens once and on what the client saw."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Header, Path, Query, Request

from trellis.core.errors import Invalid, Outdated
from trellis.core.keys import Key
from trellis.study.requests import Done, Expected, under
from trellis.study.requests import Request as Asked
from trellis.study.study import Study
from trellis.web.errors import CurrentRecord, PreconditionMissing
from trellis.web.events import Events
from trellis.web.jobs import Jobs
from trellis.web.manuscripts import ManuscriptChecks
from trellis.web.schemas.base import Written
from trellis.web.uploads import Uploads
from trellis.web.workspace import Workspace

_MARK = re.compile(r"^[A-Za-z0-9_-]{8,64}$")
_REV = re.compile(r'^"([0-9]{1,16})"$')


async def workspace(request: Request) -> Workspace:
    """The library that this server holds open."""
    return cast("Workspace", request.app.state.workspace)


TheWorkspace = Annotated[Workspace, Depends(workspace)]


async def jobs(request: Request) -> Jobs:
    """The jobs of this server."""
    return cast("Jobs", request.app.state.jobs)


async def uploads(request: Request) -> Uploads:
    """The uploads of this server."""
    return cast("Uploads", request.app.state.uploads)


async def manuscript_checks(request: Request) -> ManuscriptChecks:
    """The manuscripts that this server checks."""
    return cast("ManuscriptChecks", request.app.state.manuscripts)


TheJobs = Annotated[Jobs, Depends(jobs)]
TheUploads = Annotated[Uploads, Depends(uploads)]
TheChecks = Annotated[ManuscriptChecks, Depends(manuscript_checks)]
JobId = Annotated[str, Path(alias="job", max_length=64, description="The mark of the request that started the job.")]
StudyName = Annotated[
    str,
    Path(alias="study", max_length=200, description="The name of the study's file in the library, without its ending."),
]


def study(name: Annotated[str, Path(alias="study", max_length=200)], held: TheWorkspace) -> Study:
    """The open study that the path names."""
    return held.study(name)


def study_to_read(
    name: Annotated[str, Path(alias="study", max_length=200)],
    held: TheWorkspace,
    at: Annotated[
        int | None, Query(ge=1, lt=2**53, description="Read the study as it was right after this change.")
    ] = None,
) -> Study:
    """The study that the path names, as it is now or as it was."""
    return held.study(name) if at is None else held.study_at(name, at)


StudyNow = Annotated[Study, Depends(study)]
TheStudy = Annotated[Study, Depends(study_to_read)]


def require_mark(given: str | None) -> str:
    """The mark of a write. Raises PreconditionMissing, Invalid."""
    if given is None:
        message = "a write carries a mark of its own: the header “Idempotency-Key”, such as a new UUID"
        raise PreconditionMissing(message)
    if not _MARK.match(given):
        message = "the header “Idempotency-Key” has 8 to 64 letters, digits, hyphens or underscores; a UUID will do"
        raise Invalid(message)
    return given


async def asked(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            description="Made by the client, one for each write (a UUID). The second of two equal requests gets the "
            "first's answer.",
        ),
    ] = None,
) -> Asked:
    """The write that a request asks for: its mark, and a digest of everything it says."""
    mark = require_mark(idempotency_key)
    said = hashlib.sha256()
    rev = request.headers.get("if-match", "")
    for piece in (request.method, request.url.path, request.url.query, rev):
        said.update(f"{len(piece)} {piece}".encode("utf-8", "surrogatepass"))
    said.update(await request.body())
    return Asked(mark, said.digest())


async def mark_alone(
    idempotency_key: Annotated[
        str | None, Header(alias="Idempotency-Key", description="Made by the client, one for each write (a UUID).")
    ] = None,
) -> str:
    """The mark of a write that may be repeated as it is, since it names what it puts in its place or takes away."""
    return require_mark(idempotency_key)


Mark = Annotated[str, Depends(mark_alone)]
OneRequest = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True)
class Writing:
    """A study, and the request of a client to change it."""

    study: Study
    request: Asked
    held: Workspace
    events: Events

    def do(
        self,
        deed: Callable[[], object],
        *,
        expected: Expected | None = None,
        current: Callable[[], object] | None = None,
    ) -> Written:
        """Carries out one call of `study/`, once; the answer is what the history says of it.

        expected: the record that the client saw (`expect`). current: gives it as it is now, for the client to show
        if it is no longer the same. Raises Outdated, RequestReused, and what the call raises.
        """
        return Written.of(self.done(deed, expected=expected, current=current))

    def before(self) -> Done | None:
        """What an equal request did before, None if this is the first."""
        return self.study.history.carried_out(self.request)

    def done(
        self,
        deed: Callable[[], object],
        *,
        expected: Expected | None = None,
        current: Callable[[], object] | None = None,
    ) -> Done | None:
        """The same; what was done, for an answer that says more. None where there was nothing to change."""
        with self.held.lane(self.request.id):
            before = self.before()
            if before is not None:
                return before
            self.request.expected = expected
            try:
                with under(self.request):
                    deed()
            except Outdated as error:
                raise CurrentRecord(error, None if current is None or error.rev is None else current()) from error
            self.events.nudge()
            return self.study.history.carried_out(self.request)


def writing(found: StudyNow, one: OneRequest, held: TheWorkspace, request: Request) -> Writing:
    """A write to the study that the path names."""
    return Writing(found, one, held, request.app.state.events)


AWrite = Annotated[Writing, Depends(writing)]


async def if_match(
    if_match_rev: Annotated[
        str | None, Header(alias="If-Match", description='The revision that the edit rests on, in quotes: "REV".')
    ] = None,
) -> Key:
    """The revision of the record that a client edits."""
    if if_match_rev is None:
        message = 'an edit says which revision it rests on: the header If-Match: "REV", with the record\'s `rev`'
        raise PreconditionMissing(message)
    found = _REV.match(if_match_rev)
    if found is None:
        message = (
            f'the header If-Match is a revision in double quotes, such as "8589934593"; it was: {if_match_rev[:40]}'
        )
        raise Invalid(message)
    return int(found[1])


IfMatch = Annotated[Key, Depends(if_match)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of a long list is asked for. after: the cursor that the page before gave."""

    after: str | None
    limit: int

    def number(self) -> int | None:
        """The cursor as a number, None at the beginning. Raises Invalid."""
        if self.after is None:
            return None
        if not self.after.isdecimal() or len(self.after) > 16:
            message = f"“{self.after[:40]}” is no cursor of this list; leave `after` out to begin at its beginning"
            raise Invalid(message)
        return int(self.after)


async def stretch(
    after: Annotated[str | None, Query(max_length=200, description="The `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Stretch:
    """The part of a list that the query asks for."""
    return Stretch(after, limit)


Part = Annotated[Stretch, Depends(stretch)]
