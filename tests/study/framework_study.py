"""A study with a small framework, a source, codings and cells, for tests of what operations do to them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import trellis
from tests.store.factories import add_source
from trellis.core.case import Case, CaseKind
from trellis.core.chart import Blank, Cell, CellState, Evidence, EvidenceFor, Layer, Side, Statement
from trellis.core.coding import Coding
from trellis.core.framework_wording import Wording
from trellis.core.order import spread
from trellis.study.resolve import adopted_round, main_chart, newest_framework_version, theme_given
from trellis.study.work import Work

ROLES = Path(trellis.__file__).parent / "examples" / "roles"


def work(study) -> Work:
    """The door below the use cases, for rows that other use cases write."""
    return study._work


def with_themes(study, *names: str) -> None:
    """Themes by nesting: ">Meetings" is a sub-theme of the last name without a mark."""
    parent = ""
    for name in names:
        if name.startswith(">"):
            study.framework.add(Wording(name[1:]), parent)
        else:
            study.framework.add(Wording(name))
            parent = name


def records(study, kind, **equal):
    with work(study).read() as reader:
        return reader.all(kind, **equal)


def theme(study, given: str):
    with work(study).read() as reader:
        return theme_given(reader, given)


@dataclass
class Placed:
    """What `coded` and `charted` need to know of the study."""

    source: int
    version: int
    case: int


def with_source(study, name: str = "one") -> Placed:
    with work(study).change("test.source") as change:
        added = add_source(change, name=name)
        case = change.new_key()
        change.insert(Case(case, 0, CaseKind.PERSON, name, None, ""))
    return Placed(added.k, added.current, case)


def coded(study, placed: Placed, given: str, start: int = 0, end: int = 4, *, note: str = "") -> int:
    """A coding under a theme, and its key."""
    with work(study).change("index.code") as change:
        newest = newest_framework_version(change)
        k = change.new_key()
        under = theme_given(change, given).k
        version = None if newest is None else newest.k
        where = (placed.source, placed.version, start, end)
        change.insert(Coding(k, 0, *where, under, change.person, adopted_round(change).k, version, note, (), change.at))
    return k


def charted(
    study, placed: Placed, given: str, *texts: str, state=CellState.CHARTED, blank: Blank | None = None
) -> None:
    """A cell with summaries, or a blank one."""
    with work(study).change("chart.write") as change:
        chart, under = main_chart(change).k, theme_given(change, given).k
        change.insert(Cell(chart, placed.case, 0, under, 0, state, blank, None, change.key, change.person, change.at))
        for pos, text in zip(spread(len(texts)), texts, strict=True):
            place = (chart, placed.case, 0, under)
            change.insert(
                Statement(change.new_key(), 0, *place, pos, Layer.SUMMARY, text, None, change.person, change.at)
            )


def resting(study, coding: int) -> int:
    """Evidence of some statement that points at a coding, and its key."""
    with work(study).change("chart.link") as change:
        found = change.get(Coding, coding)
        k = change.new_key()
        statement = change.all(Statement)[0].k
        segment = (found.source, found.version, found.start, found.end, coding)
        nowhere = (None, None, None, None)
        change.insert(
            Evidence(k, 0, EvidenceFor.STATEMENT, statement, Side.FOR, *segment, *nowhere, star=False, seen=found.rev)
        )
    return k


def names(study) -> list[str]:
    """The framework as "1.1 Meetings", from top to bottom."""
    return [f"{row[0]} {row[1]}" for row in study.framework.tree().rows()]
