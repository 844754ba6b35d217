"""A framework as a Markdown outline: headings or nested lists, "1.2 Name — definition"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from trellis.core.errors import BadTable, Invalid
from trellis.core.framework_file import FileTheme, FrameworkFile, in_number_order, numbered_by_depth
from trellis.core.framework_wording import Wording, origin_given

_HEADING = re.compile(r"(#+)\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d+(?:\.\d+)*)[.)]?)\s+(.*\S)\s*")
_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(.*)")
_SAID = re.compile(r"\**(Include|Exclude|Example|Origin)\**\s*:\**\s*(.*)", re.IGNORECASE)
_DASH = re.compile(r"\s+[—–]\s+|\s+--?\s+")
_TAB = 4


@dataclass(slots=True)
class _Entry:
    """A theme as it is being read. indent: -n for a heading of level n, else columns before the list mark."""

    heading: int
    indent: int
    number: str
    name: str
    line: int
    said: dict[str, list[str]] = field(default_factory=dict)
    last: str = "definition"

    def take(self, text: str) -> None:
        """A line below the theme: one that begins "Include:" and so on, or more of the one before."""
        named = _SAID.fullmatch(text)
        if named is not None:
            self.last = named[1].casefold()
            text = named[2]
        if text:
            self.said.setdefault(self.last, []).append(text)


def read_framework(content: bytes, name: str) -> FrameworkFile:
    """The framework in a Markdown file. Raises BadTable, naming the line.

    Headings are themes, and list items are sub-themes of what is above them; text below a theme is its
    definition, lines that begin "Include:", "Exclude:", "Example:", "Origin:" are these. A heading of the
    first level that stands first and alone of its level, above numbered ones or others, is the title. Where
    every theme has a number, the numbers decide the order, else the nesting does.
    """
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8 text (byte {error.start}); save it as UTF-8"
        raise BadTable(message) from error
    entries = _entries(lines)
    title = _title(entries)
    themes = entries[1:] if title else entries
    if not themes:
        message = f"{name} holds no themes; give each one a heading or a list item, like “- 1.2 Name — definition”"
        raise BadTable(message)
    return FrameworkFile(_numbered(themes, name), title)


def _entries(lines: Iterable[str]) -> list[_Entry]:
    entries: list[_Entry] = []
    for at, line in enumerate(lines, 1):
        heading = _HEADING.fullmatch(line)
        item = None if heading else _ITEM.fullmatch(line)
        if heading is not None:
            entries.append(_entry(len(heading[1]), 0, "", heading[2], at))
        elif item is not None and not _belongs_above(item[3], entries):
            indent = len(item[1].expandtabs(_TAB))
            entries.append(_entry(0, indent, item[2] or "", item[3], at))
        elif line.strip() and entries:
            entries[-1].take(item[3] if item is not None else line.strip())
    return entries


def _belongs_above(text: str, entries: list[_Entry]) -> bool:
    """Whether a list item says something of the theme above ("- Include: …") and is none itself."""
    return bool(entries) and _SAID.fullmatch(text) is not None


def _entry(heading: int, indent: int, number: str, text: str, line: int) -> _Entry:
    numbered = _NUMBERED.fullmatch(text)
    if numbered is not None:
        # "1. 2.3 Name" is the third item of a Markdown list, with a number of its own.
        number, text = numbered[1], numbered[2]
    # In a heading the definition stands below; a dash there may be part of the name.
    parts = _DASH.split(text, maxsplit=1) if not heading or numbered is None else [text]
    entry = _Entry(heading, indent, number, parts[0].strip().strip("*").strip(), line)
    if len(parts) > 1:
        entry.take(parts[1].strip())
    return entry


def _title(entries: list[_Entry]) -> str:
    if len(entries) < 2 or entries[0].heading != 1 or entries[0].number:
        return ""
    alone = all(entry.heading != 1 for entry in entries[1:])
    return entries[0].name if alone else ""


def _depths(themes: list[_Entry]) -> list[int]:
    """How deep each theme stands, from the headings and the indents above it."""
    open_: list[tuple[int, int]] = []
    depths = []
    for theme in themes:
        here = (0, theme.heading) if theme.heading else (1, theme.indent)
        while open_ and open_[-1] >= here:
            open_.pop()
        open_.append(here)
        depths.append(len(open_))
    return depths


def _numbered(themes: list[_Entry], name: str) -> tuple[FileTheme, ...]:
    if all(theme.number for theme in themes) and not _is_plain_count(themes):
        found = [FileTheme(theme.number, _words(theme, name), f"line {theme.line}") for theme in themes]
        return in_number_order(found, name)
    depths = zip(_depths(themes), themes, strict=True)
    return numbered_by_depth([(depth, _words(theme, name), f"{name}, line {theme.line}") for depth, theme in depths])


def _is_plain_count(themes: list[_Entry]) -> bool:
    """Whether the numbers are those of Markdown's own lists, each level counted from 1 without the one above."""
    return all("." not in theme.number for theme in themes) and max(_depths(themes)) > 1


def _words(theme: _Entry, name: str) -> Wording:
    place = f"{name}, line {theme.line}"
    if not theme.name:
        message = f"{place}: the theme has no name"
        raise BadTable(message)
    said = {key: " ".join(lines) for key, lines in theme.said.items()}
    try:
        origin = origin_given(said.get("origin", ""))
    except Invalid as error:
        message = f"{place}: {error}"
        raise BadTable(message) from error
    definition, include, exclude, example = (
        said.get(key, "") for key in ("definition", "include", "exclude", "example")
    )
    return Wording(theme.name, definition, include, exclude, example, origin)


def write_framework(framework: FrameworkFile) -> bytes:
    """The framework as a Markdown outline with headings; white space inside a text becomes single spaces."""
    title = framework.title or "Framework"
    lines = [f"# {_one_line(title)}"]
    for theme in framework.themes:
        level = "#" * (theme.number.count(".") + 2)
        lines += ["", f"{level} {theme.number} {_one_line(theme.words.name)}"]
        if theme.words.definition:
            lines += ["", _one_line(theme.words.definition)]
        for key in ("include", "exclude", "example", "origin"):
            text = _one_line(str(getattr(theme.words, key)))
            if text:
                lines += ["", f"{key.capitalize()}: {text}"]
    return ("\n".join(lines) + "\n").encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())
