"""Writing an operation on the framework, with what it does to codings and cells. Shared steps on an open change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from trellis.core.coding import Coding
from trellis.core.errors import Invalid
from trellis.core.framework import Operation, Theme, ThemeOperation, ThemeTodo, TodoState
from trellis.core.framework_operations import Outcome, Record, add, open_code
from trellis.core.framework_tree import Spot, Tree
from trellis.core.framework_versions import became
from trellis.core.framework_wording import Wording
from trellis.core.keys import Key
from trellis.store.changes import Change
from trellis.store.reader import Reader
from trellis.study.framework_carrying import Carried, carry


@dataclass(frozen=True, slots=True)
class Why:
    """Why an operation was done: the reason, the memo that decided it, who did it (None: who works)."""

    reason: str = ""
    memo: Key | None = None
    by: Key | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation did.

    themes: the themes it was about. made: the themes that it made.
    records: what is kept of it. said: what was done, in one line.
    codings: how many were carried along (merge), or put on the to-do list (redefine, split).
    cells: how many were carried along.
    """

    kind: Operation
    themes: tuple[Key, ...]
    made: tuple[Key, ...]
    records: tuple[ThemeOperation, ...]
    said: str
    codings: int = 0
    cells: int = 0


def tree_of(reader: Reader) -> Tree:
    """The framework as it is, all themes that ever were included."""
    return Tree(reader.all(Theme))


def add_all(change: Change, lines: Sequence[Wording | tuple[Wording, ...]], parent: Key | None, why: Why) -> list[Done]:
    """Writes new themes behind the last under `parent`, each with the sub-themes that stand with it."""
    if not lines:
        message = "name at least one theme"
        raise Invalid(message)
    done: list[Done] = []
    for line in lines:
        first, *subs = line if isinstance(line, tuple) else (line,)
        done.append(perform(change, add(tree_of(change), change.new_key(), first, Spot(parent)), why))
        above = Spot(done[-1].made[0])
        done += [perform(change, add(tree_of(change), change.new_key(), words, above), why) for words in subs]
    return done


def new_code(change: Change, words: Wording) -> Theme:
    """Writes a new open code. Raises AlreadyThere, Invalid."""
    made = open_code(tree_of(change), change.new_key(), words)
    change.insert(replace(made, defined=change.key))
    return change.get(Theme, made.k)


def perform(change: Change, outcome: Outcome, why: Why) -> Done:
    """Writes an operation: its themes, its records, its effects on codings and cells."""
    defined = dict.fromkeys(outcome.redefined, change.key)
    change.insert_all(replace(theme, defined=change.key) for theme in outcome.made)
    change.update_all((old, replace(new, defined=defined.get(new.k, new.defined))) for old, new in outcome.pairs)
    records = [_operation(change, record, why) for record in outcome.records]
    change.insert_all(records)
    codings, cells = _effects(change, records, outcome.redefined)
    themes = tuple(record.theme for record in records)
    made = tuple(theme.k for theme in outcome.made)
    said = _said(tree_of(change), records, codings, cells)
    return Done(records[0].kind, themes, made, tuple(records), said, codings, cells)


def _said(tree: Tree, records: list[ThemeOperation], codings: int, cells: int) -> str:
    """What was done, in one line."""
    kind = records[0].kind
    told = [became(record.theme, tree, records) for record in records]
    if kind is Operation.SPLIT:
        waiting = f"; {codings} codings wait to be allocated" if codings else ""
        return f"“{tree.themes[records[0].theme].name}” was {told[0]}{waiting}"
    if kind is Operation.MERGE:
        gone = [tree.themes[record.theme].name for record in records if record.theme not in record.into]
        went = ", ".join(f"“{name}”" for name in gone)
        return f"{went} {told[0]}; {codings} codings and {cells} cells were carried along"
    if kind is Operation.RETIRE:
        return f"retired: {', '.join(tree.label(record.theme) for record in records)}"
    checking = f"; {codings} codings are to be checked again" if codings else ""
    return f"{_PAST[kind]}: {told[0]}{checking}"


_PAST = {
    Operation.ADD: "added",
    Operation.RENAME: "renamed",
    Operation.REDEFINE: "redefined",
    Operation.MOVE: "moved",
}


def _operation(change: Change, record: Record, why: Why) -> ThemeOperation:
    by = change.person if why.by is None else why.by
    said = (record.kind, record.theme, record.into, record.was, why.reason)
    return ThemeOperation(change.new_key(), 0, *said, why.memo, by, change.at)


def _effects(change: Change, records: Iterable[ThemeOperation], redefined: frozenset[Key]) -> tuple[int, int]:
    """How many codings and how many cells the operations reached."""
    codings = cells = 0
    for record in records:
        if record.kind is Operation.SPLIT or (record.kind is Operation.REDEFINE and record.theme in redefined):
            codings += _put_on_list(change, record)
        elif record.kind is Operation.MERGE and record.theme not in record.into:
            carried: Carried = carry(change, record.theme, record.into[0])
            codings += carried.codings
            cells += carried.cells
    return codings, cells


def _put_on_list(change: Change, operation: ThemeOperation) -> int:
    """An entry of the to-do list for each coding under the operation's theme."""
    under = change.all(Coding, theme=operation.theme)
    keys = change.new_keys(len(under))
    change.insert_all(
        ThemeTodo(k, 0, operation.k, coding.k, TodoState.OPEN, None) for k, coding in zip(keys, under, strict=True)
    )
    return len(under)
