"""Trellis, the open workbench for Framework analysis.

`trellis.open("study.trellis")` gives the study as a notebook works with it; `trellis.new` makes one.
`trellis.review_manuscript(...)` checks a manuscript and needs no study.
"""

from __future__ import annotations

from trellis.bootstrap import new_study as new
from trellis.bootstrap import open_study as open  # a notebook says trellis.open
from trellis.core.version import __version__
from trellis.study.manuscripts import review_manuscript
from trellis.study.study import Study

__all__ = ["Study", "__version__", "new", "open", "review_manuscript"]
