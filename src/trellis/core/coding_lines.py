"""Codings as a spreadsheet gives them: columns of equal length, one line a coding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.errors import BadTable

Column = Sequence[object]

HEADS: dict[str, tuple[str, ...]] = {
    "source": (
        "source", "file", "interview", "transcript", "participant", "case", "respondent", "interviewee", "document",
        "who said it", "pseudonym", "participant id", "interview id", "file name", "filename",
    ),
    "theme": (
        "theme", "number", "sub-theme", "subtheme", "code", "category", "node", "label", "tag", "codes", "themes",
    ),
    "version": ("version", "framework version", "framework"),
    "quote": ("quote", "words", "quotation", "extract", "text", "excerpt", "segment", "verbatim", "quotes", "data"),
    "start": ("start", "from"),
    "end": ("end", "to"),
    "turns": ("turns", "turn", "part"),
    "coder": ("coder", "by", "who", "coded by", "initials", "analyst", "researcher"),
    "round": ("round",),
    "note": ("note", "memo", "comment", "notes", "comments", "memos", "remarks"),
}  # fmt: skip
"""What a column may be headed; the first is the one that the documentation uses."""


@dataclass(frozen=True, slots=True)
class CodingLines:
    """The columns by their names in `HEADS`; only those that the table has.

    first_row: the number that the first line has in the spreadsheet (2, under a line of heads).
    rows: the number of each line, where they do not follow on one another.
    """

    columns: Mapping[str, Column]
    first_row: int = 2
    rows: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.columns["source"])

    def row(self, at: int) -> int:
        """The number that a line has in the spreadsheet. at: its place, from 0."""
        return self.rows[at] if self.rows else self.first_row + at

    def one_theme_a_line(self) -> CodingLines:
        """The same codings with a line for each theme, where people put several into one cell ("2.3; 4.1")."""
        parted = {value: _themes(value) for value in set(self.columns["theme"])}
        themes = [parted[value] for value in self.columns["theme"]]
        if all(len(given) == 1 for given in themes):
            return self
        places = [at for at, given in enumerate(themes) for _ in given]
        columns = {head: [column[at] for at in places] for head, column in self.columns.items()}
        columns["theme"] = [theme for given in themes for theme in given]
        return CodingLines(columns, self.first_row, tuple(self.row(at) for at in places))

    def having(self, name: str, value: str) -> CodingLines:
        """Only the lines whose column of that name says the value; rows are counted anew."""
        kept = [at for at, given in enumerate(self.columns.get(name, ())) if written(given) == value]
        return CodingLines({head: [column[at] for at in kept] for head, column in self.columns.items()})


def name_of_head(head: str) -> str | None:
    """The name in `HEADS` that a head stands for, in whatever words; None for any other."""
    plain = " ".join(head.casefold().replace("_", " ").split())
    return next((name for name, heads in HEADS.items() if plain in heads), None)


def coding_lines(
    columns: Mapping[str, Column], first_row: int = 2, said: Mapping[str, str] | None = None
) -> CodingLines:
    """The columns under the names that are used here. Raises BadTable for what is missing or ambiguous.

    said: heads as the table has them to names in `HEADS`, before what the heads say by themselves; "" for neither.
    """
    meant = _said_heads(columns, said or {})
    named: dict[str, Column] = {}
    for head, values in columns.items():
        name = meant.get(head) if head in meant else name_of_head(head)
        if not name or (head not in meant and name in meant.values()):
            continue
        if name in named:
            message = f"two columns say the {name} (one is headed “{head}”); keep one, or say which (“{head}={name}”)"
            raise BadTable(message)
        named[name] = values
    given = ", ".join(f"“{head}”" for head in columns)
    for name in ("source", "theme"):
        if name not in named:
            message = f"no column says the {name}; the heads are {given or 'missing'}; name one of them “{name}”"
            raise BadTable(message)
    if not ({"quote", "turns"} & named.keys() or {"start", "end"} <= named.keys()):
        message = f"no column says which words; the heads are {given}; add “quote”, “turns”, or “start” and “end”"
        raise BadTable(message)
    return CodingLines(named, first_row)


def _said_heads(columns: Mapping[str, Column], said: Mapping[str, str]) -> dict[str, str]:
    meant: dict[str, str] = {}
    for given, name in said.items():
        head = next((head for head in columns if head.casefold().split() == given.casefold().split()), None)
        if head is None or name not in (*HEADS, ""):
            message = f"“{given}={name}” does not fit; heads are {', '.join(columns)}, and names {', '.join(HEADS)}"
            raise BadTable(message)
        meant[head] = name
    return meant


_PARTED = re.compile(r"[;\n]|(?<=\d)\s*[/&]\s*(?=\d)|(?<=\d),\s+(?=\d)")


def _themes(value: object) -> list[object]:
    if not isinstance(value, str):
        return [value]
    found: list[object] = [piece.strip() for piece in _PARTED.split(value) if piece.strip()]
    return found or [value]


def written(value: object) -> str:
    """A spreadsheet's value as text: nothing is "", 2.0 is "2", and 2.3 stays the theme number "2.3"."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def offset(value: object) -> int | None:
    """A spreadsheet's value as an offset in code points, None where there is none or it is no whole number."""
    if isinstance(value, int):
        return value
    text = written(value)
    return int(text) if text.isdecimal() else None
