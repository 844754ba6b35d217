"""Curves and bars, drawn here so that the page, the command line and the report show one and the same."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.report.drawing import ACCENT, BAND, FAINT, INK, LETTER, Box, Drawing, Label, Point, Rule, Shape, Trace
from trellis.report.drawing_svg import drawing_svg

_WIDE, _HIGH = 720, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 34, 46
_TICKS = 5
_STEP, _ABOVE, _NAMES, _FIGURES = 24, 12, 210, 170
"""Of bars: from one to the next, the room above them, at most for their names, and for their figures."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A line over interviews with a band around it. mark: the place of a vertical line, None for none."""

    title: str
    x_label: str
    y_label: str
    line: tuple[int, ...]
    low: tuple[int, ...] = ()
    high: tuple[int, ...] = ()
    mark: int | None = None
    mark_label: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, one a name. of: a second figure beside each ("2 of 5 people"), "" for none."""

    title: str
    x_label: str
    names: tuple[str, ...]
    values: tuple[int, ...]
    of: tuple[str, ...] = ()


def curve_svg(curve: Curve) -> bytes:
    """A curve as an SVG file."""
    return drawing_svg(curve_drawing(curve))


def bars_svg(bars: Bars, *, dark: bool = False) -> bytes:
    """Bars as an SVG file; as high as it has names."""
    return drawing_svg(bars_drawing(bars), dark=dark)


def curve_drawing(curve: Curve) -> Drawing:
    """A curve with its axes. It says in words where it starts and ends."""
    top = max((*curve.line, *curve.high, 1))
    count = max(len(curve.line), 2)

    def at(place: int, value: float) -> Point:
        x = _LEFT + (place - 1) / (count - 1) * (_WIDE - _LEFT - _RIGHT)
        return x, _HIGH - _BOTTOM - value / top * (_HIGH - _TOP - _BOTTOM)

    shapes: list[Shape] = []
    for value in _ticks(top):
        _, y = at(1, value)
        shapes += [Rule((_LEFT, y), (_WIDE - _RIGHT, y)), Label(_LEFT - 8, y + 4, str(value), "end")]
    shapes += [Label(at(place, 0)[0], _HIGH - _BOTTOM + 18, str(place)) for place in _ticks(len(curve.line)) if place]
    shapes.append(Label((_LEFT + _WIDE - _RIGHT) / 2, _HIGH - 8, curve.x_label))
    shapes.append(Label(_LEFT, _TOP - 10, curve.y_label, "start"))
    if curve.low and curve.high:
        ahead = [at(n, value) for n, value in enumerate(curve.high, 1)]
        back = [at(n, value) for n, value in enumerate(curve.low, 1)]
        shapes.append(Trace((*ahead, *reversed(back)), fill=BAND))
    shapes.append(Trace(tuple(at(n, value) for n, value in enumerate(curve.line, 1))))
    if curve.mark is not None:
        x, _ = at(curve.mark, 0)
        shapes.append(Rule((x, _TOP), (x, _HIGH - _BOTTOM), INK, dashed=True))
        anchor = "end" if x > _WIDE * 0.7 else "start"
        shapes.append(Label(x + (-6 if anchor == "end" else 6), _TOP + 10, curve.mark_label, anchor))
    return Drawing(curve.title, _curve_told(curve), _WIDE, _HIGH, tuple(shapes))


def _curve_told(curve: Curve) -> str:
    if not curve.line:
        return ""
    mark = f" Marked: {curve.mark_label}." if curve.mark_label else ""
    return f"{curve.y_label}: {curve.line[0]} at the first, {curve.line[-1]} after {len(curve.line)}.{mark}"


def bars_drawing(bars: Bars) -> Drawing:
    """Bars, one below the other; as high as it has names. It says every figure in words."""
    left = min(_NAMES, max((len(name) for name in bars.names), default=0) * LETTER + 24)
    top = max((*bars.values, 1))
    shapes: list[Shape] = []
    told = []
    for n, (name, value) in enumerate(zip(bars.names, bars.values, strict=True)):
        y = _ABOVE + n * _STEP
        wide = value / top * (_WIDE - left - _FIGURES)
        beside = f"{value}  ({bars.of[n]})" if bars.of else str(value)
        shapes += [
            Label(left - 8, y + 15, name, "end"),
            Box(left, y + 3, max(wide, 1), 16, ACCENT if value else FAINT),
            Label(left + wide + 8, y + 15, beside, "start"),
        ]
        told.append(f"{name} {beside}")
    below = _ABOVE + _STEP * len(bars.names)
    shapes.append(Label(left, below + 22, bars.x_label, "start"))
    return Drawing(bars.title, "; ".join(told), _WIDE, below + _BOTTOM, tuple(shapes))


def _ticks(top: int) -> list[int]:
    """Whole numbers from 0 that part a scale, at most six of them."""
    rough = max(1, -(-top // _TICKS))
    power = 1
    while power * 10 <= rough:
        power *= 10
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return list(range(0, top + 1, step))
