"""A process that may write only what its user may: what root is let off is taken from it."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_DROP_FROM_BOUNDS = 24
_OVERRIDE_PERMISSIONS = (1, 2)


def _as_anybody():
    if os.geteuid() == 0:
        for capability in _OVERRIDE_PERMISSIONS:
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDS, capability, 0, 0, 0)


def run(*words, **more):
    """`python WORDS…` in such a process: its exit code, output and complaints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        preexec_fn=_as_anybody,
        **more,
    )
