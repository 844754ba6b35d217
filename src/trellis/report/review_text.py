"""A review as text for the terminal: one page first, the manuscript's words beside the source's."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from trellis.core.review import Check, Group, Level, Line, Remark, Review, first_page

WIDTH = 108
_COLUMN = (WIDTH - 7) // 2
_SPOTS = 4
_OTHERS = 4
_LONGEST = 420


def review_text(review: Review, checks: Mapping[str, Check], *, everything: bool = False) -> str:
    """The review in lines. everything: each remark by itself, those that are waived too, and every quotation seen."""
    lines = [*_head(review)]
    if everything:
        for group in Group:
            found = [remark for remark in review.standing if checks[remark.check].group is group]
            lines += _grouped(group, [Line(group, r.level, checks[r.check], (r,)) for r in found])
        lines += _waived(review)
        lines += _seen(review)
    else:
        page = first_page(review, checks)
        for group in Group:
            lines += _grouped(group, [line for line in page if line.group is group])
        told = sum(len(line.remarks) for line in page)
        more = len(review.standing) - told
        single = sum(len(line.remarks) - 1 for line in page)
        if more or single:
            lines += ["", f"{more + single} more: --all shows every remark, -o FILE.docx puts each at its spot."]
    lines += ["", *_silent(review), *(f"Note: {notice.message}" for notice in review.notices)]
    return "\n".join(lines).rstrip() + "\n"


def _head(review: Review) -> Iterator[str]:
    found = sum(seen.outcome != "not found" for seen in review.seen)
    yield (
        f"{review.manuscript}: {len(review.seen)} quotations, {found} found in {review.transcripts} transcripts; "
        f"{review.people} people in the sample."
    )
    counts = ", ".join(f"{review.counted(level)} {level.value}" for level in Level)
    waived = len(review.remarks) - len(review.standing)
    yield f"Remarks: {counts}" + (f"; {waived} waived." if waived else ".")
    if review.people:
        yield f"Attributions are asked to be shared by at least {review.k} people of the sample (--k)."


def _grouped(group: Group, lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield group.value.upper()
    for line in lines:
        yield ""
        yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    first = line.remarks[0]
    key = f" [{first.key}]" if len(line.remarks) == 1 else ""
    yield f"  {line.level.value} · {line.check.id} · {_where(first)}{key}"
    yield from _wrapped(line.said, "    ")
    yield from _side_by_side(first)
    for remark in line.remarks[1:_OTHERS]:
        yield from _wrapped(f"Also {_where(remark)}: {remark.said}", "    ")
    if len(line.remarks) > _OTHERS:
        yield f"    And {len(line.remarks) - _OTHERS} more of this kind."
    yield from _wrapped(f"Usually resolved so: {line.check.resolves}.", "    ")


def _where(remark: Remark) -> str:
    places = list(dict.fromkeys(spot.told() for spot in remark.spots))
    more = f" and {len(places) - _SPOTS} more places" if len(places) > _SPOTS else ""
    return "; ".join(places[:_SPOTS]) + more


def _side_by_side(remark: Remark) -> Iterator[str]:
    """The manuscript's words on the left, the source's on the right."""
    if not remark.sources:
        if len(remark.spots) == 1:
            yield from _wrapped(f"“{_cut(remark.spots[0].words)}”", "      ")
        return
    left: list[str] = []
    for spot in remark.spots[:2]:
        left += ["manuscript", *textwrap.wrap(f"“{_cut(spot.words)}”", _COLUMN)]
    right: list[str] = []
    for source in remark.sources:
        right += [*textwrap.wrap(source.told(), _COLUMN), *textwrap.wrap(f"“{_cut(source.words)}”", _COLUMN)]
    for n in range(max(len(left), len(right))):
        one = left[n] if n < len(left) else ""
        other = right[n] if n < len(right) else ""
        yield f"      {one:<{_COLUMN}}│ {other}".rstrip()


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 60]} … {words[-50:]}"


def _wrapped(words: str, indent: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent)


def _waived(review: Review) -> Iterator[str]:
    waived = [remark for remark in review.remarks if remark.waived]
    if waived:
        yield from ("", "WAIVED")
        for remark in waived:
            yield from _wrapped(f"{remark.check} · {remark.spots[0].told()}: {remark.waived}", "  ")


def _seen(review: Review) -> Iterator[str]:
    if review.seen:
        yield from ("", "EVERY QUOTATION")
    for seen in review.seen:
        turn = f", turn {seen.turn}" if seen.turn is not None else ""
        where = f"{seen.source}{turn} ({seen.speaker})" if seen.source else ""
        words = textwrap.shorten(seen.spot.words, 60, placeholder=" …")
        yield f"  paragraph {seen.spot.paragraph}: “{words}” {seen.outcome} {where}".rstrip()


def _silent(review: Review) -> Iterator[str]:
    by_reason: dict[str, list[str]] = {}
    for silent in review.silent:
        by_reason.setdefault(silent.why, []).append(silent.check)
    for why, checks in by_reason.items():
        yield f"Not asked, since {why}: {', '.join(dict.fromkeys(checks))}."
