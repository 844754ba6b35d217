"""The fast list of what was indexed on paper: turns and theme numbers, one line each ("T43-45 2.3 4.1")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TURN = r"(?:[Tt](?:urns?)?\s*|¶+\s*)?\d+(?:\s*[-–—]\s*[Tt]?\s*\d+)?"
_LINE = re.compile(rf"\s*(?P<turns>{_TURN}(?:\s*[,;+]\s*{_TURN})*\s*(?=:)|{_TURN})[\s:.)]+(?P<rest>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?(?=[\s,;:/&+]|$)[\s,;:/&+]*")
_LEADING = " \t-–—:,;"


@dataclass(frozen=True, slots=True)
class FastLine:
    """One line. number: its place in the list, from 1; turns: as it names them; note: what follows the numbers.

    themes: numbers, or the one name that stands where the numbers would; empty for a line that cannot be read.
    """

    number: int
    turns: tuple[str, ...]
    themes: tuple[str, ...]
    note: str
    text: str


def fast_lines(text: str) -> Iterator[FastLine]:
    """The lines of a fast list; blank ones and those that begin with # are passed over."""
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip().lstrip("\ufeff")
        if plain and not plain.startswith("#"):
            yield _read(number, plain)


def _read(number: int, line: str) -> FastLine:
    match = _LINE.fullmatch(line)
    if match is None:
        return FastLine(number, (), (), "", line)
    turns = tuple(re.sub(r"[^\d-]", "", re.sub(r"[–—]", "-", turn)) for turn in re.split(r"[,;+]", match["turns"]))
    themes: list[str] = []
    rest = match["rest"].strip()
    while found := _NUMBER.match(rest):
        bare = re.sub(r"[\s,;:/&+]+$", "", found[0]).rstrip(".")
        after = rest[found.end() :]
        # "2.3 3 times": a whole number before a word is not a second theme.
        if themes and "." not in bare and after and not after[0].isdigit():
            break
        themes.append(bare)
        rest = after
    if not themes:
        return FastLine(number, turns, (rest,), "", line)
    return FastLine(number, turns, tuple(dict.fromkeys(themes)), rest.strip(_LEADING), line)
