"""What every export says of itself: whose study, which state, since when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """Sheets that charts are printed on, always landscape."""

    A4 = "A4"
    A3 = "A3"


@dataclass(frozen=True, slots=True)
class ExportNote:
    """What stands in the foot of every export.

    title: the study's. notice: "" for none. version: name of the framework version, "" if none was named.
    at: time of the newest change, ms since 1970, UTC. pseudonyms: one line on their status.
    head: hash of that change, hexadecimal. withheld: what was left out for want of consent, "" for nothing.
    """

    title: str
    notice: str
    version: str
    at: int
    pseudonyms: str
    head: str
    withheld: str = ""

    @property
    def time(self) -> dt.datetime:
        """When the study last changed, UTC."""
        return dt.datetime.fromtimestamp(self.at / 1000, dt.UTC)

    @property
    def date(self) -> str:
        """The day on which the study last changed, ISO."""
        return self.time.date().isoformat()

    @property
    def framework(self) -> str:
        """The framework version in words."""
        return f"framework {self.version}" if self.version else "framework not yet named"

    @property
    def short_head(self) -> str:
        """The first twelve digits of the head's hash, enough to tell states apart."""
        return self.head[:12]

    def line(self) -> str:
        """All of it in one line."""
        pieces = (
            self.title,
            self.framework,
            self.date,
            self.pseudonyms,
            self.withheld,
            f"state {self.short_head}",
            self.notice,
        )
        return " · ".join(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Choices:
    """How a chart is written. comments: with the analyst's comments; colours: cells shaded by their state."""

    paper: Paper = Paper.A4
    comments: bool = False
    colours: bool = False
    wide: bool = False
