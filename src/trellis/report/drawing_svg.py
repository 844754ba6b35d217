"""A picture as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from trellis.core.chart_text import printable
from trellis.report.drawing import (
    ACCENT,
    BAND,
    EDGE,
    FAINT,
    GRID,
    INK,
    LINE,
    PAPER,
    SIZE,
    SOFT,
    Box,
    Drawing,
    Label,
    Point,
    Rule,
    Shape,
    Trace,
)

_FONT = "system-ui, sans-serif"
_IN_THE_DARK = {
    f"#{light}": f"#{dark}"
    for light, dark in (
        (PAPER, "1c1f20"),
        (INK, "e6eaec"),
        (SOFT, "adb5bd"),
        (ACCENT, "4fb6c9"),
        (BAND, "1b4d57"),
        (FAINT, "828d93"),
        (GRID, "3a4244"),
    )
}
"""What each colour becomes on the dark surface of a page."""


def drawing_svg(drawing: Drawing, *, dark: bool = False) -> bytes:
    """The picture as a file of its own, on white; the same bytes for the same picture. dark: for a page that is so."""
    root = _root(drawing)
    if dark:
        _darken(root)
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def drawing_markup(drawing: Drawing) -> str:
    """The picture as it stands inside a page, which needs no name of the language."""
    root = _root(drawing)
    del root.attrib["xmlns"]
    return ET.tostring(root, encoding="unicode")


def _root(drawing: Drawing) -> ET.Element:
    size = {"width": str(drawing.wide), "height": str(drawing.high)}
    box = {"viewBox": f"0 0 {drawing.wide} {drawing.high}", **size, "role": "img"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", **box, "font-family": _FONT})
    root.set("font-size", str(SIZE))
    ET.SubElement(root, "title").text = printable(drawing.title)
    if drawing.told:
        ET.SubElement(root, "desc").text = printable(drawing.told)
    ET.SubElement(root, "rect", {**size, "fill": f"#{PAPER}"})
    for shape in drawing.shapes:
        _add(root, shape)
    return root


def _darken(root: ET.Element) -> None:
    for each in root.iter():
        for name in ("fill", "stroke"):
            colour = each.get(name)
            if colour in _IN_THE_DARK:
                each.set(name, _IN_THE_DARK[colour])


def _add(root: ET.Element, shape: Shape) -> None:
    match shape:
        case Box():
            _box(root, shape)
        case Rule(start=(x1, y1), end=(x2, y2), ink=ink, dashed=dashed):
            said = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2), "stroke": f"#{ink}"}
            ET.SubElement(root, "line", {**said, "stroke-dasharray": "4 3"} if dashed else said)
        case Trace(points=points, fill=fill) if fill:
            ET.SubElement(root, "polygon", points=_points(points), fill=f"#{fill}")
        case Trace(points=points, ink=ink):
            said = {"points": _points(points), "fill": "none", "stroke": f"#{ink}", "stroke-width": "2"}
            ET.SubElement(root, "polyline", said)
        case Label(x=x, y=y, text=text, anchor=anchor, bold=bold):
            _words(root, text, (x, y), {"text-anchor": anchor, **_weight(bold=bold)})


def _box(root: ET.Element, box: Box) -> None:
    said = {"x": _n(box.x), "y": _n(box.y), "width": _n(box.wide), "height": _n(box.high)}
    said["fill"] = f"#{box.fill}" if box.fill else "none"
    ET.SubElement(root, "rect", {**said, "stroke": f"#{box.edge}"} if box.edge else said)
    for at, line in enumerate(box.lines):
        place = (box.x + EDGE, box.y + EDGE / 2 + (at + 0.8) * LINE)
        _words(root, line.text, place, _weight(bold=line.bold), ink=SOFT if line.soft else INK)


def _weight(*, bold: bool) -> dict[str, str]:
    return {"font-weight": "600"} if bold else {}


def _words(root: ET.Element, text: str, at: Point, how: dict[str, str], ink: str = INK) -> None:
    said = {"x": _n(at[0]), "y": _n(at[1]), **how, "fill": f"#{ink}"}
    ET.SubElement(root, "text", said).text = printable(text)


def _points(pairs: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in pairs)


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
