"""Reviews the large study, and searches the smallest coarsening: `python -m benchmarks.review --percent 10`.

The study is `generator.py`'s with all its codings and cells; sixty ready findings are added, each on six segments. The
search is over 2,000 people with five attributes, every one of which is asked about. Prints seconds and the peak of
memory. The target is 5 seconds for each.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks import large
from benchmarks.generator import Scale
from benchmarks.measure import Place
from trellis.analysis.disclosure import Ladder, smallest_coarsening
from trellis.core.coding import Coding
from trellis.study.chart_given import Indexed
from trellis.study.finding_scope import About
from trellis.study.study import Study

FINDINGS = 60
EVIDENCE = 6
PEOPLE = 2_000
VALUES = (2, 4, 7, 12, 30)


def main() -> None:
    """Make the study, review it, search, print one line for each figure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.review", description=__doc__)
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--folder", type=Path, help="Where a study of an earlier run lies.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trellis-review-") as kept:
        folder = asked.folder or Path(kept)
        large.home(folder)
        path = large.stage(Place(folder, Scale(asked.percent)), "full")
        copy = Path(kept) / "reviewed.trellis"
        shutil.copy(path, copy)
        with large.opened(copy) as study:
            _add_findings(study)
            begun = time.perf_counter()
            review = study.review.run()
            took = time.perf_counter() - begun
    print(f"{asked.percent} %: {len(review.points)} points of {FINDINGS} findings in {took:.2f} s (target 5 s)")
    begun = time.perf_counter()
    found = _search()
    print(f"{PEOPLE:,} people, {len(VALUES)} attributes: {found} in {time.perf_counter() - begun:.2f} s (target 5 s)")
    print(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _add_findings(study: Study) -> None:
    with large.work_of(study).read() as reader:
        codings = [coding.k for coding in reader.all(Coding)[: FINDINGS * EVIDENCE]]
    for n in range(FINDINGS):
        study.findings.add(f"Most of group {n} told of it, whereas others did not.", About(), status="ready")
        for k in codings[n * EVIDENCE : (n + 1) * EVIDENCE]:
            study.findings.link(n + 1, Indexed(k))


def _search() -> tuple[int, ...] | None:
    drawn = random.Random(7)
    rows = [tuple(f"v{drawn.randrange(many)}" for many in VALUES) for _ in range(PEOPLE)]
    found = smallest_coarsening(rows, [Ladder(f"attribute {n}") for n in range(len(VALUES))], 5)
    return None if found is None else found.steps


if __name__ == "__main__":
    main()
