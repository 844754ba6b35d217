"""Runs the benchmarks: `make bench`, or `python -m benchmarks --size 1 10 --only import search --json figures.json`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Measured, machine, table
from benchmarks.rows import ROWS

SIZES = (1, 10, 100)


def main() -> int:
    """Measure what was asked for and print one table."""
    asked = _asked()
    rows = [row for row in ROWS if not asked.only or row.name in asked.only]
    with tempfile.TemporaryDirectory(prefix="trellis-bench-", dir=asked.folder) as kept:
        found: list[Measured] = []
        for percent in sorted(asked.size):
            folder = Path(kept) / str(percent)
            folder.mkdir()
            for row in rows:
                _child(folder, percent, "stage", row.needs, quick=asked.quick)
                for side in ("trellis", "bare"):
                    found.append(_child(folder, percent, side, row.name, quick=asked.quick))
                    print(f"{row.name} {percent} % {side}: {found[-1].told()}", file=sys.stderr, flush=True)
    here = machine(sys.argv[1:])
    print(table(found, rows, here))
    if asked.json is not None:
        asked.json.write_text(json.dumps({"run": here, "figures": [one.record() for one in found]}, indent=1) + "\n")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Trellis beside plain SQLite.")
    parser.add_argument("--size", type=int, nargs="+", default=list(SIZES), metavar="PERCENT", help="1, 10, 100")
    parser.add_argument("--only", nargs="+", choices=[row.name for row in ROWS], help="these rows only")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure to a file as well")
    parser.add_argument("--quick", action="store_true", help="run everything once")
    parser.add_argument("--folder", type=Path, help="where the studies are made (a temporary folder in it)")
    return parser.parse_args()


def _child(folder: Path, percent: int, side: str, name: str, *, quick: bool) -> Measured:
    """One side of a row in a process of its own, so that its peak of memory is its own."""
    words = [sys.executable, "-m", "benchmarks.child", side, name, str(folder), str(percent), str(int(quick))]
    settings = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    answer = subprocess.run(words, env=settings, stdout=subprocess.PIPE, text=True, check=True)
    return Measured.from_record(json.loads(answer.stdout.splitlines()[-1]))


if __name__ == "__main__":
    sys.exit(main())
