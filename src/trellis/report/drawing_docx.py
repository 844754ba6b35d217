"""A picture as a group of Word's own shapes: sharp at any size, and to be changed in Word shape by shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from trellis.core.chart_text import printable
from trellis.report.drawing import (
    EDGE,
    INK,
    LETTER,
    LINE,
    SIZE,
    SOFT,
    Box,
    Drawing,
    Label,
    Line,
    Point,
    Rule,
    Shape,
    Trace,
)

_SPACES = {
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
_EMU_PER_UNIT = 9525
"""A picture's unit is a pixel of a screen, 96 to the inch."""
_EMU_PER_TWENTIETH, _EMU_PER_HALF_POINT = 635, 6350
_SIDES = ("lIns", "tIns", "rIns", "bIns")
_ALIGNED = {"start": "left", "middle": "center", "end": "right"}

Element = Any
"""An element of lxml, which has no public type for it."""


def drawing_element(drawing: Drawing, room: int, numbers: Iterator[int]) -> Element:
    """What stands in a run of a Word document. room: width there is, EMU. numbers: names for shapes, none twice.

    A reader older than Word 2010 shows the picture's words in its place.
    """
    return _Writer(drawing, min(_EMU_PER_UNIT, room // drawing.wide), numbers).element()


@dataclass(frozen=True, slots=True)
class _Writer:
    drawing: Drawing
    scale: int
    numbers: Iterator[int]

    def element(self) -> Element:
        size = {"cx": self._emu(self.drawing.wide), "cy": self._emu(self.drawing.high)}
        top = etree.Element(_named("mc:AlternateContent"), nsmap=_SPACES)
        choice = _put(top, "mc:Choice", Requires="wpg")
        inline = _put(_put(choice, "w:drawing"), "wp:inline", distT="0", distB="0", distL="0", distR="0")
        _put(inline, "wp:extent", **size)
        told = printable(self.drawing.told or self.drawing.title)
        _put(inline, "wp:docPr", id=self._number(), name=printable(self.drawing.title), descr=told)
        _put(inline, "wp:cNvGraphicFramePr")
        graphic = _put(_put(inline, "a:graphic"), "a:graphicData", uri=_SPACES["wpg"])
        group = _put(graphic, "wpg:wgp")
        _put(group, "wpg:cNvGrpSpPr")
        frame = _put(_put(group, "wpg:grpSpPr"), "a:xfrm")
        _put(frame, "a:off", x="0", y="0")
        _put(frame, "a:ext", **size)
        _put(frame, "a:chOff", x="0", y="0")
        _put(frame, "a:chExt", **size)
        for shape in self.drawing.shapes:
            self._add(group, shape)
        _put(_put(top, "mc:Fallback"), "w:t").text = f"[{told}]"
        return top

    def _add(self, group: Element, shape: Shape) -> None:
        match shape:
            case Box():
                self._box(group, shape)
            case Rule():
                self._rule(group, shape)
            case Trace():
                self._trace(group, shape)
            case Label():
                self._label(group, shape)

    def _box(self, group: Element, box: Box) -> None:
        made, looks = self._shape(group, (box.x, box.y), (box.wide, box.high))
        _preset(looks, "rect")
        _filled(looks, box.fill)
        _edged(looks, box.edge)
        if box.lines:
            self._words(made, box.lines, "left")
        self._body(made, EDGE / 2 if box.lines else 0, EDGE)

    def _rule(self, group: Element, rule: Rule) -> None:
        (x1, y1), (x2, y2) = rule.start, rule.end
        is_up = (x2 - x1) * (y2 - y1) < 0
        made, looks = self._shape(group, (min(x1, x2), min(y1, y2)), (abs(x2 - x1), abs(y2 - y1)), is_up=is_up)
        _preset(looks, "line")
        _edged(looks, rule.ink, dashed=rule.dashed)
        self._body(made)

    def _trace(self, group: Element, trace: Trace) -> None:
        across, down = ([point[at] for point in trace.points] for at in (0, 1))
        start, size = (min(across), min(down)), (max(across) - min(across), max(down) - min(down))
        made, looks = self._shape(group, start, size)
        shape = _put(looks, "a:custGeom")
        for name in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"):
            _put(shape, name)
        _put(shape, "a:rect", l="0", t="0", r="r", b="b")
        box = {"w": self._emu(size[0]), "h": self._emu(size[1])}
        path = _put(_put(shape, "a:pathLst"), "a:path", **box, **({} if trace.fill else {"fill": "none"}))
        for at, (x, y) in enumerate(trace.points):
            to = _put(path, "a:lnTo" if at else "a:moveTo")
            _put(to, "a:pt", x=self._emu(x - start[0]), y=self._emu(y - start[1]))
        if trace.fill:
            _put(path, "a:close")
        _filled(looks, trace.fill)
        _edged(looks, "" if trace.fill else trace.ink, wide=19050)
        self._body(made)

    def _label(self, group: Element, label: Label) -> None:
        wide = (len(label.text) + 2) * LETTER
        x = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
        made, looks = self._shape(group, (x, label.y - 0.8 * LINE), (wide, LINE), words=True)
        _preset(looks, "rect")
        _filled(looks, "")
        _edged(looks, "")
        self._words(made, (Line(label.text, label.bold),), _ALIGNED[label.anchor])
        self._body(made)

    def _shape(
        self, group: Element, start: Point, size: Point, *, words: bool = False, is_up: bool = False
    ) -> tuple[Element, Element]:
        """A shape of the group and what says where it lies."""
        made = _put(group, "wps:wsp")
        number = self._number()
        _put(made, "wps:cNvPr", id=number, name=f"Shape {number}")
        _put(made, "wps:cNvSpPr", **({"txBox": "1"} if words else {}))
        looks = _put(made, "wps:spPr")
        frame = _put(looks, "a:xfrm", **({"flipV": "1"} if is_up else {}))
        _put(frame, "a:off", x=self._emu(start[0]), y=self._emu(start[1]))
        _put(frame, "a:ext", cx=self._emu(size[0]), cy=self._emu(size[1]))
        return made, looks

    def _words(self, made: Element, lines: tuple[Line, ...], aligned: str) -> None:
        content = _put(_put(made, "wps:txbx"), "w:txbxContent")
        high = str(round(LINE * self.scale / _EMU_PER_TWENTIETH))
        half_points = str(round(SIZE * self.scale / _EMU_PER_HALF_POINT))
        for line in lines:
            paragraph = _put(content, "w:p")
            how = _put(paragraph, "w:pPr")
            _put(how, "w:spacing", **_w(before="0", after="0", line=high, lineRule="exact"))
            _put(how, "w:ind", **_w(left="0", right="0", firstLine="0"))
            _put(how, "w:jc", **_w(val=aligned))
            run = _put(paragraph, "w:r")
            letters = _put(run, "w:rPr")
            if line.bold:
                _put(letters, "w:b")
            _put(letters, "w:color", **_w(val=SOFT if line.soft else INK))
            _put(letters, "w:sz", **_w(val=half_points))
            text = _put(run, "w:t")
            text.text = printable(line.text)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _body(self, made: Element, above: float = 0, beside: float = 0) -> None:
        room = {side: self._emu(beside if side in {"lIns", "rIns"} else above) for side in _SIDES}
        _put(_put(made, "wps:bodyPr", wrap="square", **room, anchor="t"), "a:noAutofit")

    def _number(self) -> str:
        return str(next(self.numbers))

    def _emu(self, units: float) -> str:
        return str(round(units * self.scale))


def _named(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{rest}"


def _put(parent: Element, tag: str, /, **said: str) -> Element:
    return etree.SubElement(parent, _named(tag), said)


def _w(**said: str) -> dict[str, str]:
    return {_named(f"w:{name}"): value for name, value in said.items()}


def _preset(looks: Element, shape: str) -> None:
    _put(_put(looks, "a:prstGeom", prst=shape), "a:avLst")


def _filled(looks: Element, colour: str) -> None:
    if colour:
        _put(_put(looks, "a:solidFill"), "a:srgbClr", val=colour)
    else:
        _put(looks, "a:noFill")


def _edged(looks: Element, colour: str, *, dashed: bool = False, wide: int = 6350) -> None:
    line = _put(looks, "a:ln", w=str(wide))
    _filled(line, colour)
    if colour and dashed:
        _put(line, "a:prstDash", val="dash")
