"""Everything that `trellis serve` imports: a process that has it forks off workbenches that start at once."""

from __future__ import annotations

from importlib import import_module

from trellis.web.app import routers

for module in ("trellis.cli.main", "trellis.cli.serve", "trellis.bootstrap", "trellis.web.serving"):
    import_module(module)
routers()
