"""Rich text (.rtf), with footnotes, comments, hidden text, tables and characters outside the basic plane."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from trellis.core.document import Comment, Notice, PartKind
from trellis.core.errors import Damaged

from .draft import Block, Draft, Stretch, Writer, pages_from
from .options import ReadOptions
from .rtf_tokens import BYTES, CLOSE, OPEN, SIGN, WORD, tokens
from .rtf_words import CHARACTERS, CHARSETS, NOT_TEXT, SIGNS, TEXT_ALL_THE_SAME, codec_of_page

READER = "rtf 1"

# Word nests some twenty groups; a file that nests thousands was made to break readers.
_GROUPS = 1_000
_STYLE = re.compile(rb"\{(?:\\\*)?\\s(\d+)[^{}]*?\b(?:heading|Heading|HEADING) ?([1-9]);", re.DOTALL)
_PAGE = re.compile(rb"\\ansicpg(\d+)")


def read_rtf(name: str, data: bytes, options: ReadOptions) -> Draft:
    """Rich text as Word, LibreOffice and TextEdit write it.

    Footnotes come after the paragraph with their mark; comments keep their place; deleted text of tracked changes,
    hidden text, headers and footers stay in the original only. Raises Damaged where groups are broken off.
    """
    del options
    reader = _Reader(name, data)
    return reader.read(data)


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    target: str = "body"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    codec: str = "cp1252"


class _Reader:
    """One pass over the tokens, with a stack for the groups."""

    def __init__(self, name: str, data: bytes) -> None:
        page = _PAGE.search(data[:2000])
        codec = codec_of_page(int(page.group(1)) if page else None)
        self.name, self.codec = name, codec
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.headings = {int(number): int(level) for number, level in _STYLE.findall(data[:500_000])}
        self.state = _State(codec=codec)
        self.stack: list[_State] = []
        self.writer = Writer()
        self.start: int | None = None
        self.kind: tuple[PartKind, int | None] = (PartKind.PARAGRAPH, None)
        self.bytes = bytearray()
        self.units: list[int] = []
        self.to_skip = 0
        self.starred = self.opened = False
        self.notes = 0
        self.waiting: list[tuple[str, list[str]]] = []
        self.author = ""
        self.comment: list[str] = []
        self.comments: list[Comment] = []
        self.cells: list[Stretch] = []
        self.rows: list[tuple[Stretch, ...]] = []
        self.in_table = False
        self.breaks: list[int] = []
        self.hidden = self.deleted = 0
        self.structures = {
            "par": self._paragraph,
            "sect": self._paragraph,
            "cell": self._cell,
            "nestcell": self._cell,
            "row": self._row,
            "nestrow": self._row,
            "page": self._page,
        }

    def read(self, data: bytes) -> Draft:
        """The draft of the whole."""
        for kind, word, number, raw in tokens(data):
            if kind == BYTES:
                self._bytes(raw)
                continue
            if kind == WORD and word == "u":
                self._flush_bytes()
                self._unicode(number or 0)
                continue
            self._flush()
            if kind == OPEN:
                self._open()
            elif kind == CLOSE:
                self._close()
            elif kind == SIGN:
                self._sign(word)
            else:
                self._word(word, number)
        self._flush()
        if self.stack:
            raise Damaged(self.name, "the file is cut off", "copy or export it again from where it came")
        return self._draft()

    def _draft(self) -> Draft:
        self._end_paragraph()
        notices = []
        if self.deleted:
            notices.append(Notice("tracked-changes", "deleted text of tracked changes left out, insertions kept"))
        if self.hidden:
            notices.append(Notice("hidden-text", "hidden text stays in the original and is not in the text"))
        pages = pages_from([0, *self.breaks], self.writer.length) if self.breaks else ()
        if pages:
            notices.append(Notice("pages", "page numbers are counted from page breaks set by hand"))
        return self.writer.draft(READER, notices=notices, comments=tuple(self.comments), pages=pages)

    def _open(self) -> None:
        if len(self.stack) > _GROUPS:
            raise Damaged(
                self.name, "its parts are nested too deeply", "open it in Word or LibreOffice and save it anew"
            )
        self.stack.append(self.state)
        self.starred, self.opened, self.to_skip = False, True, 0

    def _close(self) -> None:
        before = self.state
        self.to_skip = 0
        if not self.stack:
            return
        self.state = self.stack.pop()
        if before.target == "annotation" != self.state.target:
            self._end_comment()
        self.opened = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self.starred = True
        elif sign in {"\n", "\r"}:
            self._paragraph()
        elif sign in SIGNS:
            self._write(SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        if self.opened:
            self.opened = False
            if self._destination(word):
                return
        if word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif (structure := self.structures.get(word)) is not None:
            structure()
        elif word in {"b", "i", "v", "deleted"}:
            trait = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted"}[word]
            self.state = replace(self.state, **{trait: number != 0})  # type: ignore[arg-type]
        elif word == "plain":
            self.state = replace(self.state, bold=False, italic=False, hidden=False, deleted=False, codec=self.codec)
        else:
            self._setting(word, number)

    def _setting(self, word: str, number: int | None) -> None:
        if word == "uc":
            self.state = replace(self.state, skip=max(number or 0, 0))
        elif self.state.target == "fonts":
            self._font(word, number)
        elif word == "f" and number in self.fonts:
            self.state = replace(self.state, codec=self.fonts[number])
        elif self.state.target != "body":
            return
        elif word == "s" and number in self.headings:
            self.kind = PartKind.HEADING, self.headings[number]
        elif word == "outlinelevel" and number is not None and 0 <= number < 9:
            self.kind = PartKind.HEADING, number + 1
        elif word == "ls" and self.kind[0] is PartKind.PARAGRAPH:
            self.kind = PartKind.LIST_ITEM, None
        elif word == "pard":
            self.kind = PartKind.PARAGRAPH, None
            self.in_table = False
        elif word == "intbl":
            self.in_table = True

    def _font(self, word: str, number: int | None) -> None:
        r"""The table of fonts says which bytes each is written in: `\f1\fcharset204` is Cyrillic."""
        if word == "f":
            self.font = number or 0
        elif word == "fcharset":
            self.fonts[self.font] = CHARSETS.get(number or 0, self.codec)

    def _destination(self, word: str) -> bool:
        """A group that begins with this word is something else than text around it."""
        if word in NOT_TEXT or (self.starred and word not in TEXT_ALL_THE_SAME):
            self.state = replace(self.state, target="nothing")
        elif word == "fonttbl":
            self.state = replace(self.state, target="fonts")
        elif word == "footnote" and self.state.target == "body":
            self.notes += 1
            self._write(f"[{self.notes}]")
            self.waiting.append((str(self.notes), []))
            self.state = replace(self.state, target="footnote")
        elif word == "annotation" and self.state.target == "body":
            self.state = replace(self.state, target="annotation")
        elif word == "atnauthor":
            self.author = ""
            self.state = replace(self.state, target="author")
        else:
            return False
        return True

    def _bytes(self, raw: bytes) -> None:
        self.opened = False
        if self.to_skip:
            skipped = min(self.to_skip, len(raw))
            self.to_skip -= skipped
            raw = raw[skipped:]
        if raw:
            self._flush_units()
            self.bytes += raw

    def _unicode(self, number: int) -> None:
        self.opened = False
        self.units.append(number & 0xFFFF if number <= 0xFFFF else 0xFFFD)
        self.to_skip = self.state.skip

    def _flush(self) -> None:
        self._flush_bytes()
        self._flush_units()
        self.to_skip = 0

    def _flush_bytes(self) -> None:
        if self.bytes:
            raw, self.bytes = self.bytes, bytearray()
            self._write(raw.decode(self.state.codec, errors="replace"))

    def _flush_units(self) -> None:
        if self.units:
            units, self.units = self.units, []
            raw = b"".join(unit.to_bytes(2, "little") for unit in units)
            self._write(raw.decode("utf-16-le", errors="replace"))

    def _write(self, text: str) -> None:
        state = self.state
        if state.target in {"nothing", "fonts"}:
            return
        if state.hidden or state.deleted:
            self.hidden += state.hidden
            self.deleted += state.deleted
        elif state.target == "author":
            self.author += text
        elif state.target == "annotation":
            self.comment.append(text)
        elif state.target == "footnote":
            self.waiting[-1][1].append(text)
        else:
            self._begin()
            self.writer.write(text, ("b" if state.bold else "") + ("i" if state.italic else ""))

    def _begin(self) -> None:
        if self.start is None:
            if not self.in_table and self.rows:
                self._end_table()
                self._footnotes()
            self.start = self.writer.begin()

    def _paragraph(self) -> None:
        if self.state.target != "body" or self.in_table:
            self._write("\n")
        else:
            self._begin()
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        self._row()
        self._end_table()
        if self.start is not None:
            self.writer.end(self.start, self.kind[0], level=self.kind[1])
        self.start = None
        self._footnotes()

    def _footnotes(self) -> None:
        waiting, self.waiting = self.waiting, []
        for number, pieces in waiting:
            start = self.writer.begin()
            self.writer.write(f"[{number}] {''.join(pieces).strip()}")
            self.writer.end(start, PartKind.FOOTNOTE, number=number)

    def _end_comment(self) -> None:
        text = "".join(self.comment).strip()
        self.comment = []
        if text:
            start = self.start if self.start is not None else self.writer.length
            self.comments.append(Comment(start, self.writer.length, self.author.strip(), text))

    def _cell(self) -> None:
        if self.state.target != "body":
            return
        self.in_table = True
        if self.start is None:
            self.start = self.writer.begin()
        first = self.cells[-1][1] + 1 if self.cells else self.start
        self.cells.append((first, self.writer.length))
        self.writer.write("\t")

    def _row(self) -> None:
        if self.state.target != "body" or not self.cells:
            return
        first = self.cells[-1][1] + 1
        if self.writer.length > first:
            self.cells.append((first, self.writer.length))
        if self.start is not None:
            self.rows.append(tuple(self.cells))
            self.cells, self.start = [], None

    def _end_table(self) -> None:
        if self.rows:
            rows, self.rows = self.rows, []
            self.writer.blocks.append(Block(PartKind.TABLE, rows[0][0][0], rows[-1][-1][1], rows=tuple(rows)))

    def _page(self) -> None:
        if self.state.target == "body" and self.writer.length:
            self.breaks.append(self.writer.length)
