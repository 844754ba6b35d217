"""The sample counted for a table that is published: a step of the sample and of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from trellis.analysis.sample_table import Frame, sample_table
from trellis.analysis.table import Table
from trellis.core.report_template import ReportTemplate
from trellis.store.reader import Reader
from trellis.study.chart_rows import header_names
from trellis.study.resolve import folded, wave_named
from trellis.study.sample_units import ruled_out, trait, units_of_interviews, units_of_people

PEOPLE, INTERVIEWS = "people", "interviews"
_KINDS = ("site", "organisation", "team")
_MOST_LEVELS = 12


@dataclass(frozen=True, slots=True)
class Counting:
    """What a sample table counts. rows, columns, sub: attributes or kinds of group. of: people or interviews."""

    rows: str
    columns: str | None = None
    of: str = PEOPLE
    sub: str | None = None
    wave: str | None = None
    total: bool = True


def counted_table(reader: Reader, wanted: Counting) -> Table:
    """The table. Raises NotFound, Ambiguous."""
    at = None if wanted.wave is None else wave_named(reader, wanted.wave).k
    row = trait(reader, wanted.rows, at)
    column = None if wanted.columns is None else trait(reader, wanted.columns, at)
    split = None if wanted.sub is None else trait(reader, wanted.sub, at)
    traits = (row, column, split)
    units = units_of_people(reader, traits) if wanted.of == PEOPLE else units_of_interviews(reader, traits, at)
    frame = Frame(
        row.levels,
        () if column is None else column.levels,
        () if split is None else split.levels,
        frozenset() if column is None else ruled_out(reader, row, column),
        row.name,
        "" if column is None else column.name,
        "" if split is None else split.name,
        wanted.total,
    )
    return sample_table(units, frame, f"Sample: {wanted.of}")


class PrintedBy(NamedTuple):
    """What a sample table counts by. rows, columns: an attribute or a kind of group, "" for none."""

    rows: str
    columns: str


def printed_by(reader: Reader, template: ReportTemplate) -> PrintedBy:
    """What the sample table of a report counts by.

    By what the template says, or by what stands beside cases and does not part them too finely, such as role, and by
    where they are: a sample is published as role × site. Without sites, organisations or teams a second attribute
    stands in their place.
    """
    rows, columns = template.sample_rows, template.sample_columns
    if not rows:
        fit = [name for name in header_names(reader) if _parts_well(reader, name)]
        rows = fit[0] if fit else ""
        places = [name for name in _KINDS if folded(name) != folded(rows) and _parts_well(reader, name)]
        columns = columns or next(iter((*places, *fit[1:])), "")
    return PrintedBy(rows, columns)


def _parts_well(reader: Reader, name: str) -> bool:
    return 1 < len(trait(reader, name).levels) <= _MOST_LEVELS
