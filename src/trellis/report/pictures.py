"""Pictures as SVG, drawn here so that the page, the command line and the report show one and the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_WIDE, _HIGH = 720, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 34, 46
_INK, _LINE, _BAND, _BAR, _FAINT = "#1f2a30", "#0b7285", "#c5e3e8", "#0b7285", "#8a979e"
_FONT = "system-ui, sans-serif"
_TICKS = 5


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
    root = _root(curve.title, _HIGH)
    top = max((*curve.line, *curve.high, 1))
    count = max(len(curve.line), 2)

    def x(place: int) -> float:
        return _LEFT + (place - 1) / (count - 1) * (_WIDE - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HIGH - _BOTTOM - value / top * (_HIGH - _TOP - _BOTTOM)

    for value in _ticks(top):
        _rule(root, (_LEFT, y(value)), (_WIDE - _RIGHT, y(value)))
        _text(root, str(value), _LEFT - 8, y(value) + 4, anchor="end")
    for place in _ticks(len(curve.line)):
        if place:
            _text(root, str(place), x(place), _HIGH - _BOTTOM + 18)
    _text(root, curve.x_label, (_LEFT + _WIDE - _RIGHT) / 2, _HIGH - 8)
    _text(root, curve.y_label, _LEFT, _TOP - 10, anchor="start")
    if curve.low and curve.high:
        ahead = [(x(n), y(value)) for n, value in enumerate(curve.high, 1)]
        back = [(x(n), y(value)) for n, value in enumerate(curve.low, 1)]
        ET.SubElement(root, "polygon", points=_points([*ahead, *reversed(back)]), fill=_BAND)
    points = _points([(x(n), y(value)) for n, value in enumerate(curve.line, 1)])
    ET.SubElement(root, "polyline", {"points": points, "fill": "none", "stroke": _LINE, "stroke-width": "2"})
    if curve.mark is not None:
        _rule(root, (x(curve.mark), _TOP), (x(curve.mark), _HIGH - _BOTTOM), ink=_INK, dashed=True)
        anchor = "end" if x(curve.mark) > _WIDE * 0.7 else "start"
        _text(root, curve.mark_label, x(curve.mark) + (-6 if anchor == "end" else 6), _TOP + 10, anchor=anchor)
    return _bytes(root)


def bars_svg(bars: Bars) -> bytes:
    """Bars as an SVG file; as high as it has names."""
    step, left = 24, 210
    root = _root(bars.title, _TOP + step * len(bars.names) + _BOTTOM)
    top = max((*bars.values, 1))
    for n, (name, value) in enumerate(zip(bars.names, bars.values, strict=True)):
        at = _TOP + n * step
        wide = value / top * (_WIDE - left - 170)
        _text(root, name, left - 8, at + 15, anchor="end")
        box = {"x": _n(left), "y": _n(at + 3), "width": _n(max(wide, 1)), "height": "16"}
        ET.SubElement(root, "rect", {**box, "fill": _BAR if value else _FAINT})
        beside = f"{value}  ({bars.of[n]})" if bars.of else str(value)
        _text(root, beside, left + wide + 8, at + 15, anchor="start")
    _text(root, bars.x_label, left, _TOP + step * len(bars.names) + 22, anchor="start")
    return _bytes(root)


def _root(title: str, high: int) -> ET.Element:
    box = {"viewBox": f"0 0 {_WIDE} {high}", "width": str(_WIDE), "height": str(high), "role": "img"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **box, "font-family": _FONT, "font-size": "12"})
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "rect", width=str(_WIDE), height=str(high), fill="#ffffff")
    return root


def _text(root: ET.Element, said: str, x: float, y: float, *, anchor: str = "middle") -> None:
    ET.SubElement(root, "text", {"x": _n(x), "y": _n(y), "text-anchor": anchor, "fill": _INK}).text = said


def _rule(
    root: ET.Element,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    ink: str = "#dde3e6",
    dashed: bool = False,
) -> None:
    said = {"x1": _n(start[0]), "y1": _n(start[1]), "x2": _n(end[0]), "y2": _n(end[1]), "stroke": ink}
    ET.SubElement(root, "line", {**said, "stroke-dasharray": "4 3"} if dashed else said)


def _ticks(top: int) -> list[int]:
    """Whole numbers from 0 that part a scale, at most six of them."""
    rough = max(1, -(-top // _TICKS))
    power = 1
    while power * 10 <= rough:
        power *= 10
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return list(range(0, top + 1, step))


def _points(pairs: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in pairs)


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
