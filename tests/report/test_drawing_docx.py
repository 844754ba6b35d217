from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from lxml import etree

from tests.report.test_drawing_svg import DRAWING
from trellis.report.drawing import Drawing, Rule
from trellis.report.drawing_docx import drawing_element

SPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
ROOM = 100 * 9525


@pytest.fixture
def element() -> Any:
    return drawing_element(DRAWING, ROOM, count(1))


def found(element: Any, path: str) -> list[Any]:
    return list(element.xpath(path, namespaces=SPACES))


def test_every_shape_is_one_of_words_own(element):
    assert len(found(element, "//wps:wsp")) == len(DRAWING.shapes)
    assert found(element, "//a:prstGeom/@prst") == ["rect", "line", "rect"]
    assert len(found(element, "//a:custGeom")) == 2


def test_lines_of_a_box_are_paragraphs_of_it(element):
    box = found(element, "//wps:wsp")[0]

    assert found(box, ".//w:txbxContent/w:p//w:t/text()") == ["bold", "<soft>"]
    assert len(found(box, ".//w:b")) == 1


def test_places_and_sizes_are_those_of_the_drawing(element):
    box = found(element, "//wps:wsp/wps:spPr/a:xfrm")[0]

    assert [dict(each.attrib) for each in box] == [
        {"x": "9525", "y": "19050"},
        {"cx": str(30 * 9525), "cy": str(40 * 9525)},
    ]


def test_a_line_that_rises_is_turned_over():
    rising = drawing_element(Drawing("x", "", 10, 10, (Rule((0, 9), (9, 0)),)), ROOM, count(1))

    assert found(rising, "//wps:spPr/a:xfrm/@flipV") == ["1"]


def test_it_is_made_smaller_where_there_is_less_room_and_never_larger():
    sizes = [
        found(drawing_element(DRAWING, room, count(1)), "//wp:extent/@cx")[0] for room in (ROOM // 2, ROOM, 9 * ROOM)
    ]

    assert sizes == [str(100 * (9525 // 2)), str(ROOM), str(ROOM)]


def test_no_two_shapes_have_one_number(element):
    numbers = [*found(element, "//wp:docPr/@id"), *found(element, "//wps:cNvPr/@id")]

    assert len(set(numbers)) == len(numbers) == 1 + len(DRAWING.shapes)


def test_it_has_words_for_those_who_do_not_see_it_and_for_old_readers(element):
    assert found(element, "//wp:docPr/@descr") == ["What it shows."]
    assert found(element, "//mc:Fallback/w:t/text()") == ["[What it shows.]"]


def test_the_same_drawing_gives_the_same_bytes(element):
    assert etree.tostring(element) == etree.tostring(drawing_element(DRAWING, ROOM, count(1)))
