"""Doing a list of operations from a file. Shared steps on an open change."""

from __future__ import annotations

from dataclasses import replace

from trellis.analysis.table import Table
from trellis.core.errors import Ambiguous, BadTable, Invalid, NotFound, TrellisError
from trellis.core.framework import FrameworkVersion, Operation, ThemeState
from trellis.core.framework_file import NUMBER, FileOperation, OperationsFile
from trellis.core.framework_operations import Outcome, add, merge, move, place, redefine, rename, retire, split
from trellis.core.framework_tree import Spot, Tree
from trellis.core.framework_versions import became, printed, printed_now
from trellis.core.framework_wording import Wording, reworded
from trellis.core.keys import NO_KEY, Key
from trellis.core.study import Person
from trellis.store.changes import Change
from trellis.study.framework_naming import named_version
from trellis.study.framework_writing import Done, Why, perform, tree_of
from trellis.study.resolve import folded


def applied(change: Change, listed: OperationsFile, *, memo: Key | None, name_version: bool) -> Table:
    """Does every operation of a file and names the version it leads to. Raises BadTable, Invalid, NotFound."""
    naming = Naming(change, listed.before)
    people = {folded(person.name): person.k for person in change.all(Person)}
    rows = []
    for at, operation in enumerate(listed.operations, 1):
        tree = tree_of(change)
        try:
            about = [naming.find(tree, given) for given in operation.themes]
            labels = [_as_given(tree, k, given) for k, given in zip(about, operation.themes, strict=True)]
            done = perform(change, _outcome(change, tree, operation, naming), _why(operation, people, memo))
        except BadTable:
            raise
        except TrellisError as error:
            message = f"{operation.place} ({operation.kind.value}): {error}"
            raise type(error)(message) from error
        naming.learn(tree_of(change), done)
        rows.append(
            (at, operation.kind.value, ", ".join(labels), _result(change, done), done.codings, operation.reason)
        )
    note = ""
    if name_version and listed.after:
        named_version(change, listed.after, listed.reason)
        note = f"Version {listed.after} is named."
    columns = ("operation", "kind", "theme", "becomes", "codings to look at or carried", "reason")
    return Table(columns, tuple(rows), "Operations", note)


def _as_given(tree: Tree, k: Key, given: str) -> str:
    """A theme by the number that the file gives it, and the name that it has by now."""
    return f"{given} {tree.themes[k].name}" if NUMBER.fullmatch(given.strip()) else tree.themes[k].name


def _result(change: Change, done: Done) -> str:
    tree = tree_of(change)
    return ", ".join(tree.label(k) for k in done.made) or became(done.themes[0], tree, done.records)


def _why(operation: FileOperation, people: dict[str, Key], memo: Key | None) -> Why:
    """The reason with the person who gave it; a name that the study does not know stands in the reason."""
    by = people.get(folded(operation.who)) if operation.who else None
    unknown = f" ({operation.who})" if operation.who and by is None else ""
    return Why(operation.reason + unknown, memo, by)


class Naming:
    """How a list of operations names themes: by number in the version before, or by name if the list made them."""

    def __init__(self, change: Change, before: str) -> None:
        tree = tree_of(change)
        versions = [version for version in change.all(FrameworkVersion) if folded(version.name) == folded(before)]
        themes = printed(versions[0]) if before and versions else printed_now(tree)
        self._version = before if versions else "the framework as it is"
        self._by_number = {theme.number: theme.k for theme in themes}
        self._made: dict[str, Key] = {}

    def learn(self, tree: Tree, done: Done) -> None:
        """Takes note of the themes that an operation made; the newest has the name."""
        self._made.update({folded(tree.themes[k].name): k for k in done.made})

    def find(self, tree: Tree, given: str) -> Key:
        """The theme that is meant. Raises NotFound, Ambiguous."""
        plain = given.strip().rstrip(".")
        if NUMBER.fullmatch(plain):
            if plain in self._by_number:
                return self._by_number[plain]
            message = f"there is no theme {plain} in {self._version}; it has {', '.join(self._by_number) or 'none'}"
            raise NotFound(message)
        if folded(given) in self._made:
            return self._made[folded(given)]
        return _only_named(tree, given)

    def spot(self, tree: Tree, operation: FileOperation) -> Spot:
        """Where an operation puts a theme."""
        parent = self.find(tree, operation.parent) if operation.parent else None
        if operation.after is None:
            return Spot(parent)
        return Spot(parent, self.find(tree, operation.after) if operation.after else NO_KEY)


def _only_named(tree: Tree, given: str) -> Key:
    usable = {ThemeState.ACTIVE, ThemeState.CODE}
    fitting = [k for k, t in tree.themes.items() if folded(t.name) == folded(given) and t.state in usable]
    if len(fitting) > 1:
        message = f"“{given}” is the name of {', '.join(map(tree.label, fitting))}; give the number"
        raise Ambiguous(message)
    if not fitting:
        message = f"there is no theme “{given}”; give its number in the version before, or the name of a new one"
        raise NotFound(message)
    return fitting[0]


def _outcome(change: Change, tree: Tree, operation: FileOperation, naming: Naming) -> Outcome:
    """What one operation of the file makes of the themes. Raises Invalid, NotFound, AlreadyThere."""
    if operation.kind is Operation.ADD:
        return _added(change, tree, operation, naming)
    keys = [naming.find(tree, given) for given in operation.themes]
    if operation.kind is Operation.MERGE:
        kept = naming.find(tree, operation.keeps) if operation.keeps else _first(keys, operation)
        return merge(tree, keys, kept, operation.words)
    k = _first(keys, operation)
    if operation.kind is Operation.RENAME:
        return rename(tree, k, operation.words.name or "")
    if operation.kind is Operation.REDEFINE:
        return redefine(tree, k, operation.words)
    if operation.kind is Operation.MOVE:
        return move(tree, k, naming.spot(tree, operation))
    if operation.kind is Operation.RETIRE:
        return retire(tree, k, with_sub_themes=operation.with_sub_themes)
    parts = tuple(zip(change.new_keys(len(operation.into)), operation.into, strict=True))
    heir = next((new for new, words in parts if words.name == operation.sub_themes_to), None)
    return split(tree, k, parts, heir)


def _added(change: Change, tree: Tree, operation: FileOperation, naming: Naming) -> Outcome:
    """A new theme; or, where `theme` names an open code, that code put into the framework."""
    if operation.themes:
        return place(tree, naming.find(tree, operation.themes[0]), naming.spot(tree, operation))
    words = reworded(Wording(""), replace(operation.words, name=operation.words.name or ""))
    return add(tree, change.new_key(), words, naming.spot(tree, operation))


def _first(keys: list[Key], operation: FileOperation) -> Key:
    if not keys:
        message = f'it names no theme; give one, like theme = "5.2" (operation “{operation.kind.value}”)'
        raise Invalid(message)
    return keys[0]
