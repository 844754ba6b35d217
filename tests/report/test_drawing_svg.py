from __future__ import annotations

from xml.etree import ElementTree as ET

from trellis.report.drawing import Box, Drawing, Label, Line, Rule, Trace
from trellis.report.drawing_svg import drawing_markup, drawing_svg

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = Drawing(
    "A title",
    "What it shows.",
    100,
    50,
    (
        Box(1, 2, 30, 40, "ffffff", "8a979e", (Line("bold", bold=True), Line("<soft>", soft=True))),
        Rule((0, 0), (9.25, 5), dashed=True),
        Trace(((0, 0), (1, 1), (2, 0)), fill="c5e3e8"),
        Trace(((0, 0), (1, 1))),
        Label(50, 25, "beside", "end"),
    ),
)


def test_every_shape_is_drawn_at_its_place():
    root = ET.fromstring(drawing_svg(DRAWING))

    shapes = [each.tag.removeprefix(SVG) for each in root]
    assert shapes == ["title", "desc", "rect", "rect", "text", "text", "line", "polygon", "polyline", "text"]
    assert root[6].attrib["x2"] == "9.2"
    assert (root[9].attrib["text-anchor"], root[9].text) == ("end", "beside")


def test_it_is_named_and_told_for_those_who_do_not_see_it():
    root = ET.fromstring(drawing_svg(DRAWING))

    assert (root.attrib["role"], root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc")) == (
        "img",
        "A title",
        "What it shows.",
    )


def test_words_are_only_words_inside_a_page():
    assert "&lt;soft&gt;" in drawing_markup(DRAWING)


def test_the_same_drawing_gives_the_same_bytes():
    assert drawing_svg(DRAWING) == drawing_svg(DRAWING)
