"""A researcher who never stops, in a process of their own that can be killed. Says each thing once it is there."""

from __future__ import annotations

import sys
from pathlib import Path

import trellis
from tests.study.deeds import TEXT
from trellis.core.framework_wording import Wording
from trellis.study.study import Study


def importing(study: Study, folder: Path, n: int) -> str:
    file = folder / f"source {n}.txt"
    file.write_text(TEXT.format(n=n) * 20, encoding="utf-8")
    [item] = study.sources.bring_in([file]).items
    return f"source {item.source}"


def coding(study: Study, _folder: Path, n: int) -> str:
    [made] = study.index.code("first", "1", start=n % 400, end=n % 400 + 5 + n // 400).added
    return f"coding {made.k}"


def charting(study: Study, _folder: Path, n: int) -> str:
    k = study.chart.write("first", "1", f"statement {n}")
    return f"statement {k}"


def merging(study: Study, folder: Path, n: int) -> str:
    """Somebody else works in a copy, and it is merged: one coding, and a theme with another name."""
    copy = folder / f"copy {n}.trellis"
    copy.unlink(missing_ok=True)
    study.history.backup(copy)
    with trellis.open(copy, "Ben") as other:
        [made] = other.index.code("first", "1", start=n % 400, end=n % 400 + 5 + n // 400).added
        other.framework.rename("1", f"Days, {n}")
    study.apart.merge(copy)
    copy.unlink()
    return f"coding {made.k}"


WORK = {"import": importing, "coding": coding, "cell": charting, "merge": merging}


def prepare(path: Path) -> None:
    """A study with one source, one theme and one case to work on."""
    with trellis.new(path, "Busy", "Ana") as study:
        file = path.parent / "first.txt"
        file.write_text(TEXT.format(n=0) * 4, encoding="utf-8")
        study.sources.bring_in([file])
        study.framework.add(Wording("Days"))


def main(path: Path, what: str) -> None:
    study = trellis.open(path, "Ana")
    n = study.history.number()
    while True:
        n += 1
        print(WORK[what](study, path.parent, n), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
