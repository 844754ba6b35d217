"""The report of a large study in its three forms. `python -m benchmarks.written`, `--size 10` for a tenth of it."""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import large
from benchmarks.generator import Scale
from benchmarks.measure import Figure, Place, best
from trellis.study.chart_given import Words
from trellis.study.finding_scope import About
from trellis.study.study import Study

FINDINGS, QUOTED, FORMS = 20, 10, (".docx", ".html", ".md")


def write_findings(study: Study) -> None:
    """Findings about the first themes, each with quotations of the first words of ten sources."""
    sources = study.sources.listing().records()[: FINDINGS * QUOTED]
    for n in range(FINDINGS):
        study.findings.add(f"Finding {n + 1} of a study that is large.", About(themes=["1"]), status="ready")
        for one in sources[n * QUOTED : (n + 1) * QUOTED]:
            name = str(one["source"])
            words = study.sources.text(name)[:200].rsplit(" ", 1)[0]
            study.findings.link(n + 1, Words(name, words, star=True))


def measured(folder: Path, percent: int) -> list[Figure]:
    """How long the report of a study of this share of the large one takes."""
    place = Place(folder, Scale(percent), quick=True)
    with large.opened(large.copied(place, "full")) as study:
        write_findings(study)
        return [best(place, f"report to {form}", partial(study.report.written, f"r{form}")) for form in FORMS]


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.written", description=__doc__)
    parser.add_argument("--size", type=int, nargs="+", default=[10, 100], metavar="PERCENT")
    asked = parser.parse_args()
    for percent in asked.size:
        with tempfile.TemporaryDirectory(prefix="trellis-bench-") as kept:
            large.home(Path(kept))
            for figure in measured(Path(kept), percent):
                print(f"{percent:>3} % {figure.name}: {figure.wall_s:.2f} s by the clock, {figure.cpu_s:.2f} s of CPU")


if __name__ == "__main__":
    main()
