"""The example study that ships with Trellis, made step by step as a team would have made it."""

from __future__ import annotations

import csv
import shutil
import tomllib
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import trellis.examples
from trellis.core.coding import Purpose
from trellis.core.errors import AlreadyThere, Invalid
from trellis.core.source import SourceKind, SpeakerRole
from trellis.core.speakers import LabelRule
from trellis.study.bringing import BringIn
from trellis.study.case_import import ImportHow
from trellis.study.study import Study
from trellis.study.table import Table

ROLES = Path(trellis.examples.__file__).parent / "roles"
LONG = ROLES / "long"
DOUBLE = "double coding"


_WHO = (
    LabelRule("Ana", SpeakerRole.INTERVIEWER),
    LabelRule("Ben", SpeakerRole.INTERVIEWER),
    LabelRule("Fay", SpeakerRole.INTERVIEWER),
    LabelRule("DEN", SpeakerRole.PARTICIPANT, "Denise"),
    LabelRule("LENA", SpeakerRole.PARTICIPANT, "Lena"),
    LabelRule("BEV", SpeakerRole.PARTICIPANT, "Bev"),
    LabelRule("JUL", SpeakerRole.UNKNOWN),
)
"""Who the labels stand for where that cannot be told by themselves. JUL only walks in, and gave no consent."""


class Stage(StrEnum):
    """How far the example is made: after this stage of the method it stops."""

    RAW = "raw"
    V0 = "v0"
    V1 = "v1"
    FRAMEWORK = "framework"
    INDEXED = "indexed"
    CHARTED = "charted"


Told = Callable[[str], None]


def about_example() -> tuple[str, tuple[str, ...], str]:
    """Title, research questions and notice of the example study."""
    written = tomllib.loads((ROLES / "study.toml").read_text(encoding="utf-8"))
    return written["title"], tuple(written["questions"]), written["label"]


def copy_files(target: Path) -> None:
    """Copies the example's files into a new folder. Raises AlreadyThere if something stands there."""
    try:
        shutil.copytree(ROLES, target, ignore=shutil.ignore_patterns("__pycache__"))
    except FileExistsError as error:
        message = f"{target} is there already; name a folder that is not"
        raise AlreadyThere(message) from error


def fill(study: Study, told: Told, upto: Stage | None = None) -> None:
    """Fills a new study with the example, telling each step. `study` must be open as its lead, Cleo.

    Every step is a change (or a batch) of its own, under the name of who did it, so that the history reads as
    the team's work did: the interviews of the spring were charted before those of the autumn were indexed. A step
    of a later stage than `upto` (None: the last one) is left out.
    """
    stages = list(Stage)
    upto = upto or stages[-1]
    for stage, step in _STEPS:
        if stages.index(stage) <= stages.index(upto):
            step(study, told)


def _bring_in(study: Study, told: Told) -> None:
    texts = [ROLES / "transcripts", LONG / "denise-str-worker.txt"]
    brought = study.sources.bring_in(texts, BringIn(labels=_WHO))
    turns = sum(item.turns for item in brought.items)
    told(f"brought in {len(brought.items)} interviews with {turns} turns")
    documents = study.sources.bring_in([ROLES / "documents"], BringIn(kind=SourceKind.DOCUMENT))
    told(f"and {len(documents.items)} documents")
    for file in (ROLES / "people.csv", LONG / "person.csv"):
        study.cases.import_table(file, _people({"role": "group"}, skip=("site",)))
    for file in (ROLES / "people.csv", LONG / "person.csv"):
        study.cases.import_table(file, _people({"site": "site"}))
    study.sample.import_quotas(ROLES / "quotas.csv")
    study.guide.import_guide(ROLES / "guide.csv")
    study.guide.import_coverage(ROLES / "guide-coverage.csv")
    told("with who took part, the sampling frame and the topic guide")


def _people(groups: dict[str, str], skip: tuple[str, ...] = ()) -> ImportHow:
    return ImportHow(
        known={"age_band": "estimated"},
        groups=groups,
        skip=("interviewer", "notice", *skip),
        types={"band": "ordered:3,4,5,6,7"},
    )


def _list(study: Study, told: Told) -> None:
    study.framework.import_file(ROLES / "framework-v0.toml")
    told("a list of themes from the proposal, v0")


def _draft(study: Study, told: Told) -> None:
    study.framework.apply_operations(ROLES / "operations-v1.toml")
    told("the framework after four transcripts, v1")
    for coder in ("Ana", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v1")
    told("four interviews indexed under it")


def _change(study: Study, told: Told) -> None:
    study.framework.apply_operations(ROLES / "operations.toml")
    told("v2, by operations that carry the codings along")


def _index_spring(study: Study, told: Told) -> None:
    for coder, file in (("Ana", "codings-ana.csv"), ("Ben", "codings-ben.csv")):
        _codings(study, ROLES / "codings.csv", coder, "v2")
        _codings(study, LONG / file, coder, "v2")
    told("thirteen interviews indexed by Ana, six and the long one a second time by Ben")


def _chart_spring(study: Study, told: Told) -> None:
    statements = _statements(study, ROLES / "chart.csv") + _statements(study, LONG / "chart.csv")
    told(f"charted: {statements} statements with their evidence")


def _redefine(study: Study, told: Told) -> None:
    study.framework.apply_operations(LONG / "definition-change.toml")
    told("v3: one definition changed, which leaves a to-do list")


def _index_autumn(study: Study, told: Told) -> None:
    for coder in ("Ana", "Fay", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v3")
    study.framework.apply_operations(ROLES / "operations-v4.toml")
    told("v4: a sub-theme added, for what nobody had been asked")
    for coder in ("Ana", "Fay", "Ben"):
        _codings(study, ROLES / "codings.csv", coder, "v4")
    # The numbers of themes in the memos are those of v2; only the sub-themes of 2 have others now.
    memos = study.memos.import_table(ROLES / "memos.csv")
    told(f"all interviews indexed, some a second time by Ben; {memos.new} memos of the team")


def _chart_autumn(study: Study, told: Told) -> None:
    statements = _statements(study, ROLES / "chart-autumn.csv")
    told(f"charted the rest: {statements} statements with their evidence, and rows for sites and groups")


def _codings(study: Study, file: Path, coder: str, version: str) -> None:
    """The codings that one coder made under one version; Ben's are a second reading, in a round of their own."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["coder"] == coder and row["version"] == version]
    heads = ("source", "theme", "version", "coder", "quote", "note")
    table = Table(heads, tuple(tuple(row[head] for head in heads) for row in rows))
    if coder == "Ben" and DOUBLE not in {row[0] for row in study.rounds.listing().rows()}:
        study.rounds.open(DOUBLE, Purpose.DOUBLE)
    came = study.index.bulk(table, round=DOUBLE if coder == "Ben" else None)
    if came.bad:
        first = came.bad[0]
        raise Invalid(f"{file.name}: {len(came.bad)} codings did not go in, first row {first.row}: {first.reason}")


def _statements(study: Study, file: Path) -> int:
    """How many statements of a chart went in; every line must."""
    came = study.chart.import_statements(file)
    if came.bad:
        first = came.bad[0]
        raise Invalid(f"{file.name}: {len(came.bad)} lines did not go in, first line {first.number}: {first.reason}")
    return came.statements


_STEPS = (
    (Stage.RAW, _bring_in),
    (Stage.V0, _list),
    (Stage.V1, _draft),
    (Stage.FRAMEWORK, _change),
    (Stage.INDEXED, _index_spring),
    (Stage.CHARTED, _chart_spring),
    (Stage.INDEXED, _redefine),
    (Stage.INDEXED, _index_autumn),
    (Stage.CHARTED, _chart_autumn),
)
"""The team's work in the order in which it was done, each with the stage of the method that it belongs to."""
