"""Reading facts out of names such as "north-nurse-03"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trellis.core.errors import Invalid

_PLACE = re.compile(r"\{([^{}]*)\}")
_LEFT_OUT = "_"
CASE = "case"


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern with places in braces. names: the places that become attributes, in order."""

    pattern: str
    names: tuple[str, ...]
    _groups: tuple[str, ...]
    _expression: re.Pattern[str]

    @classmethod
    def of(cls, pattern: str) -> NamePattern:
        """The pattern in words such as "{site}-{role}-{n}". Raises Invalid where a place is missing or stands twice."""
        places = [place.strip() for place in _PLACE.findall(pattern)]
        named = [place for place in places if place != _LEFT_OUT]
        if not named or "" in named or len({place.casefold() for place in named}) < len(named):
            message = f"“{pattern}” needs different names in braces, as in {{site}}-{{role}}-{{n}}"
            raise Invalid(message)
        pieces = _PLACE.split(pattern)
        # Pieces alternate: what stands literally, the name of a place, what stands literally, ...
        written = "".join("(.+?)" if at % 2 else re.escape(piece) for at, piece in enumerate(pieces))
        names = tuple(place for place in named if place != CASE)
        return cls(pattern, names, tuple(places), re.compile(written, re.IGNORECASE | re.DOTALL))

    def read(self, name: str) -> dict[str, str] | None:
        """What the name has at each place, None where it does not fit."""
        found = self._expression.fullmatch(name.strip())
        if found is None:
            return None
        values = dict(zip(self._groups, (value.strip() for value in found.groups()), strict=True))
        values.pop(_LEFT_OUT, None)
        return values
