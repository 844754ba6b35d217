"""A picture as lines, boxes and words: one geometry, from which SVG and Word's own shapes are written."""

from __future__ import annotations

from dataclasses import dataclass

INK, SOFT, ACCENT, BAND, FAINT, GRID = "1f2a30", "566067", "0b7285", "c5e3e8", "8a979e", "dde3e6"
PAPER = "ffffff"
"""Colours, red, green and blue as hexadecimal digits."""
SIZE = 12
"""Height of the letters, in the picture's units."""
LINE = 16
"""From one line of words to the next."""
LETTER = 6.4
"""Width that a letter is given. Wider than most, so that words fit in whatever typeface a reader has."""
EDGE = 8
"""Room between the side of a box and its words."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words. soft: less to be seen."""

    text: str
    bold: bool = False
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with lines of words from its top. fill, edge: colours, "" for none."""

    x: float
    y: float
    wide: float
    high: float
    fill: str = ""
    edge: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    start: Point
    end: Point
    ink: str = GRID
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through points; with `fill` a closed area of that colour without an edge."""

    points: tuple[Point, ...]
    ink: str = ACCENT
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside something. y: where the letters stand. anchor: what of them lies at x: start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "middle"
    bold: bool = False


Shape = Box | Rule | Trace | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture. title: what it shows; told: the same in words, for those who do not see it."""

    title: str
    told: str
    wide: int
    high: int
    shapes: tuple[Shape, ...]


def wrapped(text: str, wide: float) -> list[str]:
    """Words in lines that fit a box of this width; a word that is longer stands alone."""
    most = max(1, int((wide - 2 * EDGE) / LETTER))
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < most:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines
