"""A workbench in which work can be begun that never ends; run as a program by a test, over the library it is given."""

from __future__ import annotations

import sys
import threading
from functools import partial
from pathlib import Path
from unittest.mock import patch

from starlette.responses import Response
from starlette.routing import Route

from trellis.bootstrap import new_study
from trellis.study.requests import Request
from trellis.web import serving
from trellis.web.app import make_app as make_whole_app
from trellis.web.ending import Ending


def for_ever(_progress=None):
    print("at work", flush=True)
    threading.Event().wait()


def make_app(workspace, door):
    app = make_whole_app(workspace, door)

    def read(_request):
        workspace.study("roles").describe(title="Written before")
        for_ever()

    def job(_request):
        app.state.jobs.start("roles", "hold", Request("request-00001", b"a"), for_ever)
        return Response()

    app.router.routes[:0] = [Route("/read", read), Route("/job", job)]
    return app


if __name__ == "__main__":
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
    new_study(folder / "roles.trellis", "New roles", "Ana").close()
    with patch.multiple(serving, make_app=make_app, Ending=partial(Ending, seconds=seconds)):
        serving.serve(
            folder, "Ana", 0, ready=lambda link: print(link, flush=True), late=lambda: print("cut off", flush=True)
        )
