"""Captions and subtitles as text: cues of one voice become one turn, with the time of the first and the last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from trellis.core.document import Notice, Part, PartKind

from .draft import Draft, control_notice, without_control
from .lexicon import LabelKind, fold, kind_of_label
from .options import NONE, ReadOptions

_PREFIX = re.compile(r"\s*(?:-\s*)?(?P<label>[^\W\d_][^:：\n\[\]]{0,60}?)\s*[:：](?!\d)\s*")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’')\]]*$")
_PAUSE_MS = 2_000
_LONG_WORDS = 80


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: times in milliseconds, the voice if the file marks one up, and its text as shown."""

    from_ms: int
    to_ms: int
    voice: str | None
    text: str


def draft_of_cues(cues: Iterable[Cue], reader: str, options: ReadOptions, notices: tuple[Notice, ...] = ()) -> Draft:
    """The text of captions.

    Cues that follow each other in one voice are one turn, joined by a blank; a line end inside a cue stays. The
    voice stands in the part's label and not in the text; a name that the caption itself shows ("ANA: …") stays in
    the text and is the label. Captions without voices become paragraphs that end with a sentence or a pause.
    """
    clean, removed = _clean(cues)
    shown = _named(clean, options)
    runs = _runs(shown)
    text, parts = _joined(runs)
    if removed:
        notices = (*notices, control_notice(removed))
    return Draft(text, (), reader, parts=parts, notices=notices)


def _clean(cues: Iterable[Cue]) -> tuple[list[Cue], int]:
    clean = []
    total = 0
    for cue in cues:
        text, removed = without_control(cue.text)
        total += removed
        clean.append(replace(cue, text=text) if removed else cue)
    return clean, total


def _named(cues: list[Cue], options: ReadOptions) -> list[tuple[Cue, str | None, int]]:
    """Cues with their speaker, and how many characters the shown name takes."""
    if options.turns == NONE:
        return [(cue, None, 0) for cue in cues]
    matches = [_PREFIX.match(cue.text) if cue.voice is None else None for cue in cues]
    counts = Counter(fold(match.group("label")) for match in matches if match)
    refused = set(map(fold, options.not_speakers))
    named: list[tuple[Cue, str | None, int]] = []
    for cue, match in zip(cues, matches, strict=True):
        label = match.group("label") if match else ""
        if match and fold(label) not in refused and _is_speaker(label, counts[fold(label)], options):
            named.append((cue, label, match.end()))
        else:
            named.append((cue, cue.voice, 0))
    return _carried(named)


def _is_speaker(label: str, count: int, options: ReadOptions) -> bool:
    kind = kind_of_label(label)
    if fold(label) in set(map(fold, options.speakers)) or kind is LabelKind.KNOWN:
        return True
    return count > 1 and kind in {LabelKind.NAME, LabelKind.WEAK}


def _carried(named: list[tuple[Cue, str | None, int]]) -> list[tuple[Cue, str | None, int]]:
    """Where names are shown only when the speaker changes, a cue without one goes on with the last."""
    if not any(prefix for _, _, prefix in named):
        return named
    carried: list[tuple[Cue, str | None, int]] = []
    last: str | None = None
    for cue, label, prefix in named:
        last = label or last
        carried.append((cue, last, prefix))
    return carried


def _runs(shown: list[tuple[Cue, str | None, int]]) -> list[list[tuple[Cue, str | None, int]]]:
    runs: list[list[tuple[Cue, str | None, int]]] = []
    words = 0
    for cue, label, prefix in shown:
        if runs and _continues(runs[-1][-1], cue, label, prefix=prefix, words=words):
            runs[-1].append((cue, label, prefix))
            words += len(cue.text.split())
        else:
            runs.append([(cue, label, prefix)])
            words = len(cue.text.split())
    return runs


def _continues(before: tuple[Cue, str | None, int], cue: Cue, label: str | None, *, prefix: int, words: int) -> bool:
    earlier, earlier_label, _ = before
    if label is not None or earlier_label is not None:
        return label == earlier_label and not prefix
    ended = _SENTENCE_END.search(earlier.text) and words >= _LONG_WORDS // 4
    return not ended and cue.from_ms - earlier.to_ms <= _PAUSE_MS and words < _LONG_WORDS


def _joined(runs: list[list[tuple[Cue, str | None, int]]]) -> tuple[str, tuple[Part, ...]]:
    pieces: list[str] = []
    parts: list[Part] = []
    start = 0
    for run in runs:
        body = " ".join(cue.text for cue, _, _ in run)
        _, label, prefix = run[0]
        kind = PartKind.TURN if label is not None else PartKind.PARAGRAPH
        times = run[0][0].from_ms, max(cue.to_ms for cue, _, _ in run)
        end = start + len(body)
        parts.append(Part(kind, start, end, start + min(prefix, len(body)), label, None, None, *times))
        pieces.append(body)
        start = end + 1
    return "\n".join(pieces), tuple(parts)
