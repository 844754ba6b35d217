"""References that waited for their transcript, followed once it is there: one change a case, all in one batch."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from trellis.analysis.table import Table
from trellis.core.case import Case
from trellis.core.chart import Layer, Statement
from trellis.core.framework import Theme
from trellis.core.framework_tree import Tree
from trellis.core.keys import Key
from trellis.core.printed_reference import ReferenceKind
from trellis.store.changes import Change
from trellis.study.chart_points import Settled, link_new, settled, waits
from trellis.study.chart_writing import cell_at, touched
from trellis.study.following import Follower
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reference that leads nowhere yet, and why."""

    case: str
    theme: str
    statement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came of it. statements: how many rest on words now that did not; evidence: how many links were made."""

    statements: int
    evidence: int
    waiting: tuple[Waiting, ...]

    def table(self) -> Table:
        """The references that still wait, with the reason."""
        rows = tuple((w.case, w.theme, w.statement, w.reason) for w in self.waiting)
        note = (
            f"{self.statements} statements rest on {self.evidence} segments now; {len(self.waiting)} references wait."
        )
        return Table(("case", "theme", "statement", "reason"), rows, "References that wait", note)


def resolve(work: Work, *, bare: ReferenceKind, dry_run: bool) -> Resolved:
    """Follows every reference that waits; see `ChartOfStudy.resolve_references`."""
    with work.read() as reader:
        waiting = [statement for statement in reader.all(Statement) if statement.pending]
    by_case: dict[Key, list[Statement]] = {}
    for statement in waiting:
        by_case.setdefault(statement.row, []).append(statement)
    found = Resolved(0, 0, ())
    if dry_run:
        with work.rehearsal("chart.resolve") as change:
            for own in by_case.values():
                found = _joined(found, _resolve_case(change, own, bare))
        return found
    batch: Key | None = None
    for own in by_case.values():
        opened: AbstractContextManager[Change] = work.change("chart.resolve", batch=batch)
        with opened as change:
            batch = change.start_batch() if batch is None else batch
            found = _joined(found, _resolve_case(change, own, bare))
    return found


def _joined(one: Resolved, other: Resolved) -> Resolved:
    return Resolved(one.statements + other.statements, one.evidence + other.evidence, (*one.waiting, *other.waiting))


def _resolve_case(change: Change, statements: list[Statement], bare: ReferenceKind) -> Resolved:
    follower = Follower(change, bare)
    tree = Tree(change.all(Theme))
    done = Resolved(0, 0, ())
    for statement in statements:
        point = waits(statement)
        if point is None:
            continue
        made = settled(change, follower, statement.place, point)
        links = _follow_up(change, statement, made)
        names = (change.get(Case, statement.row).name, tree.label(statement.theme), statement.text)
        still = tuple(Waiting(*names, reason) for reason in made.remarks if made.pending)
        done = _joined(done, Resolved(int(links > 0), links, still))
    return done


def _follow_up(change: Change, statement: Statement, made: Settled) -> int:
    """Gives a statement what was found for it: evidence first, then words that are verbatim now."""
    links = link_new(change, statement, made.evidence)
    if not links and made.pending == statement.pending:
        return 0
    layer = made.layer if statement.layer is Layer.SUMMARY else statement.layer
    change.update(statement, replace(statement, text=made.text, layer=layer, pending=made.pending))
    cell = cell_at(change, statement.place)
    touched(change, statement.place, blank=None if cell is None else cell.blank)
    return links
