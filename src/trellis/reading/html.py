"""Web pages: what a browser would show, without scripts, styles and what is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trellis.core.document import Notice, PartKind
from trellis.core.errors import Damaged, Hostile

from . import limits
from .charset import decode
from .draft import Block, Draft, Stretch, Writer
from .options import ReadOptions

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

READER = "html 1"

_DROPPED = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "canvas", "select", "audio", "video"}
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
    }
    | {
        "li",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
        "figure",
        "figcaption",
        "form",
        "body",
        "html",
    }
    | {"details", "summary", "fieldset", "center", "table", "caption", "tr", "thead", "tbody", "tfoot", "body", "html"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
# Elements that stay open until they are closed; the first group ones are opened again in each paragraph.
_TAG = re.compile(
    r"<(/?)(?:(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)|div|span|section|article|blockquote|ul|ol|dl|table"
    r"|tr|td|th|center|form|main|aside|header|footer|nav|figure|pre|details|label|sub|sup|ins|del|q|cite|abbr|mark)[\s>/]",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def read_html(name: str, data: bytes, options: ReadOptions) -> Draft:
    """A web page as text: blocks are paragraphs, `<br>` a line end, cells parted by tabs, rows by line ends.

    White space is folded as browsers fold it, except in `<pre>`. Scripts, styles and hidden parts stay in the
    original only. Raises Damaged where the page cannot be parsed.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    text, notices = decode(name, data, options.charset or _declared(data))
    _check_nesting(name, text)
    try:
        tree = LexborHTMLParser(text)
    except (SelectolaxError, RuntimeError, MemoryError) as error:
        raise Damaged(name, "the page cannot be parsed", "open it in a browser and save it anew") from error
    page = _Page()
    if tree.root is not None:
        page.walk(tree.root)
    title = tree.css_first("title")
    heading = _SPACE.sub(" ", title.text()).strip() if title is not None else ""
    return page.writer.draft(READER, notices=(*notices, *page.notices()), title=heading or None)


def _declared(data: bytes) -> str | None:
    """The charset that the page names, unless its bytes are UTF-8 or marked anyway."""
    match = _CHARSET.search(data[:2048])
    if match is None or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252" if match.group(1).lower() in {b"iso-8859-1", b"latin1", b"latin-1"} else _known(match.group(1))
    return None


def _known(charset: bytes) -> str | None:
    name = charset.decode("ascii")
    try:
        "".encode(name)
    except LookupError:
        return None
    return None if name.lower().startswith("utf") else name


def _check_nesting(name: str, text: str) -> None:
    """Refuse what the parser would take minutes or gigabytes for: endless nesting, and letters that never end.

    Each paragraph opens again every `<b>` or `<font>` that was left open before it.
    """
    depth = looks = deepest = 0
    for match in _TAG.finditer(text):
        closes, look = match.group(1) == "/", match.group(2)
        step = -1 if closes else 1
        depth = max(depth + step, 0)
        looks = max(looks + step, 0) if look else looks
        deepest = max(deepest, depth)
    if deepest > limits.HTML_DEPTH or looks * text.count("<") > limits.HTML_REOPENED:
        raise Hostile(name, "its parts are nested without end", "save the page as text and bring that in")


class _Page:
    """Walks a page without recursion, since a hostile one may nest a hundred thousand deep."""

    def __init__(self) -> None:
        self.writer = Writer()
        self.start: int | None = None
        self.hidden = 0
        self.links = 0
        self.looks: list[str] = []
        self.kinds: list[tuple[PartKind, int | None]] = []
        self.verbatim = 0
        self.quoted = 0
        self.space = False
        self.line_waits = False
        self.tables: list[tuple[int, list[list[Stretch]]]] = []

    def walk(self, root: LexborNode) -> None:
        """Enter and leave every node in reading order."""
        node: LexborNode | None = root
        depth = 0
        while node is not None:
            inside = self.enter(node)
            child = node.child if inside else None
            if child is not None:
                node, depth = child, depth + 1
                continue
            if inside:
                self._leave(node)
            while node is not None and node.next is None and depth:
                node, depth = node.parent, depth - 1
                if node is not None:
                    self._leave(node)
            node = node.next if node is not None and depth else None
        self._end_block()

    def enter(self, node: LexborNode) -> bool:
        """Take a node; whether what is inside shall be walked."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag in _DROPPED or tag.startswith(("-", "!")):
            return False
        if _is_hidden(node):
            self.hidden += 1
            return False
        self._open(tag, node)
        return True

    def notices(self) -> tuple[Notice, ...]:
        """What stays in the original only."""
        found = []
        if self.hidden:
            found.append(Notice("hidden-text", "hidden parts of the page stay in the original and are not in the text"))
        if self.links:
            found.append(Notice("links", f"the addresses of {self.links} links stay in the original only"))
        return tuple(found)

    def _open(self, tag: str, node: LexborNode) -> None:
        if tag == "br":
            self._line_end()
        elif tag == "table":
            self._boundary()
            self.tables.append((-1, []))
        elif tag in {"td", "th"} and self.tables:
            self._open_cell()
        elif tag == "tr" and self.tables:
            self._open_row()
        elif tag in _BLOCKS:
            self._boundary()
        self.links += tag == "a" and "href" in node.attributes
        self.verbatim += tag == "pre"
        self.quoted += tag == "blockquote"
        self.looks.append(_look(tag, node))
        if tag in _HEADINGS:
            self.kinds.append((PartKind.HEADING, _HEADINGS[tag]))
        elif tag == "li":
            self.kinds.append((PartKind.LIST_ITEM, None))

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in {"td", "th"} and self.tables and self.tables[-1][1]:
            row = self.tables[-1][1][-1]
            if row:
                row[-1] = (row[-1][0], self.writer.length)
        elif tag == "table" and self.tables:
            self._close_table()
        elif tag in _BLOCKS:
            self._boundary()
        self.verbatim -= tag == "pre"
        self.quoted -= tag == "blockquote"
        self.looks.pop()
        if tag in _HEADINGS or tag == "li":
            self.kinds.pop()

    def _text(self, text: str) -> None:
        if not self.verbatim:
            text = _SPACE.sub(" ", text)
            if text.startswith(" ") and (self.start is None or self.space or self.line_waits):
                text = text[1:]
        if not text:
            return
        if self.line_waits:
            self._line_end()
        if self.start is None:
            self.start = self.writer.begin()
        self.writer.write(text, "".join(sorted(set("".join(self.looks)))))
        self.space = text.endswith((" ", "\n"))

    def _line_end(self) -> None:
        if self.start is None:
            self.start = self.writer.begin()
        self.writer.write("\n")
        self.space, self.line_waits = True, False

    def _boundary(self) -> None:
        """A block begins or ends here; inside a table that is a line end in the cell."""
        if not self.tables:
            self._end_block()
        elif self.tables[-1][1] and self.tables[-1][1][-1]:
            self.line_waits = self.line_waits or self.writer.length > self.tables[-1][1][-1][-1][0]

    def _end_block(self) -> None:
        if self.start is not None:
            kind, level = self.kinds[-1] if self.kinds else (PartKind.PARAGRAPH, None)
            self.writer.end(self.start, kind, level=level, is_quoted=self.quoted > 0)
        self.start, self.space = None, False

    def _open_row(self) -> None:
        first, rows = self.tables[-1]
        if first < 0 and len(self.tables) == 1:
            self._end_block()
        start = self.writer.begin()
        self.start, self.space, self.line_waits = start, True, False
        self.tables[-1] = (start if first < 0 else first, rows)
        rows.append([])

    def _open_cell(self) -> None:
        rows = self.tables[-1][1]
        if not rows:
            self._open_row()
        if rows[-1]:
            self.writer.write("\t")
        rows[-1].append((self.writer.length, self.writer.length))
        self.space, self.line_waits = True, False

    def _close_table(self) -> None:
        first, rows = self.tables.pop()
        if first >= 0 and not self.tables:
            cells = tuple(tuple(row) for row in rows if row)
            self.writer.blocks.append(Block(PartKind.TABLE, first, self.writer.length, rows=cells))
        if not self.tables:
            self.start, self.space, self.line_waits = None, False, False
        else:
            self.line_waits = True


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(attributes.get("style") or "") is not None
    )


def _look(tag: str, node: LexborNode) -> str:
    style = (node.attributes.get("style") or "") if tag in {"span", "p", "font", "div"} else ""
    if not style:
        return _BOLD.get(tag, "")
    return ("b" if _BOLD_STYLE.search(style) else "") + ("i" if _ITALIC_STYLE.search(style) else "")
