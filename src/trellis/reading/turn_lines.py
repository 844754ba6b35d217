"""Turns that begin with a label on their line: "INT: …", "[00:01:02] P1: …", "12  R: …", "INT<tab>…"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from . import options as layouts
from .lexicon import LabelKind, fold, is_head_word, is_particular, kind_of_label
from .options import ReadOptions
from .times import ANY_TIME, CLOCK, MARKED, span_of
from .turn_marks import Layout, Mark, tempered

Line = tuple[int, str]

# The longest label that is still a name: "Mireille B. Reece, Psy.D (psychologist)".
_LONGEST = 60

# Label, number and times fit well in this; what follows is words.
_HEAD = 300

_NUMBER = r"(?:(?P<number>\d{1,6})(?:[.)]|(?=\s))[ \t]*(?=\D))?"
_BEFORE = rf"(?:(?P<before>{ANY_TIME})[ \t]*[-–—|,]?[ \t]*)?"
_LABEL = rf"[\[<]?(?P<label>[^\W\d_][^:：\n\t\[\]<>{{}}#]{{0,{_LONGEST}}}?|\?{{1,3}}|\d{{1,3}}[MFmf])[\]>]?"
_WITHIN = rf"[ \t,–-]*(?P<within>{ANY_TIME})?[ \t]*"
_COLON = r"(?:(?<!\d):|:(?!\d)|：)(?!//)(?P<gap>[ \t]*)"
_AFTER = (
    rf"(?:(?P<after>{MARKED}(?:[ \t]*(?:to|-)[ \t]*{MARKED})?|"
    rf"\d{{1,3}}:\d\d:\d\d(?:[.,]\d{{1,3}})?|{CLOCK}(?=[ \t]*$))[ \t]*)?"
)
_LABELLED = re.compile(rf"[ \t]*{_NUMBER}{_BEFORE}{_LABEL}{_WITHIN}{_COLON}{_AFTER}")
_TABBED = re.compile(rf"[ \t]*{_NUMBER}{_BEFORE}{_LABEL}[ \t]*\t[ \t]*{_AFTER}")
_BOLD = re.compile(rf"[ \t]*{_NUMBER}{_BEFORE}{_LABEL}[:：]?$")
_STAGE_TIME = re.compile(rf"[ \t]*(?:{ANY_TIME})?[ \t]*(?:(?:to|-|–)?[ \t]*{ANY_TIME})?[ \t]*$")
_NUMBERED = re.compile(r"[ \t]*(\d{1,6})(?:[.)]|(?=\s))\s*(?=\D)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin a turn."""

    mark: Mark
    kind: LabelKind
    bold: bool
    rest: str


def labelled(lines: list[Line], emphasis: Mapping[int, int], options: ReadOptions, *, numbered: bool) -> Layout | None:
    """Turns by "NAME:" at the start of a line, in bold or not."""
    found = [seen for start, line in lines if (seen := _labelled_line(start, line, emphasis, numbered=numbered))]
    return _layout(_without_head(found, lines), lines, options)


def tabbed(lines: list[Line], options: ReadOptions, *, numbered: bool) -> Layout | None:
    """Turns by a label and a tab, as in a transcript typed in two columns."""
    found = []
    for start, line in lines:
        match = _TABBED.match(line[:_HEAD]) if "\t" in line else None
        if match and _number_fits(match, numbered=numbered):
            found.append(_candidate(start, line, match, bold=False))
    if len(found) * 2 < len(lines):
        return None
    layout = _layout(found, lines, options)
    if layout is None:
        return None
    return Layout(layouts.TAB_LABELS, round(layout.confidence * 0.9, 3), layout.marks, layout.unsure)


def are_numbered(lines: list[Line]) -> bool:
    """Whether the lines carry numbers that rise: each line, each turn or every fifth line."""
    numbers = [int(match.group(1)) for _, line in lines if (match := _NUMBERED.match(line))]
    if len(numbers) < 3 or len(numbers) * 6 < len(lines):
        return False
    rising = sum(after > before for before, after in pairwise(numbers))
    return rising >= 0.9 * (len(numbers) - 1)


def _labelled_line(start: int, line: str, emphasis: Mapping[int, int], *, numbered: bool) -> Candidate | None:
    run_end = emphasis.get(start + len(line) - len(line.lstrip()))
    bold = _bold_line(start, line, run_end, numbered=numbered) if run_end is not None else None
    if bold is not None:
        return bold
    head = line[: _LONGEST + 40]
    if ":" not in head and "：" not in head:
        return None
    match = _LABELLED.match(line[:_HEAD])
    if match is None or not _number_fits(match, numbered=numbered):
        return None
    return _candidate(start, line, match, bold=False)


def _bold_line(start: int, line: str, run_end: int, *, numbered: bool) -> Candidate | None:
    """A label in bold: the colon inside the bold, after it, or absent."""
    run = line[: min(max(run_end - start, 0), _HEAD)]
    match = _LABELLED.match(line[:_HEAD])
    colon_at = match.start("gap") if match is not None else None
    if match is not None and colon_at is not None and _number_fits(match, numbered=numbered):
        inside = len(run.rstrip()) in {colon_at, match.end("label")}
        if inside or len(run.rstrip(" \t")) == colon_at - 1:
            return _candidate(start, line, match, bold=True)
    plain = _BOLD.match(run.rstrip())
    if plain is None or len(run.rstrip()) == len(line.rstrip()) or not _number_fits(plain, numbered=numbered):
        return None
    kind = kind_of_label(plain.group("label"))
    if kind not in {LabelKind.KNOWN, LabelKind.WEAK, LabelKind.NAME}:
        return None
    return _candidate(start, line, plain, bold=kind is not LabelKind.NAME)


def _number_fits(match: re.Match[str], *, numbered: bool) -> bool:
    return match.group("number") is None or numbered


def _candidate(start: int, line: str, match: re.Match[str], *, bold: bool) -> Candidate:
    groups = match.groupdict()
    written = groups.get("before") or groups.get("within") or groups.get("after")
    from_ms, to_ms = span_of(written) if written else (None, None)
    label = match["label"].strip(" ,–-")
    rest = line[match.end() :]
    words = start + len(line) - len(rest.lstrip())
    begins = start + len(line) - len(line.lstrip())
    mark = Mark(begins, words, label, from_ms, to_ms, groups["number"])
    return Candidate(mark, kind_of_label(label), bold, rest)


def _without_head(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """Drop the particulars at the top ("Date: …", "Interviewer: AB"), which name people but are no turns."""
    starts = {seen.mark.start: number for number, seen in enumerate(found)}
    head, particulars = 0, False
    for start, line in lines[:40]:
        number = starts.get(start + len(line) - len(line.lstrip()))
        if number is None:
            continue
        seen = found[number]
        if not is_head_word(seen.mark.label or "") or len(seen.rest.split()) > 8:
            break
        particulars = particulars or is_particular(seen.mark.label or "")
        head = number + 1
    return found[head:] if particulars else found


def _layout(found: list[Candidate], lines: list[Line], options: ReadOptions) -> Layout | None:
    named, refused = set(map(fold, options.speakers)), set(map(fold, options.not_speakers))
    counts = Counter(fold(seen.mark.label or "") for seen in found)
    bold_style = sum(seen.bold for seen in found) * 10 >= len(found) * 9 and bool(found)
    voices = {
        key
        for seen in found
        if (key := fold(seen.mark.label or "")) in named or _counts(seen, counts[key], bold=bold_style)
    } - refused
    if not voices:
        return None
    marks = [mark for seen in found if (mark := _mark(seen, voices, refused)) is not None]
    turns = [seen for seen in found if fold(seen.mark.label or "") in voices and seen.kind is not LabelKind.STAGE]
    if not turns or _lone_weak(turns):
        return None
    name, confidence = _certainty(turns, bold=bold_style)
    length = lines[-1][0] + len(lines[-1][1]) - lines[0][0]
    unsure = _unsure(found, voices | refused)
    return Layout(name, tempered(confidence, [seen.mark for seen in turns], length), tuple(marks), unsure)


def _counts(seen: Candidate, count: int, *, bold: bool) -> bool:
    if seen.kind is LabelKind.KNOWN:
        return True
    if seen.kind is LabelKind.WEAK or (seen.kind is LabelKind.NAME and seen.bold):
        return True
    return seen.kind is LabelKind.NAME and count > 1 and not (bold and not seen.bold)


def _lone_weak(turns: list[Candidate]) -> bool:
    """A lone "A: …" in a text is a list item or an abbreviation, a lone "All: …" a remark."""
    return len(turns) == 1 and turns[0].kind is LabelKind.WEAK


def _mark(seen: Candidate, voices: set[str], refused: set[str]) -> Mark | None:
    key = fold(seen.mark.label or "")
    if key in voices:
        return seen.mark
    if seen.kind is LabelKind.STAGE and key not in refused and _is_only_time(seen.rest):
        return Mark(seen.mark.start, seen.mark.start, None)
    return None


def _is_only_time(rest: str) -> bool:
    rest = rest[:_HEAD].strip()
    return len(rest) < _LONGEST and _STAGE_TIME.match(rest) is not None


def _certainty(turns: list[Candidate], *, bold: bool) -> tuple[str, float]:
    if bold:
        return layouts.BOLD_LABELS, 0.97
    known = sum(seen.kind in {LabelKind.KNOWN, LabelKind.WEAK} for seen in turns)
    return layouts.LABELS, 0.95 if known * 2 >= len(turns) else 0.85


def _unsure(found: Iterable[Candidate], settled: set[str]) -> tuple[str, ...]:
    names = (seen.mark.label for seen in found if seen.kind is LabelKind.NAME and seen.mark.label)
    return tuple(dict.fromkeys(name for name in names if fold(name) not in settled))
