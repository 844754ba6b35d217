"""Feeds broken files to every reader: `python -m benchmarks.fuzz --seconds 600 --at-once 2`.

Each reader is driven by coverage (atheris, installed by hand: `pip install atheris`) in a process of its own with
little memory. Only a refusal that Trellis words itself may come out of it; what is read must be tiled by its parts.
Exit code 1 if anything else happened; the bytes that did it are kept beside the corpus.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.fuzz_targets import CRAFTED, TARGETS

MEMORY = 2_000_000_000
SLOWEST_S = 60
LONGEST = 20_000


def main() -> int:
    """Fuzz what was asked for; one line a reader."""
    asked = _asked()
    if asked.child:
        _fuzz(asked.child, Path(asked.folder), asked.seconds)
        return 0
    Path(asked.folder).mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(asked.at_once) as pool:
        found = list(pool.map(lambda name: _watched(name, asked), asked.only or sorted(TARGETS)))
    return 1 if any(found) else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description="Broken files for every reader.")
    parser.add_argument("--seconds", type=int, default=600, help="for each reader")
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", nargs="+", choices=sorted(TARGETS))
    parser.add_argument("--folder", default=str(Path(tempfile.gettempdir()) / "trellis-fuzz"), help="corpus and finds")
    parser.add_argument("--child", choices=sorted(TARGETS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _watched(name: str, asked: argparse.Namespace) -> int:
    """How many different things went wrong in one reader. Starts it again when it was brought down."""
    folder = Path(asked.folder) / name
    for part in ("corpus", "found"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    runs = 0
    while (left := asked.seconds - (time.monotonic() - begun)) > 1:
        words = [sys.executable, "-m", "benchmarks.fuzz", "--child", name, "--folder", str(folder)]
        with (folder / "log").open("ab") as log:
            subprocess.run([*words, "--seconds", str(int(left))], stdout=log, stderr=log, check=False)
        runs = _executions(folder / "log")
        if time.monotonic() - begun < 3:  # it cannot start: say why
            print((folder / "log").read_text("utf-8", errors="replace")[-500:], file=sys.stderr)
            return 1
    found = sorted(path.name for path in (folder / "found").iterdir())
    corpus = sum(1 for _ in (folder / "corpus").iterdir())
    print(f"{name:10} {time.monotonic() - begun:5.0f} s {runs:9,} files, {corpus:6,} kept; wrong: {found}", flush=True)
    return len(found)


def _executions(log: Path) -> int:
    lines = log.read_text("utf-8", errors="replace").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Done "))


def _fuzz(name: str, folder: Path, seconds: int) -> None:
    import atheris

    with atheris.instrument_imports(include=["trellis.reading", "csv", "zipfile", "striprtf"]):
        target = TARGETS[name]()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    words = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST_S}",
        f"-max_len={LONGEST}",
        "-rss_limit_mb=0",
        "-verbosity=1",
        "-print_final_stats=0",
        f"-artifact_prefix={folder / 'found'}/",
        str(folder / "corpus"),
        str(CRAFTED / name),
    ]
    # Whatever comes out of the target ends the process; its bytes are kept, and `_watched` starts it again.
    atheris.Setup([sys.argv[0], *words], target)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
