"""What a user may say to a reader when it guesses wrong."""

from __future__ import annotations

from dataclasses import dataclass

from trellis.core.errors import Invalid

# Names of the layouts in which transcripts write who speaks; `ReadOptions.turns` takes one of them.
LABELS = "labels"
BOLD_LABELS = "bold labels"
TAB_LABELS = "tab labels"
NAME_AND_TIME = "name and time"
TIME_AND_NAME = "time and name"
TIME_RANGES = "time ranges"
NAME_LINES = "name lines"
TABLE = "table"
EMPHASIS = "emphasis"
VOICES = "voices"

LAYOUTS = (
    BOLD_LABELS,
    LABELS,
    TAB_LABELS,
    NAME_AND_TIME,
    TIME_AND_NAME,
    TIME_RANGES,
    NAME_LINES,
    TABLE,
    EMPHASIS,
    VOICES,
)
AUTO = "auto"
NONE = "none"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file.

    charset: the encoding of a text file ("cp1252"); None lets the reader find it.
    turns: "auto", "none", or the one layout to look for, out of `LAYOUTS`.
    min_confidence: below this, from 0 to 1, a recognised layout is not used; a layout that was named is used anyway.
    speakers: labels that name a speaker even where they appear once ("Dr Okafor").
    not_speakers: what looks like a label and is none ("Summary").
    Raises Invalid for an unknown layout or a confidence out of bounds.
    """

    charset: str | None = None
    turns: str = AUTO
    min_confidence: float = 0.5
    speakers: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.turns not in {AUTO, NONE, *LAYOUTS}:
            known = ", ".join([AUTO, NONE, *LAYOUTS])
            raise Invalid(f"there is no layout of turns called {self.turns!r}; give one of: {known}")
        if not 0 <= self.min_confidence <= 1:
            raise Invalid(f"a confidence of {self.min_confidence} does not fit; give a number from 0 to 1")
