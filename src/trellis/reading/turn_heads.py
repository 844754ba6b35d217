"""Turns whose speaker stands on a line of their own: Teams, Word online, Otter and other programs' layouts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from . import options as layouts
from .lexicon import LabelKind, fold, kind_of_label
from .options import ReadOptions
from .times import ANY_TIME, CLOCK, span_of
from .turn_lines import Line
from .turn_marks import Layout, Mark, tempered

_LABEL = r"(?P<label>[^\W\d_][^:：\n\t\[\]]{0,60}?|\?{1,3})"
_NAME_TIME = re.compile(rf"\s*{_LABEL}[ \t,|–-]+(?P<time>{ANY_TIME})\s*$")
_TIME_NAME = re.compile(rf"\s*(?P<time>{ANY_TIME})[ \t,|–-]+{_LABEL}\s*$")
_TIME_LINE = re.compile(rf"\s*(?P<time>{CLOCK}\s*-->\s*{CLOCK})\s*$")
_ALONE = re.compile(r"\s*(?P<label>[^\W\d_][^:：\n\t\[\].!?]{0,40}|\?{1,3})\s*$")
_DIGIT_COLON = re.compile(r"\d:[0-5]\d")


def name_and_time(lines: list[Line], options: ReadOptions) -> Layout | None:
    """A line with name and time ("Ana Lopez   0:12"), the words on the next lines, as Teams writes it."""
    return _heads(lines, _NAME_TIME, layouts.NAME_AND_TIME, options)


def time_and_name(lines: list[Line], options: ReadOptions) -> Layout | None:
    """A line with time and name ("00:00:12 Ana Lopez"), the words on the next lines, as Word online writes it."""
    return _heads(lines, _TIME_NAME, layouts.TIME_AND_NAME, options)


def time_ranges(lines: list[Line], options: ReadOptions) -> Layout | None:
    """Three lines a turn, as older Teams transcripts have them: "0:0:1.0 --> 0:0:4.2", the name, the words."""
    marks = []
    for (start, line), (name_start, name_line), (words, _) in zip(lines, lines[1:], lines[2:], strict=False):
        match = _TIME_LINE.match(line.replace(":0.", ":00.")) or _loose_range(line)
        name = _ALONE.match(name_line) if match else None
        if match and name and words > name_start:
            marks.append(Mark(start, words, name.group("label").strip(), *span_of(_padded(line))))
    return _made(layouts.TIME_RANGES, 0.95, marks, lines, options)


def name_lines(lines: list[Line], emphasis: Mapping[int, int], options: ReadOptions) -> Layout | None:
    """A label alone on its line, a word for a speaker or a name in bold; the words on the next lines."""
    marks = []
    for (start, line), (words, _) in pairwise(lines):
        match = _ALONE.match(line) if len(line) <= 42 else None
        if match is None:
            continue
        label = match.group("label").strip()
        kind = kind_of_label(label)
        bold = emphasis.get(start, 0) >= start + len(line.rstrip())
        if kind is LabelKind.KNOWN or (bold and kind is LabelKind.NAME):
            marks.append(Mark(start, words, label))
    if len({mark.label for mark in marks}) < 2:
        return None
    return _made(layouts.NAME_LINES, 0.75, _recurring(marks, options), lines, options)


def _heads(lines: list[Line], pattern: re.Pattern[str], name: str, options: ReadOptions) -> Layout | None:
    marks = []
    for (start, line), (words, _) in pairwise(lines):
        match = pattern.match(line) if len(line) < 110 and _DIGIT_COLON.search(line) else None
        if match is not None:
            label = match.group("label").strip(" ,–-")
            marks.append(Mark(start, words, label, *span_of(match.group("time"))))
    return _made(name, 0.93, _recurring(marks, options), lines, options)


def _recurring(marks: list[Mark], options: ReadOptions) -> list[Mark]:
    named, refused = set(map(fold, options.speakers)), set(map(fold, options.not_speakers))
    counts = Counter(fold(mark.label or "") for mark in marks)
    return [
        mark
        for mark in marks
        if (key := fold(mark.label or "")) not in refused
        and (
            key in named
            or kind_of_label(mark.label or "") is LabelKind.KNOWN
            or (counts[key] > 1 and kind_of_label(mark.label or "") is not LabelKind.NOBODY)
            or (mark.from_ms is not None and kind_of_label(mark.label or "") is LabelKind.NAME and len(marks) > 2)
        )
    ]


def _made(name: str, confidence: float, marks: list[Mark], lines: list[Line], options: ReadOptions) -> Layout | None:
    refused = set(map(fold, options.not_speakers))
    marks = [mark for mark in marks if fold(mark.label or "") not in refused]
    if not marks:
        return None
    length = lines[-1][0] + len(lines[-1][1]) - lines[0][0]
    return Layout(name, tempered(confidence, marks, length), tuple(marks))


def _loose_range(line: str) -> re.Match[str] | None:
    return _TIME_LINE.match(_padded(line)) if "-->" in line else None


def _padded(line: str) -> str:
    """Older Teams files leave out zeros: "0:0:1.530" for "0:00:01.530"."""
    return re.sub(r"(?<![\d.])(\d)(?!\d)", r"0\1", line)
