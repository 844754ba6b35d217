"""Named versions of the framework: taking one, comparing two, finding a printed number again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trellis.core.framework import FrameworkVersion, Operation, ThemeOperation, ThemeState
from trellis.core.framework_tree import Tree
from trellis.core.keys import Key


@dataclass(frozen=True, slots=True)
class Printed:
    """A theme as it stands in a version."""

    k: Key
    parent: Key | None
    number: str
    name: str
    definition: str
    include: str
    exclude: str
    example: str
    origin: str

    @property
    def label(self) -> str:
        """Number and name."""
        return f"{self.number} {self.name}"

    @property
    def meaning(self) -> tuple[str, str, str]:
        """What decides what belongs under it."""
        return (self.definition, self.include, self.exclude)


def snapshot(
    tree: Tree,
) -> tuple[tuple[Key, Key | None, str, str, str, str, str, str, str], ...]:
    """The active themes as a version keeps them, from top to bottom."""
    return tuple(
        (t.k, t.parent, number, t.name, t.definition, t.include, t.exclude, t.example, t.origin.value)
        for number, t in tree.in_order()
    )


def printed(version: FrameworkVersion) -> list[Printed]:
    """The themes of a version, from top to bottom."""
    return [Printed(*theme) for theme in version.themes]


def printed_now(tree: Tree) -> list[Printed]:
    """The themes of the framework as it is, from top to bottom."""
    return [Printed(*theme) for theme in snapshot(tree)]


class Kind(StrEnum):
    """What may differ between two versions, in the order in which it is told."""

    BORN = "born"
    GONE = "gone"
    RENAMED = "renamed"
    REDEFINED = "redefined"
    REWORDED = "example or origin changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of one theme. before: None if it is born; after: None if it is gone."""

    kind: Kind
    before: Printed | None
    after: Printed | None


def compared(before: Sequence[Printed], after: Sequence[Printed]) -> list[Difference]:
    """What became of each theme, in the order of the later version; what is gone stands last."""
    old = {theme.k: theme for theme in before}
    new = {theme.k: theme for theme in after}
    stayed = _unmoved(before, after)
    found: list[Difference] = []
    for theme in after:
        earlier = old.get(theme.k)
        if earlier is None:
            found.append(Difference(Kind.BORN, None, theme))
        else:
            found += [Difference(kind, earlier, theme) for kind in _kinds(earlier, theme, stayed)]
    return found + [Difference(Kind.GONE, theme, None) for theme in before if theme.k not in new]


def _kinds(earlier: Printed, theme: Printed, stayed: set[Key]) -> list[Kind]:
    moved = theme.k not in stayed
    tests = (
        (Kind.RENAMED, earlier.name != theme.name),
        (Kind.REDEFINED, earlier.meaning != theme.meaning),
        (Kind.REWORDED, (earlier.example, earlier.origin) != (theme.example, theme.origin)),
        (Kind.MOVED, moved),
        (Kind.RENUMBERED, not moved and earlier.number != theme.number),
    )
    return [kind for kind, holds in tests if holds]


def _unmoved(before: Sequence[Printed], after: Sequence[Printed]) -> set[Key]:
    """The themes that kept their parent and, among those siblings, the longest run that kept its order."""
    parents = {theme.k: theme.parent for theme in before}
    rank = {theme.k: at for at, theme in enumerate(before)}
    families: dict[Key | None, list[Key]] = {}
    for theme in after:
        if theme.k in parents and parents[theme.k] == theme.parent:
            families.setdefault(theme.parent, []).append(theme.k)
    return {k for family in families.values() for k in _longest_rising(family, rank)}


def _longest_rising(keys: list[Key], rank: dict[Key, int]) -> list[Key]:
    best: list[list[Key]] = []
    for k in keys:
        fitting = [run for run in best if rank[run[-1]] < rank[k]]
        best.append([*max(fitting, key=len, default=[]), k])
    return max(best, key=len, default=[])


class Size(StrEnum):
    """How much changed: wording; something added or moved; a split, merge, redefinition or retirement."""

    NONE = "none"
    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


_SIZES = {
    Kind.BORN: Size.MINOR,
    Kind.GONE: Size.MAJOR,
    Kind.RENAMED: Size.PATCH,
    Kind.REDEFINED: Size.MAJOR,
    Kind.REWORDED: Size.PATCH,
    Kind.MOVED: Size.MINOR,
    Kind.RENUMBERED: Size.NONE,
}
_SEMANTIC = re.compile(r"(v?)(\d+)(?:\.(\d+))?(?:\.(\d+))?")


def size_of(differences: Iterable[Difference]) -> Size:
    """The size of the largest difference."""
    order = list(Size)
    return max((_SIZES[found.kind] for found in differences), key=order.index, default=Size.NONE)


def next_name(name: str, size: Size) -> str:
    """The name that habit gives to what comes after a version: v1 → v2, v1.1 or v1.0.1.

    A name that is no version number gives "v1"; with no difference, the name stays.
    """
    parts = _SEMANTIC.fullmatch(name.strip())
    if parts is None:
        return "v1"
    major, minor, patch = (int(parts[at] or 0) for at in (2, 3, 4))
    if size is Size.MAJOR:
        return f"{parts[1]}{major + 1}"
    if size is Size.MINOR:
        return f"{parts[1]}{major}.{minor + 1}"
    return f"{parts[1]}{major}.{minor}.{patch + 1}" if size is Size.PATCH else name


def became(k: Key, tree: Tree, operations: Iterable[ThemeOperation]) -> str:
    """Where a theme is now: its number and name, or what it went into ("split into 5.1 …, 5.2 …"; "retired")."""
    theme = tree.themes[k]
    if theme.state is ThemeState.ACTIVE:
        return tree.label(k)
    if theme.state is ThemeState.CODE:
        return f"open code “{theme.name}”"
    listed = list(operations)
    into = _went_into(k, theme.state, listed)
    if not into:
        return theme.state.value
    word = "split into" if theme.state is ThemeState.SPLIT else "merged into"
    return f"{word} {', '.join(became(other, tree, listed) for other in into)}"


def _went_into(k: Key, state: ThemeState, operations: list[ThemeOperation]) -> tuple[Key, ...]:
    kind = {ThemeState.SPLIT: Operation.SPLIT, ThemeState.MERGED: Operation.MERGE}.get(state)
    found = [done.into for done in operations if done.theme == k and done.kind is kind and k not in done.into]
    return found[-1] if found else ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """A printed number in one version. version: "" for the framework as it is."""

    version: str
    theme: Printed


def sightings(number: str, tree: Tree, versions: Iterable[FrameworkVersion]) -> list[Sighting]:
    """Whatever stands, or stood, under a printed number: today first, then the versions, newest first."""
    wanted = number.strip().rstrip(".")
    found = [Sighting("", theme) for theme in printed_now(tree) if theme.number == wanted]
    for version in sorted(versions, key=lambda version: -version.number):
        found += [Sighting(version.name, theme) for theme in printed(version) if theme.number == wanted]
    return found


def earlier_numbers(k: Key, number: str, versions: Iterable[FrameworkVersion]) -> str:
    """Where a theme stood under another number: "was 3.5 in v1, 4.1 in v0"; "" if nowhere."""
    found = [
        f"{theme.number} in {version.name}"
        for version in sorted(versions, key=lambda version: -version.number)
        for theme in printed(version)
        if theme.k == k and theme.number != number
    ]
    return f"was {', '.join(found)}" if found else ""
