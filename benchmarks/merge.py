"""Merging beside its limit: `python -m benchmarks.merge` works in two copies and brings one into the other.

Not a row of the table, since nothing in plain SQLite does the same. The limit: two copies with 10,000 changes each are
merged within 10 s, and merging again changes nothing.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

import trellis
from benchmarks.correct import speech
from trellis.core.framework_wording import Wording
from trellis.study.study import Study

SOURCES, THEMES, LETTERS = 40, 30, 20_000
EVERY = 500
R = TypeVar("R")


def main() -> None:
    """Prints a line for each merge."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="trellis-merge-", dir=asked.folder) as kept:
        folder = Path(kept)
        _told(f"python -m benchmarks.merge {' '.join(sys.argv[1:])}".strip())
        _told(f"{platform.platform()}, {asked.changes:,} changes in each copy, {SOURCES} sources, {THEMES} themes")
        ana, ben = _copies(folder)
        with ana, ben:
            for study, seed in ((ana, 1), (ben, 2)):
                _work(study, Random(seed), asked.changes)
            sent = folder / "sent.trellis"
            ben.history.backup(sent)
            told = _timed("dry run", lambda: ana.apart.merge(sent, dry_run=True))
            _told(f"  {told.changes:,} changes, {told.conflicts} to settle, {told.mended.joined} joined")
            _timed("merge", lambda: ana.apart.merge(sent))
            before = ana.history.number()
            again = _timed("merge again", lambda: ana.apart.merge(sent))
            _told(f"  nothing new: {again.nothing_new and ana.history.number() == before}")
            back = folder / "back.trellis"
            ana.history.backup(back)
            _timed("merge the other way", lambda: ben.apart.merge(back))
            _told(f"  the same in both: {ana.history.dump() == ben.history.dump()}")
            _timed("check", ana.history.check)
            _timed("undo the merge", ana.history.undo)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.merge", description="Merges two busy copies.")
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    return parser.parse_args()


def _copies(folder: Path) -> tuple[Study, Study]:
    """Ana's study, and Ben's copy of it."""
    chance = Random(1)
    texts = folder / "texts"
    texts.mkdir()
    for n in range(SOURCES):
        (texts / f"s{n}.txt").write_text(speech(chance, LETTERS, "\n"), encoding="utf-8")
    ana = trellis.new(folder / "ana.trellis", "A study", "Ana")
    ana.sources.bring_in([texts])
    for n in range(THEMES):
        ana.framework.add(Wording(f"Theme {n}"))
    for n in range(SOURCES):
        ana.cases.add(f"Case {n}")
    ana.history.backup(folder / "ben.trellis")
    return ana, trellis.open(folder / "ben.trellis", "Ben")


def _work(study: Study, chance: Random, changes: int) -> None:
    """So many changes, one call each: codings, notes, statements, a theme renamed now and then."""
    made: list[int] = []
    for n in range(changes):
        theme = str(1 + chance.randrange(THEMES))
        if n % EVERY == EVERY - 1:
            study.framework.rename(theme, f"Renamed {chance.random():.6f}")
        elif n % 4 == 3:
            study.chart.write(f"Case {chance.randrange(SOURCES)}", theme, f"A statement, the {n}th")
        elif n % 10 == 9 and made:
            study.index.annotate(chance.choice(made), f"note {n}")
        else:
            start = chance.randrange(LETTERS - 500)
            source = f"s{chance.randrange(SOURCES)}"
            made.append(study.index.code(source, [theme], start=start, end=start + chance.randint(5, 400)).added[0].k)


def _timed(what: str, call: Callable[[], R]) -> R:
    wall, processor = time.perf_counter(), time.process_time()
    found = call()
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    _told(f"{what}: {wall:.2f} s, {processor:.2f} s of processor time")
    return found


def _told(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
