"""One side of one row, or the making of a stage, in a process of its own; prints what it took as JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from benchmarks import large
from benchmarks.generator import Scale
from benchmarks.measure import Figure, Place, once, pace_ms, peak_mb
from benchmarks.report import Measured
from benchmarks.rows import ROWS


def main(side: str, name: str, folder: Path, percent: int, *, quick: bool) -> None:
    """Do the work and print the record of it."""
    large.home(folder)
    place = Place(folder, Scale(percent), quick)
    before, pace = os.getloadavg()[0], pace_ms()
    figures = _figures(side, name, place)
    print(json.dumps(Measured(name, side, percent, tuple(figures), peak_mb(), before, pace).record()))


def _figures(side: str, name: str, place: Place) -> list[Figure]:
    if side == "stage":
        return [once(f"stage {name}", lambda: large.stage(place, name))[1]]
    row = next(row for row in ROWS if row.name == name)
    return row.trellis(place) if side == "trellis" else row.bare(place)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), quick=sys.argv[5] == "1")
