"""All that `trellis serve` imports and prepares: a process that has it forks off workbenches that start at once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from trellis.study.library import Library
from trellis.web.app import make_app
from trellis.web.workspace import Workspace

for module in ("trellis.cli.main", "trellis.cli.serve", "trellis.bootstrap", "trellis.web.serving"):
    import_module(module)
with TemporaryDirectory() as folder:
    # What the API describes has been prepared for the first request as well.
    make_app(Workspace(Library(Path(folder)), "Ana")).openapi()
