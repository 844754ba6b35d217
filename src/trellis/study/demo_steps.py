"""Steps that every example study is made of: files that must go in whole. Steps of `study/demo*.py`."""

from __future__ import annotations

import csv
from pathlib import Path

import trellis.examples
from trellis.core.coding import Purpose
from trellis.core.errors import Invalid
from trellis.study.study import Study
from trellis.study.table import Table

EXAMPLES = Path(trellis.examples.__file__).parent
"""The folder with a folder for each example."""
_HEADS = ("source", "theme", "version", "coder", "quote", "note")


def index_rows(study: Study, file: Path, coder: str, version: str, *, second: str | None = None) -> int:
    """How many codings one coder made under one version; all of them must go in.

    second: the name of the round of double coding that they belong to, opened if it is not there. Raises Invalid.
    """
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["coder"] == coder and row["version"] == version]
    table = Table(_HEADS, tuple(tuple(row[head] for head in _HEADS) for row in rows))
    if second is not None and second not in {row[0] for row in study.rounds.listing().rows()}:
        study.rounds.open(second, Purpose.DOUBLE)
    came = study.index.bulk(table, round=second)
    if came.bad:
        first = came.bad[0]
        raise Invalid(f"{file.name}: {len(came.bad)} codings did not go in, first row {first.row}: {first.reason}")
    return len(rows)


def chart_rows(study: Study, file: Path) -> int:
    """How many statements of a chart went in; every line must. Raises Invalid."""
    came = study.chart.import_statements(file)
    if came.bad:
        first = came.bad[0]
        raise Invalid(f"{file.name}: {len(came.bad)} lines did not go in, first line {first.number}: {first.reason}")
    return came.statements


def declare_lenses(study: Study, *names: str) -> None:
    """Declares lenses that come with Trellis. Raises NotFound, AlreadyThere."""
    for name in names:
        study.lenses.add(name)


def judge_rows(study: Study, file: Path) -> int:
    """How many judgements of a file went in; every line must. Raises Invalid."""
    came = study.lenses.judge_from(file)
    if came.refused:
        line, reason = came.refused[0]
        raise Invalid(f"{file.name}: {len(came.refused)} judgements did not go in, first line {line}: {reason}")
    return came.new
