"""What is found across a study as pictures: SVG, the same bytes wherever they are asked for."""

from __future__ import annotations

from trellis.report.drawing import Drawing
from trellis.report.drawing_svg import drawing_svg
from trellis.report.pictures import Bars, Curve, bars_svg, curve_drawing
from trellis.study.saturating import SaturationOfStudy
from trellis.study.voicing import VoicesOfStudy


def saturation_svg(found: SaturationOfStudy, *, dark: bool = False) -> bytes:
    """Themes seen after each interview, with the band of other orders and where saturation was reached."""
    return drawing_svg(saturation_drawing(found), dark=dark)


def saturation_drawing(found: SaturationOfStudy) -> Drawing:
    """The same before it is a file."""
    reached = found.result.reached
    label = "" if reached is None else f"{reached} (+{found.asked.run})"
    line = tuple(one.seen for one in found.heard)
    words = ("Saturation", "interviews in the order of their dates", "themes seen")
    return curve_drawing(Curve(*words, line, found.spread.low, found.spread.high, reached, label))


def voices_svg(found: VoicesOfStudy, *, dark: bool = False) -> bytes:
    """Quotations by group, or by person where nothing groups them."""
    if found.attribute:
        names = tuple(group.group for group in found.groups)
        values = tuple(group.quotations for group in found.groups)
        beside = tuple(f"{group.quoted} of {group.heard} people" for group in found.groups)
        return bars_svg(Bars("Voices", f"quotations by {found.attribute}", names, values, beside), dark=dark)
    names, values = tuple(one.name for one in found.people), tuple(one.quotations for one in found.people)
    return bars_svg(Bars("Voices", "quotations", names, values), dark=dark)
