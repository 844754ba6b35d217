"""The framework as tables: the tree, its versions, what became of themes and numbers. Shared steps on a reader."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from trellis.analysis.table import Table
from trellis.core.errors import NotFound
from trellis.core.framework import FrameworkVersion, Operation, ThemeOperation
from trellis.core.framework_tree import Tree
from trellis.core.framework_versions import (
    Difference,
    Kind,
    became,
    compared,
    earlier_numbers,
    next_name,
    printed,
    printed_now,
    sightings,
    size_of,
)
from trellis.core.study import Person
from trellis.store.queries import framework as queries
from trellis.store.reader import Reader
from trellis.study.framework_writing import tree_of
from trellis.study.resolve import adopted_round, framework_version_named, newest_framework_version


def operations_in_order(reader: Reader) -> list[ThemeOperation]:
    """Every operation on the framework, oldest first."""
    return sorted(reader.all(ThemeOperation), key=lambda done: (done.at, done.k))


def version_table(reader: Reader, version: str) -> Table:
    """The themes of a named version, from top to bottom. Raises NotFound."""
    found = framework_version_named(reader, version)
    rows = tuple((theme.number, theme.name, theme.definition, theme.origin) for theme in printed(found))
    return Table(("number", "name", "definition", "origin"), rows, f"Framework {found.name}", found.reason)


def tree_table(reader: Reader, *, codings: bool, codes: bool) -> Table:
    """The framework from top to bottom, open codes below it where wanted."""
    tree = tree_of(reader)
    listed = tree.in_order() + ([("", code) for code in tree.codes()] if codes else [])
    counts = queries.codings_by_theme(reader.connection, adopted_round(reader).k) if codings else {}
    rows = tuple(
        (number, t.name, t.definition, *((counts.get(t.k, 0),) if codings else ()), t.origin.value, t.state.value)
        for number, t in listed
    )
    columns = ("number", "name", "definition", *(("codings",) if codings else ()), "origin", "state")
    return Table(columns, rows, "Framework", standing(reader, tree))


def standing(reader: Reader, tree: Tree) -> str:
    """Which version the framework is, or what has changed since the newest one."""
    newest = newest_framework_version(reader)
    if newest is None:
        return "No version named yet."
    changed = Counter(found.kind for found in compared(printed(newest), printed_now(tree)))
    if not changed:
        return f"This is version {newest.name}."
    return f"Changed since {newest.name}: " + ", ".join(
        f"{changed[kind]} {kind.value}" for kind in Kind if changed[kind]
    )


def suggested_name(reader: Reader) -> str:
    """The name that habit gives to the next version."""
    newest = newest_framework_version(reader)
    if newest is None:
        return "v1"
    return next_name(newest.name, size_of(compared(printed(newest), printed_now(tree_of(reader)))))


def operations_table(reader: Reader) -> Table:
    """Every operation: when, who, what, on which theme, what it is now, why."""
    tree, names = tree_of(reader), {person.k: person.name for person in reader.all(Person)}
    listed = operations_in_order(reader)
    rows = tuple(
        (
            _day(done.at),
            names.get(done.by, ""),
            done.kind.value,
            _then(done, tree),
            became(done.theme, tree, listed),
            done.reason,
        )
        for done in listed
    )
    return Table(("day", "who", "operation", "theme then", "theme now", "reason"), rows, "Operations on the framework")


def _then(done: ThemeOperation, tree: Tree) -> str:
    """The theme as it was called when the operation was done; a theme that it made has its name of now."""
    if not done.was:
        return tree.themes[done.theme].name
    return f"{done.was[5]} {done.was[0]}".strip()


def _day(at: int) -> str:
    return dt.datetime.fromtimestamp(at / 1000, dt.UTC).strftime("%Y-%m-%d")


def versions_table(reader: Reader) -> Table:
    """The named versions, newest first."""
    names = {person.k: person.name for person in reader.all(Person)}
    versions = sorted(reader.all(FrameworkVersion), key=lambda version: version.number)
    rows = []
    for at, version in enumerate(versions):
        earlier = printed(versions[at - 1]) if at else []
        found = compared(earlier, printed(version)) if at else []
        size = size_of(found).value if at else ""
        rows.append(
            (version.name, _day(version.at), names.get(version.by, ""), version.reason, len(version.themes), size)
        )
    return Table(("version", "day", "who", "reason", "themes", "change"), tuple(reversed(rows)), "Framework versions")


def comparison_table(reader: Reader, before: str, after: str) -> Table:
    """What became of each theme between two versions, with the reasons that were given."""
    first = framework_version_named(reader, before)
    last = framework_version_named(reader, after) if after else None
    tree, listed = tree_of(reader), operations_in_order(reader)
    between = [done for done in listed if _lies_between(done, first, last)]
    rows = tuple(
        (
            found.kind.value,
            found.before.label if found.before else None,
            found.after.label if found.after else None,
            _detail(found, tree, listed),
            "; ".join(_reasons(found, between)),
        )
        for found in compared(printed(first), printed_now(tree) if last is None else printed(last))
    )
    later = "as it is" if last is None else last.name
    return Table(("change", first.name, later, "detail", "reason"), rows, f"Framework {first.name} and {later}")


def _lies_between(done: ThemeOperation, first: FrameworkVersion, last: FrameworkVersion | None) -> bool:
    """Whether an operation was done after one version was named and not after the other."""
    return done.rev != first.rev and done.at >= first.at and (last is None or done.at <= last.at)


def _detail(found: Difference, tree: Tree, listed: list[ThemeOperation]) -> str:
    if found.kind is Kind.GONE and found.before is not None:
        return became(found.before.k, tree, listed)
    if found.kind is Kind.REDEFINED and found.after is not None:
        return found.after.definition
    if found.kind is Kind.BORN and found.after is not None:
        sources = [done.theme for done in listed if done.kind is Operation.SPLIT and found.after.k in done.into]
        return ", ".join(f"split from “{tree.themes[k].name}”" for k in sources) or found.after.definition
    return ""


_EXPLAINS = {
    Kind.BORN: {Operation.ADD, Operation.SPLIT},
    Kind.GONE: {Operation.SPLIT, Operation.MERGE, Operation.RETIRE},
    Kind.RENAMED: {Operation.RENAME, Operation.MERGE},
    Kind.REDEFINED: {Operation.REDEFINE, Operation.MERGE},
    Kind.REWORDED: {Operation.REDEFINE, Operation.MERGE},
    Kind.MOVED: {Operation.MOVE, Operation.MERGE, Operation.SPLIT},
    Kind.RENUMBERED: set[Operation](),
}


def _reasons(found: Difference, listed: list[ThemeOperation]) -> list[str]:
    theme = found.after or found.before
    if theme is None:
        return []
    kinds = _EXPLAINS[found.kind]
    fitting = [done.reason for done in listed if done.kind in kinds and theme.k in (done.theme, *done.into)]
    return [reason for reason in dict.fromkeys(fitting) if reason]


def sightings_table(reader: Reader, number: str) -> Table:
    """What stands or stood under a printed number. Raises NotFound."""
    tree, listed, versions = tree_of(reader), operations_in_order(reader), reader.all(FrameworkVersion)
    found = sightings(number, tree, versions)
    if not found:
        message = f"no theme has or had the number {number}, neither today nor in a named version"
        raise NotFound(message)
    rows = tuple(
        (
            sighting.version or "today",
            sighting.theme.number,
            sighting.theme.name,
            became(sighting.theme.k, tree, listed),
            earlier_numbers(sighting.theme.k, tree.number(sighting.theme.k), versions),
        )
        for sighting in found
    )
    return Table(("in", "number", "name", "now", "earlier"), rows, f"Number {number}")
