"""Indexing from what people have: theme numbers in Word comments, and the fast list of what was coded on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from trellis.analysis.table import Table
from trellis.core.coding_lines import CodingLines, Column
from trellis.core.comment_themes import ReadComment, themes_in
from trellis.core.document import PartKind
from trellis.core.errors import TrellisError
from trellis.core.fast_list import FastLine, fast_lines
from trellis.core.framework import FrameworkVersion, Theme
from trellis.core.framework_tree import USABLE, Tree
from trellis.core.matching import Fit, Names
from trellis.core.memo import About, Memo, MemoKind
from trellis.core.segment import Segment
from trellis.core.source import Source, StoredPart, Version
from trellis.core.turns import part_at
from trellis.reading import bytes_of
from trellis.reading.charset import decode
from trellis.store.reader import Reader
from trellis.study.bulk_coding import BadLine, Bulk, Usual, index_lines
from trellis.study.resolve import source_named
from trellis.study.theme_lookup import ThemeLookup
from trellis.study.work import Progress, Work, silent

_NUMBER = re.compile(r"\d+(\.\d+)*")
_CERTAIN = frozenset({Fit.EXACT, Fit.VARIANT, Fit.BEGINNING, Fit.ALIKE})


@dataclass(frozen=True, slots=True)
class CommentRead:
    """One margin comment. themes: what it was read as; reason: why (or which of it) was not read."""

    source: str
    words: str
    author: str
    comment: str
    themes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class FromComments:
    """What came of margin comments. The comments stay, as memos beside the words."""

    added: int
    already: int
    comments: tuple[CommentRead, ...]

    @property
    def unread(self) -> tuple[CommentRead, ...]:
        """The comments, or parts of them, that name no theme."""
        return tuple(comment for comment in self.comments if comment.reason)

    def table(self) -> Table:
        """Every comment, with what it was read as."""
        rows = tuple((c.source, c.words, c.author, c.comment, "; ".join(c.themes), c.reason) for c in self.comments)
        note = f"{self.added} codings, {self.already} were there already; {len(self.unread)} comments not read in full."
        return Table(("source", "words", "by", "comment", "themes", "not read"), rows, "Comments", note)


class PaperCoding:
    """The calls that index from comments and from fast lists."""

    _work: Work

    def from_comments(
        self,
        source: str | None = None,
        *,
        coder: str | None = None,
        authors: Mapping[str, str] | None = None,
        round: str | None = None,
        version: str | None = None,
        dry_run: bool = False,
        progress: Progress = silent,
    ) -> FromComments:
        """Indexes what margin comments name by theme number or name, in one source or in all.

        The author of a comment is the coder; coder: one for all; authors: initials to names. version: the framework
        version whose numbers are meant. A comment at a point is for its turn. Comments stay as memos; those that name
        no theme are told. The same comments again change nothing. Raises NotFound, Ambiguous, NotAllowed.
        """
        named = {name.casefold(): person for name, person in (authors or {}).items()}
        with self._work.read() as reader:
            marks = _Marks(reader, version)
            comments = [marks.read(memo) for memo in _margin(reader, source)]
        rows = [mark for comment in comments for mark in comment.marks(coder, named)]
        lines = CodingLines(_columns(rows), rows=tuple(row.place for row in rows))
        done = index_lines(self._work, lines, Usual(None, round, version), dry_run=dry_run, progress=progress)
        told = {line.row: line.reason for line in done.bad}
        listed = tuple(comment.told(told.get(comment.place, "")) for comment in comments)
        return FromComments(done.added, done.already, listed)

    def fast_list(
        self,
        source: str,
        listed: str | Path,
        *,
        coder: str | None = None,
        round: str | None = None,
        version: str | None = None,
        dry_run: bool = False,
    ) -> Bulk:
        """Indexes turns of a source from a fast list: a text, or a file of lines such as "T43-45 2.3 4.1 a note".

        A line that cannot be read is left out and told with its number. Raises NotFound, Ambiguous, Unreadable.
        """
        text = decode(listed.name, bytes_of(listed))[0] if isinstance(listed, Path) else listed
        with self._work.read() as reader:
            name = source_named(reader, source).name
        read = list(fast_lines(text))
        unread = [BadLine(line.number, _UNREAD.format(line.text)) for line in read if not line.themes]
        rows = list(_fast_rows(name, read))
        lines = CodingLines(_columns(rows), rows=tuple(row.place for row in rows))
        done = index_lines(self._work, lines, Usual(coder, round, version), dry_run=dry_run)
        bad = sorted((*done.bad, *unread), key=lambda line: line.row)
        return Bulk(done.added, done.already, tuple(bad))


_UNREAD = "“{}” is no line of a fast list; write turns and theme numbers, as in “T43-45 2.3 4.1”"


@dataclass(frozen=True, slots=True)
class _Row:
    """What becomes one line of codings. place: of the comment or line that it came from."""

    place: int
    source: str
    theme: str
    note: str
    turns: str | None = None
    start: int | None = None
    end: int | None = None
    coder: str | None = None


def _columns(rows: list[_Row]) -> dict[str, Column]:
    names = ("source", "theme", "note", "turns", "start", "end", "coder")
    return {name: [getattr(row, name) for row in rows] for name in names}


def _fast_rows(source: str, lines: Iterable[FastLine]) -> Iterator[_Row]:
    for line in lines:
        for turns in line.turns:
            for theme in line.themes:
                yield _Row(line.number, source, theme, line.note, turns)


def _margin(reader: Reader, source: str | None) -> list[Memo]:
    """The margin comments, source by source in the order of the text."""
    wanted = None if source is None else source_named(reader, source).k
    names = {found.k: found.name for found in reader.all(Source)}
    memos = [
        memo
        for memo in reader.all(Memo)
        if memo.kind is MemoKind.MARGIN and memo.about_kind is About.SOURCE and memo.about in names
        if wanted in {None, memo.about}
    ]
    return sorted(memos, key=lambda memo: (names[memo.about], memo.start or 0, memo.k))


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment with the segment that it is about. reason: why it has none."""

    place: int
    memo: Memo
    source: str
    segment: Segment | None
    words: str
    read: ReadComment
    reason: str

    def marks(self, coder: str | None, authors: Mapping[str, str]) -> Iterator[_Row]:
        """The codings that the comment stands for."""
        if self.segment is None:
            return
        by = coder or authors.get(self.memo.author.casefold(), self.memo.author) or None
        for each in self.read.named:
            yield _Row(self.place, self.source, each.theme, each.note, None, self.segment.start, self.segment.end, by)

    def told(self, refused: str) -> CommentRead:
        """The comment as the list shows it. refused: why its codings could not be made."""
        unread = f"not read: {'; '.join(self.read.unread)}" if self.read.unread else ""
        nothing = "" if self.read.named else _no_theme(self.read)
        reason = self.reason or refused or nothing or unread
        themes = () if self.segment is None or refused else tuple(each.theme for each in self.read.named)
        return CommentRead(self.source, self.words, self.memo.author, self.memo.text, themes, reason)


def _no_theme(read: ReadComment) -> str:
    numbers = [piece for piece in read.unread if _NUMBER.fullmatch(piece)]
    return f"the framework has no theme {', '.join(numbers)}" if numbers else "it names no theme"


class _Marks:
    """Reads comments in one state of the study."""

    def __init__(self, reader: Reader, version: str | None) -> None:
        self._reader = reader
        self._lookup = ThemeLookup(reader)
        self._version: FrameworkVersion | None = None if version is None else self._lookup.version(version)
        tree = Tree(reader.all(Theme))
        usable = [theme for theme in tree.themes.values() if theme.state in USABLE]
        self._labels = {theme.k: tree.number(theme.k) or theme.name for theme in usable}
        self._names = Names((theme.name, theme.k) for theme in usable)
        self._count = 0

    def read(self, memo: Memo) -> _Comment:
        """What a comment names, and the words that it is about."""
        self._count += 1
        source = self._reader.get(Source, memo.about)
        read = themes_in(memo.text, self._number, self._name)
        segment, reason = self._segment(memo, source)
        words = (
            "" if segment is None else segment.words(self._reader.text(self._reader.get(Version, source.current).sha))
        )
        return _Comment(self._count, memo, source.name, segment, " ".join(words.split())[:80], read, reason)

    def _number(self, number: str) -> str | None:
        """The number itself, as the chosen version has it, if a theme that can be used has it."""
        try:
            self._lookup.theme(number, self._version)
        except TrellisError:
            return None
        return number

    def _name(self, name: str) -> str | None:
        found = self._names.find(name)
        if found.meant is None or found.fit not in _CERTAIN:
            return None
        return self._labels[found.meant]

    def _segment(self, memo: Memo, source: Source) -> tuple[Segment | None, str]:
        if memo.version != source.current or memo.start is None or memo.end is None:
            return None, "it stands beside an earlier text of the source; index its words by hand"
        if memo.end > memo.start:
            return Segment(memo.start, memo.end), ""
        parts = [
            part for part in self._reader.all(StoredPart, version=source.current) if part.kind is not PartKind.PAGE
        ]
        part = part_at(parts, memo.start)
        if part is None or part.words >= part.end:
            return None, "no words stand where it was set"
        return Segment(part.words, part.end), ""
