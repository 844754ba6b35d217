"""What a memo is about, found by the names that people use. Steps of `study/memos.py`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trellis.core.case import Case, Wave
from trellis.core.coding import Coding
from trellis.core.errors import Invalid, NotFound, OutOfRange
from trellis.core.framework import Theme
from trellis.core.keys import NO_KEY, Key, split_key
from trellis.core.memo import About, Memo
from trellis.core.numbering import numbered_themes
from trellis.core.segment import Segment
from trellis.core.source import Source, Version
from trellis.store.reader import Reader
from trellis.study.resolve import case_named, folded, source_named, theme_given, wave_named
from trellis.study.version_maps import standing_now

_NUMBER = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a memo is about, in names; nothing at all for the study. case and theme together are a cell.

    segment: start and end in code points of a version of the source, by key; None: as it is read now. memo: number of
    another memo.
    """

    source: str | None = None
    case: str | None = None
    theme: str | None = None
    wave: str | None = None
    coding: Key | None = None
    memo: Key | None = None
    segment: tuple[int, int] | None = None
    version: Key | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a memo is about, in keys (see `core.memo.Memo`)."""

    kind: About
    k: Key = NO_KEY
    version: Key | None = None
    start: int | None = None
    end: int | None = None
    theme: Key | None = None
    wave: Key = NO_KEY


def place_of(reader: Reader, topic: Topic) -> Place:
    """The place that names mean.

    Raises NotFound, Ambiguous, OutOfRange, or Invalid for names that do not go together.
    """
    given = [name for name in ("source", "case", "theme", "coding", "memo") if getattr(topic, name) is not None]
    if len(given) > 1 and given != ["case", "theme"]:
        message = f"a memo is about one thing, not {' and '.join(given)}; case and theme together are a cell"
        raise Invalid(message)
    if topic.wave is not None and given != ["case", "theme"]:
        message = "only a cell has a wave; give case and theme with it"
        raise Invalid(message)
    if topic.segment is not None and topic.source is None:
        message = "a segment needs its source"
        raise Invalid(message)
    if topic.case is not None and topic.theme is not None:
        wave = NO_KEY if topic.wave is None else wave_named(reader, topic.wave).k
        theme = theme_given(reader, topic.theme).k
        return Place(About.CELL_ROW, case_named(reader, topic.case).k, theme=theme, wave=wave)
    if topic.source is not None:
        return _in_source(reader, source_named(reader, topic.source), topic)
    if topic.case is not None:
        return Place(About.CASE, case_named(reader, topic.case).k)
    if topic.theme is not None:
        return Place(About.THEME, theme_given(reader, topic.theme).k)
    if topic.coding is not None:
        return Place(About.CODING, reader.get(Coding, topic.coding).k)
    return Place(About.STUDY) if topic.memo is None else Place(About.MEMO, memo_numbered(reader, topic.memo).k)


def _in_source(reader: Reader, source: Source, topic: Topic) -> Place:
    if topic.segment is None:
        return Place(About.SOURCE, source.k)
    length = reader.get(Version, source.current if topic.version is None else topic.version).length
    if not 0 <= topic.segment[0] < topic.segment[1] <= length:
        raise OutOfRange(*topic.segment, length)
    now = standing_now(reader, source, Segment(*topic.segment), topic.version)
    return Place(About.SOURCE, source.k, source.current, now.start, now.end)


def place_meant(reader: Reader, words: str) -> Place | None:
    """What a spreadsheet's word means: a theme by number, else a source, case or theme of exactly that name.

    None where nothing is called so; the study for no word at all.
    """
    wanted = folded(words)
    if wanted in {"", "study"}:
        return Place(About.STUDY)
    if _NUMBER.fullmatch(wanted):
        theme = dict(numbered_themes(reader.all(Theme))).get(wanted)
        return None if theme is None else Place(About.THEME, theme.k)
    called = (
        *((About.SOURCE, source.k, source.name) for source in reader.all(Source)),
        *((About.CASE, case.k, case.name) for case in reader.all(Case)),
        *((About.THEME, theme.k, theme.name) for theme in reader.all(Theme)),
    )
    return next((Place(about, k) for about, k, name in called if folded(name) == wanted), None)


def memo_numbered(reader: Reader, number: Key) -> Memo:
    """The memo with this number: its key, or the shorter count in it. Raises NotFound."""
    memos = reader.all(Memo)
    found = [memo for memo in memos if memo.k == number] or [
        memo for memo in memos if split_key(memo.k).count == number
    ]
    if len(found) == 1:
        return found[0]
    message = f"there is no memo {number}; `trellis memo list` shows the numbers"
    raise NotFound(message)


def number_of(memo: Memo, memos: list[Memo]) -> int:
    """The short number of a memo, or its whole key where copies of the study gave the same to two."""
    count = split_key(memo.k).count
    same = sum(split_key(other.k).count == count for other in memos)
    return count if same == 1 else memo.k


class AboutNames:
    """What memos are about, in words, over one state of the study."""

    def __init__(self, reader: Reader) -> None:
        self._sources = {source.k: source.name for source in reader.all(Source)}
        self._cases = {case.k: case.name for case in reader.all(Case)}
        self._waves = {wave.k: wave.name for wave in reader.all(Wave)}
        themes = reader.all(Theme)
        self._themes = {theme.k: theme.name for theme in themes}
        self._themes.update({theme.k: f"{number} {theme.name}" for number, theme in numbered_themes(themes)})

    def of(self, memo: Memo) -> str:
        """One memo's subject: "study", "source 01-maureen", "cell Maureen × 2.1 Training (first)"."""
        kind = memo.about_kind
        if kind is About.STUDY:
            return "study"
        if kind is About.SOURCE:
            stretch = "" if memo.start is None else f" {memo.start}–{memo.end}"
            return f"source {self._sources.get(memo.about, '')}{stretch}"
        if kind is About.CASE:
            return f"case {self._cases.get(memo.about, '')}"
        if kind is About.THEME:
            return f"theme {self._themes.get(memo.about, '')}"
        if kind is About.CELL_ROW:
            wave = f" ({self._waves[memo.wave]})" if memo.wave in self._waves else ""
            return f"cell {self._cases.get(memo.about, '')} × {self._themes.get(memo.theme or 0, '')}{wave}"
        return f"{kind.value} {split_key(memo.about).count}"
