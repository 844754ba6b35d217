"""The framework matrix: charts, cells, statements and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from trellis.core.keys import Key


class CellState(StrEnum):
    """How far a cell is."""

    UNCHARTED = "uncharted"
    DRAFT = "draft"
    CHARTED = "charted"
    RETURNED = "returned"
    REVIEWED = "reviewed"


class Blank(StrEnum):
    """What an empty cell means."""

    NOT_ASKED = "not asked"
    NOTHING_SAID = "asked and nothing said"
    NOT_RAISED = "not raised"
    NOT_APPLICABLE = "not applicable"


class Layer(StrEnum):
    """Whose words a statement is in."""

    SUMMARY = "summary"
    VERBATIM = "verbatim"
    COMMENT = "comment"


class Side(StrEnum):
    """Which way evidence points."""

    FOR = "for"
    AGAINST = "against"
    QUALIFIES = "qualifies"


class EvidenceFor(StrEnum):
    """What kind of thing rests on the evidence."""

    STATEMENT = "statement"
    JUDGEMENT = "judgement"
    FINDING = "finding"
    PROVISION = "provision"
    EXPERIENCE = "experience"
    WAVE_CHANGE = "wave_change"


@dataclass(frozen=True, slots=True)
class Chart:
    """A matrix; a study has one unless it asks for more."""

    k: Key
    rev: Key
    name: str


@dataclass(frozen=True, slots=True, order=True)
class CellPlace:
    """What a cell is about. wave: 0 where the study or the row has no waves."""

    chart: Key
    row: Key
    wave: Key
    theme: Key


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, kept by what it is about. confirmed: key of the change at which somebody last said it is right."""

    chart: Key
    row: Key
    wave: Key
    theme: Key
    rev: Key
    state: CellState
    blank: Blank | None
    framework_version: Key | None
    confirmed: Key
    by: Key
    at: int

    @property
    def place(self) -> CellPlace:
        """What the cell is about."""
        return CellPlace(self.chart, self.row, self.wave, self.theme)


@dataclass(frozen=True, slots=True)
class Statement:
    """One line of a cell. pos: fractional position in it. origin_theme: the theme it came from by a merge.

    pending: references as they are printed in the text ("STR03 l.112") and could not be followed yet, since their
    transcript is not there; they become evidence when it comes.
    """

    k: Key
    rev: Key
    chart: Key
    row: Key
    wave: Key
    theme: Key
    pos: str
    layer: Layer
    text: str
    origin_theme: Key | None
    by: Key
    at: int
    pending: tuple[str, ...] = ()

    @property
    def place(self) -> CellPlace:
        """The cell that the statement stands in."""
        return CellPlace(self.chart, self.row, self.wave, self.theme)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a statement (judgement, finding, change between waves …) rests on: a segment, indexed or not, or a cell.

    A segment has source, version, start and end (code points); a cell has chart, row, wave, theme; where
    neither is set, it rests on the cell's indexed segments as a whole.
    star: a quotation to use. seen: what it points at as it was when it was linked or last confirmed: the rev of the
    coding, or of the source's current version where it has none; the fingerprint of a cell's words (`chart_rules`);
    0 once its coding was removed, and for the cell's segments as a whole.
    """

    k: Key
    rev: Key
    for_kind: EvidenceFor
    for_k: Key
    side: Side
    source: Key | None
    version: Key | None
    start: int | None
    end: int | None
    coding: Key | None
    chart: Key | None
    row: Key | None
    wave: Key | None
    theme: Key | None
    star: bool
    seen: Key
