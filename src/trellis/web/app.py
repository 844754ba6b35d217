"""The application: routes gathered, guarded, described."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from trellis.core.version import __version__
from trellis.web import errors, routes
from trellis.web.events import Events
from trellis.web.jobs import Jobs
from trellis.web.manuscripts import ManuscriptChecks
from trellis.web.pages import add_pages, entrance
from trellis.web.schemas.base import Problem
from trellis.web.security import Door, Guard
from trellis.web.uploads import Uploads
from trellis.web.workspace import Workspace

THREADS = 24
"""Requests worked on at once; fewer than the connections that a study's file has."""

USUAL = errors.responses(400, 401, 403, 404, 409, 412, 413, 422, 423, 428, 500, 503)


def routers() -> list[APIRouter]:
    """The `router` of every module in `routes/`, in order of names: a new module needs no line here."""
    names = sorted(found.name for found in iter_modules(routes.__path__))
    return [import_module(f"{routes.__name__}.{name}").router for name in names]


@cache
def _operations() -> tuple[BaseRoute, ...]:
    """The routes of the API. All workbenches of a process share them: to read what each takes and gives is slow."""
    whole = APIRouter()
    for router in routers():
        whole.include_router(router, prefix="/api", responses=USUAL)
    return tuple(whole.routes)


def make_app(workspace: Workspace, door: Door | None = None) -> FastAPI:
    """The workbench over a library. door: who may come in; a new one, which nobody has a link for, if not given."""
    let_in = door or Door()
    events = Events(workspace)
    jobs, uploads = Jobs(events), Uploads()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        events.start()
        yield
        jobs.close()
        uploads.close()
        events.stop()
        events.join()
        workspace.close()

    app = FastAPI(
        title="Trellis",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
    )
    app.openapi = partial(_described, app)  # type: ignore[method-assign]
    app.state.workspace = workspace
    app.state.door = let_in
    app.state.events = events
    app.state.jobs = jobs
    app.state.uploads = uploads
    app.state.manuscripts = ManuscriptChecks()
    errors.install(app)
    app.router.routes.extend(_operations())
    app.include_router(entrance(let_in))
    add_pages(app)
    app.add_middleware(Guard, door=let_in)
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, with the schema of problems that every operation's answers name."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, routes=app.routes, separate_input_output_schemas=False)
        made["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        app.openapi_schema = made
    return app.openapi_schema
