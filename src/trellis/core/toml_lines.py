"""On which line of a TOML file each thing stands: the standard library's reader does not say.

For files that `tomllib` has read without complaint; anything else may give nonsense. A place is the way to a value:
keys of tables, and numbers from 0 in lists of tables and arrays.
"""

from __future__ import annotations

import tomllib

Way = tuple[str | int, ...]
"""The way to a value: `("dimension", 2, "values", 0)`."""

_BARE_ENDS = "=.]} \t\n,#"


def lines_of(text: str) -> dict[Way, int]:
    """The line, from 1, on which each key, table and element of an array begins."""
    walk = _Walk(text.replace("\r\n", "\n"))
    walk.document()
    return walk.lines


def line_at(lines: dict[Way, int], way: Way) -> int:
    """The line of a place, or of the nearest thing around it that has one; 1 where there is none."""
    while way:
        if way in lines:
            return lines[way]
        way = way[:-1]
    return 1


class _Walk:
    """A walk through a file that is known to be sound."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Way, int] = {}
        self._text = text
        self._at = 0
        self._line = 1
        self._counts: dict[Way, int] = {}

    def document(self) -> None:
        """Notes the line of everything in the file."""
        table: Way = ()
        self._space()
        while self._at < len(self._text):
            if self._peek() == "[":
                table = self._head()
            else:
                self._pair(table)
            self._space()

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _step(self, count: int = 1) -> None:
        self._line += self._text.count("\n", self._at, self._at + count)
        self._at += count

    def _space(self) -> None:
        """Passes over white space, line ends and comments."""
        while (found := self._peek()) and found in " \t\n#":
            if found == "#":
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
            else:
                self._step()

    def _head(self) -> Way:
        """Passes over `[table]` or `[[table]]`; the way to it."""
        line, repeated = self._line, self._text.startswith("[[", self._at)
        self._step(2 if repeated else 1)
        keys = self._keys("]")
        self._step(2 if repeated else 1)
        way = (*self._inside(keys[:-1], line), keys[-1])
        if repeated:
            count = self._counts.get(way, 0)
            self._counts[way] = count + 1
            self.lines.setdefault(way, line)
            way = (*way, count)
        self.lines.setdefault(way, line)
        return way

    def _inside(self, keys: tuple[str, ...], line: int) -> Way:
        """The way through tables that may be the last of a list, or have no head of their own."""
        way: Way = ()
        for key in keys:
            way = (*way, key)
            self.lines.setdefault(way, line)
            if way in self._counts:
                way = (*way, self._counts[way] - 1)
        return way

    def _keys(self, end: str) -> tuple[str, ...]:
        """A dotted key up to `end`, which is not passed over."""
        found: list[str] = []
        while True:
            self._space()
            if self._peek() in {'"', "'"}:
                found.append(self._string())
            else:
                start = self._at
                while self._peek() and self._peek() not in _BARE_ENDS:
                    self._at += 1
                found.append(self._text[start : self._at])
            self._space()
            if self._peek() in {end, ""}:
                return tuple(found)
            self._step()

    def _pair(self, table: Way) -> None:
        """Passes over `key = value`."""
        line = self._line
        way = (*table, *self._keys("="))
        for length in range(len(table) + 1, len(way) + 1):
            self.lines.setdefault(way[:length], line)
        self._step()
        self._space()
        self._value(way)

    def _value(self, way: Way) -> None:
        found = self._peek()
        if found in {'"', "'"}:
            self._string()
        elif found == "[":
            self._list(way)
        elif found == "{":
            self._table(way)
        else:
            while self._peek() and self._peek() not in ",]}\n#":
                self._at += 1

    def _list(self, way: Way) -> None:
        self._step()
        count = 0
        self._space()
        while self._peek() != "]":
            self.lines.setdefault((*way, count), self._line)
            self._value((*way, count))
            self._comma()
            count += 1
        self._step()

    def _table(self, way: Way) -> None:
        self._step()
        self._space()
        while self._peek() != "}":
            self._pair(way)
            self._comma()
        self._step()

    def _comma(self) -> None:
        self._space()
        if self._peek() == ",":
            self._step()
            self._space()

    def _string(self) -> str:
        """Passes over a string of any of the four kinds; what it says, for keys."""
        quote = self._peek()
        long = self._text.startswith(quote * 3, self._at)
        close = quote * 3 if long else quote
        start, end = self._at, self._at + len(close)
        while not self._text.startswith(close, end):
            end += 2 if quote == '"' and self._text[end] == "\\" else 1
        end += len(close)
        # A long string may end in one or two quotation marks of its own.
        while long and self._text.startswith(quote, end):
            end += 1
        self._step(end - start)
        said = "" if long else tomllib.loads(f"k = {self._text[start:end]}")["k"]
        return str(said)
