"""The thematic framework of a study: its themes, the seven operations, its versions, what to look at again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.framework import FrameworkVersion, Theme, ThemeState, TodoState
from trellis.core.framework_operations import add, merge, move, place, redefine, rename, retire, split
from trellis.core.framework_todo import TodoItem
from trellis.core.framework_tree import Spot
from trellis.core.framework_wording import Rewording, Wording
from trellis.core.keys import NO_KEY, Key
from trellis.store.reader import Reader
from trellis.study import framework_files as files
from trellis.study import framework_reading as reading
from trellis.study import framework_todo as todo
from trellis.study.framework_applying import applied
from trellis.study.framework_naming import named_version
from trellis.study.framework_nodes import FrameworkNow, framework_now
from trellis.study.framework_writing import Done, Why, add_all, new_code, perform, tree_of
from trellis.study.resolve import framework_version_named, theme_given
from trellis.study.work import Work


class FrameworkOfStudy:
    """The framework. Themes are given by their printed number ("2.3") or their name.

    Every operation takes a `reason` and, where one decided it, the key of a `memo`; both are kept with it.
    """

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self, words: Wording, parent: str = "", after: str | None = None, *, reason: str = "", memo: Key | None = None
    ) -> Done:
        """Adds a theme under `parent` ("" for a main theme) behind the sibling `after` ("" first, None last).

        Raises AlreadyThere if a sibling has the name, NotFound, Invalid.
        """
        with self._work.change("framework.add") as change:
            tree = tree_of(change)
            return perform(change, add(tree, change.new_key(), words, _spot(change, parent, after)), Why(reason, memo))

    def add_all(
        self, lines: Sequence[Wording | tuple[Wording, ...]], parent: str = "", *, reason: str = ""
    ) -> list[Done]:
        """Adds several themes behind the last under `parent` ("" for main themes), in one change.

        A tuple is a theme with its sub-themes behind it. Raises AlreadyThere, NotFound, Invalid if there are none.
        """
        with self._work.change("framework.add_all") as change:
            return add_all(change, lines, theme_given(change, parent).k if parent.strip() else None, Why(reason))

    def add_code(self, words: Wording) -> Theme:
        """Adds an open code: a label that waits for its place in the framework. Raises AlreadyThere, Invalid."""
        with self._work.change("framework.add_code") as change:
            return new_code(change, words)

    def place(
        self, code: str, parent: str = "", after: str | None = None, *, reason: str = "", memo: Key | None = None
    ) -> Done:
        """Puts an open code into the framework, with its codings. Raises Invalid if it is a theme already."""
        with self._work.change("framework.place") as change:
            k = theme_given(change, code).k
            return perform(change, place(tree_of(change), k, _spot(change, parent, after)), Why(reason, memo))

    def rename(self, theme: str, name: str, *, reason: str = "", memo: Key | None = None) -> Done:
        """Gives a theme another name; its codings and cells are left alone. Raises AlreadyThere, NotFound."""
        with self._work.change("framework.rename") as change:
            k = theme_given(change, theme).k
            return perform(change, rename(tree_of(change), k, name), Why(reason, memo))

    def redefine(
        self,
        theme: str,
        words: Rewording,
        *,
        reason: str = "",
        memo: Key | None = None,
        wording_only: bool = False,
    ) -> Done:
        """Says otherwise what belongs under a theme, and puts its codings on the list to be checked again.

        wording_only: the meaning stays (a spelling mistake), so nothing has to be checked. Raises Invalid.
        """
        with self._work.change("framework.redefine") as change:
            k = theme_given(change, theme).k
            outcome = redefine(tree_of(change), k, words, wording_only=wording_only)
            return perform(change, outcome, Why(reason, memo))

    def move(
        self, theme: str, parent: str = "", after: str | None = None, *, reason: str = "", memo: Key | None = None
    ) -> Done:
        """Moves a theme with all under it; codings and cells are left alone. Raises Invalid."""
        with self._work.change("framework.move") as change:
            k = theme_given(change, theme).k
            return perform(change, move(tree_of(change), k, _spot(change, parent, after)), Why(reason, memo))

    def put(
        self, theme: str, parent: str = "", after: str | None = None, *, reason: str = "", memo: Key | None = None
    ) -> Done:
        """Puts a theme or an open code at a spot: the one is moved there, the other placed. Raises Invalid."""
        with self._work.change("framework.move") as change:
            given, tree = theme_given(change, theme), tree_of(change)
            deed = place if given.state is ThemeState.CODE else move
            return perform(change, deed(tree, given.k, _spot(change, parent, after)), Why(reason, memo))

    def reword(self, theme: str, words: Rewording, *, reason: str = "", wording_only: bool = False) -> Done:
        """Changes what is said about a theme: `rename` where only its name is given, else `redefine`."""
        renaming = words.name is not None and words == Rewording(name=words.name)
        with self._work.change("framework.rename" if renaming else "framework.redefine") as change:
            k, tree = theme_given(change, theme).k, tree_of(change)
            if renaming:
                return perform(change, rename(tree, k, words.name or ""), Why(reason))
            return perform(change, redefine(tree, k, words, wording_only=wording_only), Why(reason))

    def split(
        self,
        theme: str,
        into: list[Wording],
        *,
        sub_themes_to: str = "",
        reason: str = "",
        memo: Key | None = None,
    ) -> Done:
        """Puts new themes where an old one stood; its codings wait to be allocated to them.

        sub_themes_to: the name of the new theme that takes the old one's sub-themes. Raises Invalid, AlreadyThere.
        """
        with self._work.change("framework.split") as change:
            k = theme_given(change, theme).k
            parts = tuple(zip(change.new_keys(len(into)), into, strict=True))
            heir = next((new for new, words in parts if words.name == sub_themes_to), None)
            return perform(change, split(tree_of(change), k, parts, heir), Why(reason, memo))

    def merge(
        self,
        themes: list[str],
        into: str,
        words: Rewording | None = None,
        *,
        reason: str = "",
        memo: Key | None = None,
    ) -> Done:
        """Makes one of several: `into` stays where it is and takes the others' codings, cells and sub-themes.

        words: what the theme that stays is to say from now on. Raises Invalid, AlreadyThere.
        """
        with self._work.change("framework.merge") as change:
            keys = [theme_given(change, theme).k for theme in themes]
            kept = theme_given(change, into).k
            return perform(change, merge(tree_of(change), keys, kept, words or Rewording()), Why(reason, memo))

    def retire(self, theme: str, *, with_sub_themes: bool = False, reason: str = "", memo: Key | None = None) -> Done:
        """Takes a theme out of use; its codings stay readable, out of new charts. Raises Invalid."""
        with self._work.change("framework.retire") as change:
            k = theme_given(change, theme).k
            outcome = retire(tree_of(change), k, with_sub_themes=with_sub_themes)
            return perform(change, outcome, Why(reason, memo))

    def tree(self, *, codings: bool = False, codes: bool = False, version: str = "") -> Table:
        """The framework from top to bottom: number, name, definition, origin, state.

        codings: counts those of the adopted index, directly under each theme. codes: lists open codes below.
        version: a named version instead, as it was. Raises NotFound.
        """
        with self._work.read() as reader:
            if version:
                return reading.version_table(reader, version)
            return reading.tree_table(reader, codings=codings, codes=codes)

    def now(self) -> FrameworkNow:
        """The framework as records: themes, open codes and what is gone, each with how much is under it."""
        with self._work.read() as reader:
            return framework_now(reader)

    def operations(self) -> Table:
        """Every operation in order: time (UTC), who, kind, theme, what became of it, reason."""
        with self._work.read() as reader:
            return reading.operations_table(reader)

    def name_version(self, name: str = "", reason: str = "") -> FrameworkVersion:
        """Keeps the framework as it is under a name (else `suggested_name`), for good.

        Raises AlreadyThere, and Invalid if it has no themes.
        """
        with self._work.change("framework.version") as change:
            return named_version(change, name or reading.suggested_name(change), reason)

    def suggested_name(self) -> str:
        """The name that habit gives to the next version: v1.0.1 (wording), v1.1 (added, moved) or v2."""
        with self._work.read() as reader:
            return reading.suggested_name(reader)

    def versions(self) -> Table:
        """The named versions, newest first: name, day (UTC), who, reason, how many themes, what changed in size."""
        with self._work.read() as reader:
            return reading.versions_table(reader)

    def version(self, name: str) -> FrameworkVersion:
        """One named version, whole. Raises NotFound, Ambiguous."""
        with self._work.read() as reader:
            return framework_version_named(reader, name)

    def compare(self, before: str, after: str = "") -> Table:
        """What became of each theme between two versions ("" for the framework as it is), with the reason.

        Raises NotFound.
        """
        with self._work.read() as reader:
            return reading.comparison_table(reader, before, after)

    def find_number(self, number: str) -> Table:
        """What stands or stood under a printed number, today and in each version, and where that is now.

        Raises NotFound if nothing ever did.
        """
        with self._work.read() as reader:
            return reading.sightings_table(reader, number)

    def import_file(self, path: Path, *, dry_run: bool = False) -> Table:
        """Brings a framework in from .toml, .csv, .xlsx or a Markdown outline; the table lists its themes.

        A version that the file names is named. A study that has a framework takes no second one, but is
        compared with the file (dry_run). Raises AlreadyThere, BadTable, NotSupported.
        """
        content = files.read_framework_file(path)
        if dry_run:
            with self._work.read() as reader:
                return files.preview(reader, content)
        with self._work.change("framework.import") as change:
            return files.brought_in(change, content)

    def export(self, form: str, version: str = "") -> bytes:
        """The framework, or a version of it, as "toml", "csv", "xlsx" or "md". Raises NotFound, NotSupported."""
        with self._work.read() as reader:
            return files.written(reader, form, version)

    def apply_operations(
        self, path: Path, *, dry_run: bool = False, memo: Key | None = None, name_version: bool = True
    ) -> Table:
        """Does the operations in a TOML file, all or none, and names the version that it leads to.

        The table lists what each does. dry_run: it says so without doing it. Raises BadTable, Invalid, NotFound.
        """
        listed = files.read_operations_file(path)
        opened = self._work.rehearsal if dry_run else self._work.change
        with opened("framework.apply") as change:
            return applied(change, listed, memo=memo, name_version=name_version)

    def todo(self, *, kind: str = "", theme: str = "", place: str = "") -> Table:
        """What must be looked at again, and why: codings, cells, and sources to read for a new theme.

        kind ("check", "allocate", "check cell", "read"), theme (number or name, also of one that is gone) and
        place (a source or case) narrow it. The column `item` is what `settle` takes.
        """
        return todo.todo_table(self.todo_items(kind=kind, theme=theme, place=place))

    def todo_items(self, *, kind: str = "", theme: str = "", place: str = "") -> list[TodoItem]:
        """The to-do list as values; narrowed as in `todo`."""
        with self._work.read() as reader:
            return todo.todo_items(reader, self._work.person_name, kind=kind, theme=theme, place=place)

    def todo_counts(self) -> Table:
        """How much is to be looked at again, theme by theme, and why."""
        return todo.counted(self.todo_items())

    def keep(self, items: Sequence[str]) -> int:
        """Says of things on the to-do list that they are still right; of a source, that it was read again.

        How many were settled. Raises NotFound, and Invalid for codings of a theme that was split.
        """
        return self._settle("index.keep", items, TodoState.KEPT)

    def reallocate(self, items: Sequence[str], into: Sequence[str]) -> int:
        """Moves codings (or a cell) on the to-do list to a theme; codings to each of several. How many were moved.

        One that stands there already becomes one with it. Raises NotFound, Invalid.
        """
        return self._settle("index.reallocate", items, TodoState.MOVED, into)

    def remove(self, items: Sequence[str]) -> int:
        """Removes codings on the to-do list; what rests on them is stale then. How many went. Raises Invalid."""
        return self._settle("index.remove", items, None)

    def _settle(self, action: str, items: Sequence[str], outcome: TodoState | None, into: Sequence[str] = ()) -> int:
        with self._work.change(action) as change:
            found = todo.chosen(change, dict.fromkeys(items), self._work.person_name)
            todo.settle(change, found, outcome, into)
            return len(found)

    def accept_moved(self) -> int:
        """Accepts all cells that a merge carried along as they were. How many."""
        with self._work.change("chart.accept") as change:
            found = [item for item in todo.todo_items(change, self._work.person_name) if item.only_moved]
            todo.settle(change, found, TodoState.KEPT, ())
            return len(found)


def _spot(reader: Reader, parent: str, after: str | None) -> Spot:
    """Where a theme is to be put, from the names or numbers that people give."""
    above = theme_given(reader, parent).k if parent.strip() else None
    if after is None:
        return Spot(above)
    return Spot(above, theme_given(reader, after).k if after.strip() else NO_KEY)
