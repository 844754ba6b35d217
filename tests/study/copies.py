"""Two copies of one study, each at a place of its own, and taking snapshots of them to merge."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from tests.study.deeds import bring
from tests.study.picking import records
from trellis.core.coding import Coding
from trellis.core.framework import Theme
from trellis.core.framework_wording import Wording
from trellis.store.installation import Installation
from trellis.store.study_file import create, open_study
from trellis.store.verify import Problem
from trellis.study.study import Study, found


def opened(path: Path, home: Path, person: str, first: int = 2_000_000) -> Study:
    """A study file opened at a place of its own."""
    ticks = count(first)
    return Study(open_study(path, Installation(home), lambda: next(ticks)), person)


def start(folder: Path) -> Study:
    """Ana's study: two sources, two main themes with a sub-theme each."""
    ticks = count(1_000_000)
    study = found(create(folder / "a.trellis", Installation(folder / "home-a"), lambda: next(ticks)), "A study", "Ana")
    for n in range(2):
        bring(study, n)
    for name in ("Work", "Team"):
        study.framework.add(Wording(name))
        study.framework.add(Wording(f"{name} one"), name)
    return study


def copied(study: Study, folder: Path, person: str = "Ben", name: str = "b") -> Study:
    """A plain copy of the study as it is now, with somebody else at it elsewhere."""
    study.history.backup(folder / f"{name}.trellis")
    return opened(folder / f"{name}.trellis", folder / f"home-{name}", person)


def snapshot(study: Study, folder: Path, name: str = "sent") -> Path:
    """The study as it is now, as a file to send."""
    path = folder / f"{name}.trellis"
    path.unlink(missing_ok=True)
    study.history.backup(path)
    return path


def merged(into: Study, other: Study, folder: Path, **more):
    """What merging the other study's present state gave."""
    return into.apart.merge(snapshot(other, folder), **more)


def code(study: Study, theme: str = "1.1", start: int = 0, end: int = 10, source: str = "s0", **more) -> Coding:
    """A coding of the first letters of a source, unless told otherwise."""
    return study.index.code(source, [theme], start=start, end=end, **more).added[0]


def codings(study: Study) -> set[tuple[int, int]]:
    """Where the study's codings lie, start and end in characters."""
    return {(each.start, each.end) for each in records(study, Coding)}


def theme_of(study: Study, name: str) -> Theme:
    """The theme with this name."""
    return next(theme for theme in records(study, Theme) if theme.name == name)


def sound(*studies: Study) -> list[Problem]:
    """What a check finds wrong in any of the studies: nothing."""
    return [problem for study in studies for problem in study.history.check()]
