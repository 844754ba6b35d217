from __future__ import annotations

from xml.etree import ElementTree as ET

from trellis.report.pictures import Bars, Curve, bars_svg, curve_svg

SVG = "{http://www.w3.org/2000/svg}"


def root(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def test_a_curve_has_a_point_for_each_interview():
    found = root(curve_svg(Curve("Saturation", "interviews", "themes", (3, 5, 6), (2, 4, 6), (3, 6, 6), 2, "2 (+1)")))

    line = found.find(f"{SVG}polyline")
    assert line is not None
    assert len(line.attrib["points"].split()) == 3
    assert "2 (+1)" in [text.text for text in found.iter(f"{SVG}text")]


def test_a_picture_is_named_for_those_who_do_not_see_it():
    found = root(bars_svg(Bars("Voices", "quotations", ("STR",), (3,))))

    assert (found.attrib["role"], found.findtext(f"{SVG}title")) == ("img", "Voices")


def test_a_bar_of_nothing_still_shows_and_is_labelled():
    found = root(bars_svg(Bars("Voices", "quotations", ("STR", "HIW <b>"), (3, 0), ("1 of 2", "0 of 2"))))

    assert len(found.findall(f"{SVG}rect")) == 3
    assert {"HIW <b>", "0  (0 of 2)"} <= {text.text for text in found.iter(f"{SVG}text")}


def test_a_curve_of_one_interview_is_drawn():
    assert root(curve_svg(Curve("x", "y", "z", (1,)))).find(f"{SVG}polyline") is not None


def test_the_same_figures_give_the_same_bytes():
    bars = Bars("Voices", "quotations", ("a", "b"), (1, 2))

    assert bars_svg(bars) == bars_svg(bars)
