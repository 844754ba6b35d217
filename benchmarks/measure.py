"""How a figure is taken: the best of several runs, wall and CPU time, in a process of its own."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from benchmarks.generator import Scale

SHORT_S = 2.0
"""What takes longer than this is run once."""
BEST_OF = 5
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured thing. wall_s, cpu_s: seconds; CPU of all threads. note: what else is to be said of it."""

    name: str
    wall_s: float
    cpu_s: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """At most: `ratio` times the CPU of the bare run; at 100 %, `cpu_s` of its own, or `over_s` more than the bare."""

    ratio: float | None = None
    cpu_s: float | None = None
    over_s: float | None = None

    def __str__(self) -> str:
        if self.ratio is not None:
            return f"≤ {self.ratio:g}×"
        if self.over_s is not None:
            return f"≤ bare + {self.over_s * 1000:g} ms"
        return "" if self.cpu_s is None else f"≤ {self.cpu_s * 1000:g} ms"

    def is_reached(self, ours: Figure, plain: Figure | None) -> bool:
        """Whether the figure is within the target. The bare one is not needed for a target in seconds."""
        if self.cpu_s is not None:
            return ours.cpu_s <= self.cpu_s
        assert plain is not None, "a ratio without its bare run"
        if self.over_s is not None:
            return ours.wall_s <= plain.wall_s + self.over_s
        return self.ratio is None or ours.cpu_s <= self.ratio * plain.cpu_s


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row works. folder: for this share of the study, shared by all rows; quick: fewer repeats."""

    folder: Path
    scale: Scale
    quick: bool = False

    @property
    def repeats(self) -> int:
        """How often short work is run."""
        return 1 if self.quick else BEST_OF

    def fresh(self, name: str) -> Path:
        """A path in the folder at which nothing is."""
        path = self.folder / name
        for leftover in (path, path.with_name(f"{name}-wal"), path.with_name(f"{name}-shm")):
            leftover.unlink(missing_ok=True)
        return path


Side = Callable[[Place], list[Figure]]


@dataclass(frozen=True, slots=True)
class Row:
    """One piece of work, as Trellis does it and as the plainest program does it; figures are paired by name.

    needs: the stage of the study that both start from (see `large`). targets: by the name of the figure.
    """

    name: str
    title: str
    trellis: Side
    bare: Side
    needs: str = "full"
    targets: dict[str, Target] = field(default_factory=dict)


def best(place: Place, name: str, work: Callable[[], object], *, note: str = "") -> Figure:
    """The best of several runs of short work, of one where it is long."""
    walls: list[float] = []
    cpus: list[float] = []
    while len(walls) < place.repeats and sum(walls) < SHORT_S:
        _, figure = once(name, work)
        walls.append(figure.wall_s)
        cpus.append(figure.cpu_s)
    return Figure(name, min(walls), min(cpus), note)


def once(name: str, work: Callable[[], T], *, note: str = "") -> tuple[T, Figure]:
    """What one run of the work gives, and what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return result, Figure(name, time.perf_counter() - wall, time.process_time() - cpu, note)


def percentiles(name: str, walls: list[float], cpu_s: float) -> list[Figure]:
    """The middle and the 95th percentile of single steps; the CPU time is the mean of them."""
    ranked = sorted(walls)
    mean = cpu_s / len(walls)
    return [
        Figure(f"{name}, p50", ranked[len(ranked) // 2], mean),
        Figure(f"{name}, p95", ranked[int(len(ranked) * 0.95)], mean),
    ]


def pace_ms() -> float:
    """Processor time of a fixed loop: how fast this machine is now, among whatever else it does."""
    began = time.process_time()
    total = 0
    for number in range(1_000_000):
        total += number * number % 7
    assert total > 0
    return (time.process_time() - began) * 1000


def peak_mb() -> float:
    """The most memory that this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024) if sys.platform == "darwin" else peak / 1024
