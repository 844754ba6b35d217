"""What must be looked at again after the framework changed, and why. Pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.framework import FrameworkVersion, Operation, ThemeOperation
from trellis.core.framework_tree import Tree
from trellis.core.framework_versions import became
from trellis.core.keys import Key


class TodoKind(StrEnum):
    """What is to be done."""

    CHECK = "check coding"
    ALLOCATE = "allocate coding"
    CELL = "check cell"
    READ = "read source again"


@dataclass(frozen=True, slots=True)
class TodoItem:
    """One thing to look at again.

    item: what `settle` takes. theme: the theme that it stands under; label: as people say it. place: the source,
    or the case with its wave. words: the words of the segment, "" for a cell or a source. coder: who made the
    coding. only_moved: a cell that a merge carried along as it was.
    """

    item: str
    kind: TodoKind
    k: Key
    theme: Key
    label: str
    place: str
    words: str
    why: str
    coder: str = ""
    only_moved: bool = False


def why(done: ThemeOperation, tree: Tree, operations: Iterable[ThemeOperation]) -> str:
    """What an operation did, with the reason that was given."""
    if done.theme in done.into:
        return "said otherwise when it took others in" + (f": {done.reason}" if done.reason else "")
    told = {
        Operation.REDEFINE: "redefined",
        Operation.ADD: "added",
        Operation.SPLIT: became(done.theme, tree, operations),
        Operation.MERGE: f"“{done.was[0] if done.was else ''}” was merged into it",
    }.get(done.kind, done.kind.value)
    return f"{told}: {done.reason}" if done.reason else told


@dataclass(frozen=True, slots=True)
class Indexed:
    """The codings of one source made under one framework version. last: when the newest was made (ms, UTC)."""

    source: Key
    version: Key | None
    last: int


@dataclass(frozen=True, slots=True)
class Birth:
    """A theme that was added. at: ms since 1970, UTC. seq: number of the change."""

    theme: Key
    at: int
    seq: int


def unread_since(
    births: Iterable[Birth],
    indexed: Iterable[Indexed],
    versions: Iterable[FrameworkVersion],
    found: frozenset[tuple[Key, Key]],
) -> list[tuple[Key, Birth]]:
    """Sources that were indexed before a theme was born, and so never for it: (source, birth), in order.

    found: (source, theme) where there are codings, which settles it. A source knows a theme if a coding was
    made under a version that has it, or, under what was then the newest version, once the theme was there.
    """
    by_source: dict[Key, list[Indexed]] = {}
    for some in indexed:
        by_source.setdefault(some.source, []).append(some)
    listed = sorted(versions, key=lambda version: version.number)
    themes = {version.k: {theme[0] for theme in version.themes} for version in listed}
    return [
        (source, birth)
        for birth in births
        for source, made in sorted(by_source.items())
        if (source, birth.theme) not in found and not any(_knew(some, birth, listed, themes) for some in made)
    ]


def _knew(made: Indexed, birth: Birth, versions: list[FrameworkVersion], themes: dict[Key, set[Key]]) -> bool:
    if made.version is not None and birth.theme in themes.get(made.version, set()):
        return True
    newest_then = [version.k for version in versions if version.at <= made.last]
    under_newest = made.version == (newest_then[-1] if newest_then else None)
    return under_newest and made.last >= birth.at
