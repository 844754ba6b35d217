"""A framework, and a list of operations on one, as they stand in a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from trellis.core.errors import BadTable
from trellis.core.framework import Operation
from trellis.core.framework_wording import Rewording, Wording

NUMBER = re.compile(r"\d+(?:\.\d+)*\.?")


@dataclass(frozen=True, slots=True)
class FileTheme:
    """A theme in a file. number: "2.3". place: where it stands there ("row 4", "line 12"), for messages."""

    number: str
    words: Wording
    place: str = field(default="", compare=False)

    @property
    def parent(self) -> str:
        """The number of the theme it is under, "" for a main theme."""
        return self.number.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class FrameworkFile:
    """A framework as a file holds it. date: ISO, or "". themes: from top to bottom; numbers are positions."""

    themes: tuple[FileTheme, ...]
    title: str = ""
    version: str = ""
    date: str = ""
    by: tuple[str, ...] = ()
    reason: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class FileOperation:
    """One operation in a file. Themes are named by number in the version before, or by name if the list made them.

    themes: those of a merge, else the one it is about. after: "" for first, None for last.
    """

    kind: Operation
    themes: tuple[str, ...]
    place: str
    keeps: str = ""
    parent: str = ""
    after: str | None = None
    words: Rewording = field(default_factory=Rewording)
    into: tuple[Wording, ...] = ()
    who: str = ""
    reason: str = ""
    sub_themes_to: str = ""
    with_sub_themes: bool = False


@dataclass(frozen=True, slots=True)
class OperationsFile:
    """Operations, in order, that make one version of a framework into the next."""

    operations: tuple[FileOperation, ...]
    before: str = ""
    after: str = ""
    reason: str = ""
    date: str = ""
    by: tuple[str, ...] = ()


def number_parts(number: str) -> tuple[int, ...]:
    """A printed number as whole numbers: "2.10" is (2, 10)."""
    return tuple(int(part) for part in number.rstrip(".").split("."))


def in_number_order(themes: Sequence[FileTheme], name: str) -> tuple[FileTheme, ...]:
    """The themes from top to bottom, with numbers that are positions: gaps are closed.

    Raises BadTable if a number is none, stands twice, or has no theme above it.
    """
    seen: dict[tuple[int, ...], FileTheme] = {}
    for theme in themes:
        if not NUMBER.fullmatch(theme.number):
            message = (
                f"{name}, {theme.place}: “{theme.number}” is not the number of a theme; give numbers like 2 or 2.3"
            )
            raise BadTable(message)
        parts = number_parts(theme.number)
        if parts in seen:
            message = (
                f"{name}, {theme.place}: the number {theme.number} of “{theme.words.name}” was given to "
                f"“{seen[parts].words.name}” ({seen[parts].place}); give each theme a number of its own"
            )
            raise BadTable(message)
        seen[parts] = theme
    return _renumbered(seen, name)


def _renumbered(seen: dict[tuple[int, ...], FileTheme], name: str) -> tuple[FileTheme, ...]:
    new: dict[tuple[int, ...], str] = {(): ""}
    count: dict[tuple[int, ...], int] = {}
    listed: list[FileTheme] = []
    for parts in sorted(seen):
        theme, above = seen[parts], parts[:-1]
        if above not in new:
            message = (
                f"{name}, {theme.place}: there is no theme {'.'.join(map(str, above))} for {theme.number} "
                f"“{theme.words.name}” to stand under; add it, or change the number"
            )
            raise BadTable(message)
        count[above] = count.get(above, 0) + 1
        new[parts] = f"{new[above]}.{count[above]}".lstrip(".")
        listed.append(replace(theme, number=new[parts]))
    return tuple(listed)


def numbered_by_depth(depths: Sequence[tuple[int, Wording, str]]) -> tuple[FileTheme, ...]:
    """Themes with numbers counted from how deep each one stands (1 for a main theme), with its place in the file.

    Raises BadTable if one stands more than a step deeper than the one before.
    """
    counts: list[int] = []
    listed: list[FileTheme] = []
    for depth, words, place in depths:
        if depth > len(counts) + 1:
            message = (
                f"{place}: “{words.name}” stands {depth - len(counts)} steps deeper than what is above it; one fits"
            )
            raise BadTable(message)
        del counts[depth:]
        counts += [0] * (depth - len(counts))
        counts[depth - 1] += 1
        listed.append(FileTheme(".".join(map(str, counts)), words, place))
    return tuple(listed)
