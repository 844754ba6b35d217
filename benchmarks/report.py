"""The table that a run prints: each figure beside the bare run's, its target, and how it grows."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from benchmarks.measure import Figure, Row, Target

HEADS = (
    "what",
    "size",
    "value",
    "CPU",
    "bare",
    "bare CPU",
    "ratio",
    "target",
    "exp.",
    "bare exp.",
    "peak MB",
    "bare MB",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one side of a row took at one size.

    load: average of the minute before it began; pace_ms: see `measure.pace_ms`, before it began.
    """

    row: str
    side: str
    percent: int
    figures: tuple[Figure, ...]
    peak_mb: float
    load: float
    pace_ms: float

    def record(self) -> dict[str, object]:
        """As JSON keeps it."""
        return asdict(self)

    @classmethod
    def from_record(cls, record: dict[str, object]) -> Measured:
        """Back from JSON."""
        figures = tuple(Figure(**figure) for figure in record.pop("figures"))  # type: ignore[attr-defined]
        return cls(figures=figures, **record)  # type: ignore[arg-type]

    def told(self) -> str:
        """One line for whoever waits."""
        said = ", ".join(f"{f.name} {_time(f.wall_s)} (CPU {_time(f.cpu_s)})" for f in self.figures)
        return f"{said}; peak {self.peak_mb:.0f} MB, load {self.load:.1f}, pace {self.pace_ms:.0f} ms"


def machine(words: list[str]) -> dict[str, object]:
    """What the figures hold for: the command, the machine, how busy it was at the end."""
    return {
        "command": " ".join(["python -m benchmarks", *words]),
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "load at the end": [round(load, 2) for load in os.getloadavg()],
    }


def table(found: Iterable[Measured], rows: Iterable[Row], here: Mapping[str, object]) -> str:
    """All figures as a Markdown table, row by row and size by size. Ratios and exponents are of CPU time."""
    by_side = {(one.row, one.side, one.percent): one for one in found}
    loads, paces = ([getattr(one, name) for one in by_side.values()] for name in ("load", "pace_ms"))
    lines = [
        *(f"{key}: {value}" for key, value in here.items()),
        f"load before the rows: {min(loads):.1f} to {max(loads):.1f}",
        f"processor time of a fixed loop before the rows: {min(paces):.0f} to {max(paces):.0f} ms",
        "",
    ]
    body: list[tuple[str, ...]] = []
    for row in rows:
        sizes = sorted({percent for name, _, percent in by_side if name == row.name})
        names = [figure.name for figure in by_side[row.name, "trellis", sizes[0]].figures]
        for name in names:
            ours = {size: _figure(by_side[row.name, "trellis", size], name) for size in sizes}
            plain = {size: _figure(by_side[row.name, "bare", size], name) for size in sizes}
            for size in sizes:
                peaks = by_side[row.name, "trellis", size].peak_mb, by_side[row.name, "bare", size].peak_mb
                last = size == sizes[-1]
                body.append(
                    (
                        name,
                        f"{size} %",
                        *_times(ours[size]),
                        *_times(plain[size]),
                        _ratio(ours[size], plain[size]),
                        _judged(row.targets.get(name), ours[size], plain[size], size),
                        _exponent(ours) if last else "",
                        _exponent(plain) if last else "",
                        *(f"{peak:.0f}" for peak in peaks),
                    )
                )
    return "\n".join([*lines, *_markdown(HEADS, body)])


def _figure(measured: Measured, name: str) -> Figure | None:
    return next((figure for figure in measured.figures if figure.name == name), None)


def _times(figure: Figure | None) -> tuple[str, str]:
    return ("", "") if figure is None else (_time(figure.wall_s), _time(figure.cpu_s))


def _time(seconds: float) -> str:
    if seconds >= 10:
        return f"{seconds:.0f} s"
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1000:.3g} ms"


def _ratio(ours: Figure | None, plain: Figure | None) -> str:
    if ours is None or plain is None or plain.cpu_s == 0:
        return ""
    return f"{ours.cpu_s / plain.cpu_s:.2g}×"


def _judged(target: Target | None, ours: Figure | None, plain: Figure | None, size: int) -> str:
    """The target, and whether it is reached: a ratio at every size, a time at the largest."""
    if target is None or ours is None:
        return ""
    if target.ratio is None and size != 100:
        return str(target)
    return f"{target} {'✓' if target.is_reached(ours, plain) else 'missed'}"


def _exponent(by_size: Mapping[int, Figure | None]) -> str:
    """The slope from the second largest size to the largest, both axes logarithmic: 1 grows with the study."""
    sizes = sorted(size for size, figure in by_size.items() if figure is not None and figure.cpu_s > 0)
    if len(sizes) < 2:
        return ""
    small, large = sizes[-2:]
    before, after = by_size[small], by_size[large]
    assert before is not None
    assert after is not None
    return f"{math.log(after.cpu_s / before.cpu_s) / math.log(large / small):.2f}"


def _markdown(heads: tuple[str, ...], body: list[tuple[str, ...]]) -> list[str]:
    widths = [max(len(line[at]) for line in [heads, *body]) for at in range(len(heads))]
    ruled = ["---" if at < 2 else "--:" for at in range(len(heads))]
    aligned = [heads, tuple(rule.rjust(width, "-") for rule, width in zip(ruled, widths, strict=True)), *body]
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in aligned
    ]
