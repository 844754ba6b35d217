"""Codings as a spreadsheet gives them: columns of equal length, one line a coding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trellis.core.errors import BadTable

Column = Sequence[object]

HEADS: dict[str, tuple[str, ...]] = {
    "source": ("source", "file", "interview", "transcript"),
    "theme": ("theme", "number", "sub-theme", "code"),
    "version": ("version", "framework version", "framework"),
    "quote": ("quote", "words", "quotation"),
    "start": ("start", "from"),
    "end": ("end", "to"),
    "turns": ("turns", "turn", "part"),
    "coder": ("coder", "by"),
    "round": ("round",),
    "note": ("note", "memo", "comment"),
}
"""What a column may be headed; the first is the one that the documentation uses."""


@dataclass(frozen=True, slots=True)
class CodingLines:
    """The columns by their names in `HEADS`; only those that the table has.

    first_row: the number that the first line has in the spreadsheet (2, under a line of heads).
    """

    columns: Mapping[str, Column]
    first_row: int = 2

    def __len__(self) -> int:
        return len(self.columns["source"])

    def having(self, name: str, value: str) -> CodingLines:
        """Only the lines whose column of that name says the value; rows are counted anew."""
        kept = [at for at, given in enumerate(self.columns.get(name, ())) if written(given) == value]
        return CodingLines({head: [column[at] for at in kept] for head, column in self.columns.items()})


def coding_lines(columns: Mapping[str, Column], first_row: int = 2) -> CodingLines:
    """The columns under the names that are used here. Raises BadTable for what is missing or ambiguous."""
    named: dict[str, Column] = {}
    for head, values in columns.items():
        plain = " ".join(head.casefold().split())
        name = next((name for name, heads in HEADS.items() if plain in heads), None)
        if name is None:
            continue
        if name in named:
            message = f"two columns say the {name} (one is headed “{head}”); keep one of them"
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
