"""Steps that every example study is made of: files that must go in whole. Steps of `study/demo*.py`."""

from __future__ import annotations

import csv
from pathlib import Path

import trellis.examples
from trellis.core.coding import Purpose
from trellis.core.errors import Invalid
from trellis.study.chart_given import Words
from trellis.study.judgement_files import evidence_in
from trellis.study.study import Study
from trellis.study.table import Table

EXAMPLES = Path(trellis.examples.__file__).parent
"""The folder with a folder for each example."""
_HEADS = ("source", "theme", "version", "coder", "quote", "note")


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def index_rows(study: Study, file: Path, coder: str, version: str, *, second: str | None = None) -> int:
    """How many codings one coder made under one version; all of them must go in.

    second: the name of the round of double coding that they belong to, opened if it is not there. Raises Invalid.
    """
    rows = [row for row in _rows(file) if row["coder"] == coder and row["version"] == version]
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


def say_changes(study: Study, file: Path) -> int:
    """How many changes between waves a file says: case, theme, change, text, and words that show it, if any.

    Raises NotFound, QuoteNotFound, Invalid.
    """
    rows = _rows(file)
    for row in rows:
        study.waves.say(row["case"], row["theme"], row["change"], row["text"])
        if row["quote"]:
            study.waves.link(row["case"], row["theme"], Words(row["source"], row["quote"]))
    return len(rows)


def intend_rows(study: Study, file: Path, attribute: str) -> int:
    """How many provisions of documents a file sets beside what groups tell of them, each resting on cells.

    attribute: whose values are the groups. Raises NotFound, QuoteNotFound, Invalid.
    """
    study.intent.group_by(attribute)
    provided: dict[str, str] = {}
    for row in _rows(file):
        said = row["provision"]
        if said not in provided:
            provided[said] = f"#{study.intent.provide(said, Words(row['document'], row['quote']))}"
        study.intent.tell(provided[said], row["group"], row["told"], row["text"])
        for cell in evidence_in(row["cells"]):
            study.intent.link(provided[said], row["group"], cell)
    return len(provided)
