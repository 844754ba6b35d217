"""Trellis, the open workbench for Framework analysis.

`trellis.open("study.trellis")` gives the study as a notebook works with it; `trellis.new` makes one.
`trellis.review_manuscript(...)` checks a manuscript and needs no study.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from trellis.core.version import __version__

if TYPE_CHECKING:
    from trellis.bootstrap import new_study as new
    from trellis.bootstrap import open_study as open  # a notebook says trellis.open
    from trellis.study.manuscripts import review_manuscript
    from trellis.study.study import Study

__all__ = ["Study", "__version__", "new", "open", "review_manuscript"]


_HOMES = {
    "Study": ("trellis.study.study", "Study"),
    "new": ("trellis.bootstrap", "new_study"),
    "open": ("trellis.bootstrap", "open_study"),
    "review_manuscript": ("trellis.study.manuscripts", "review_manuscript"),
}


def __getattr__(name: str) -> object:
    """What a notebook calls, imported when it is called: a command needs little of it."""
    if name not in _HOMES:
        message = f"trellis has no {name!r}"
        raise AttributeError(message)
    module, called = _HOMES[name]
    return getattr(import_module(module), called)
