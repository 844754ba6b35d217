from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from trellis.report.drawing import ACCENT, BAND, FAINT, SOFT, Box, Drawing, Label, Line, Rule, Trace
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


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_and_lines_stand_out_from_what_they_stand_on(dark):
    inks = [SOFT, ACCENT, FAINT]
    root = ET.fromstring(
        drawing_svg(
            Drawing(
                "",
                "",
                9,
                9,
                (
                    Box(0, 0, 9, 9, BAND, lines=(Line("on a band"),)),
                    Box(0, 0, 9, 9, lines=(Line("soft", soft=True),)),
                    *(Rule((0, 0), (9, 9), ink) for ink in inks),
                ),
            ),
            dark=dark,
        )
    )

    paper, band = (each.attrib["fill"] for each in root.findall(f"{SVG}rect")[:2])
    words, soft = (each.attrib["fill"] for each in root.findall(f"{SVG}text"))
    assert luminance(paper) < 0.1 if dark else luminance(paper) == 1
    assert min(contrast(words, paper), contrast(words, band), contrast(soft, paper)) >= 4.5
    assert min(contrast(each.attrib["stroke"], paper) for each in root.findall(f"{SVG}line")) >= 2.9


def test_the_same_drawing_gives_the_same_bytes():
    assert drawing_svg(DRAWING) == drawing_svg(DRAWING)
