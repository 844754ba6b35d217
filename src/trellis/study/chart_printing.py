"""The matrix as others may see it: on paper, in a file, with what an export says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trellis.core.chart_view import ChartAbsence, ChartView, ChartWave
from trellis.report.note import ExportNote
from trellis.store.reader import Reader
from trellis.study.chart_export import export_note
from trellis.study.chart_reading import read_view
from trellis.study.chart_rows import Wanted, rows
from trellis.study.consents import quotable
from trellis.study.identified import without_naming
from trellis.study.known_names import chart_without_names
from trellis.study.work import Work


@dataclass(frozen=True, slots=True)
class PrintedChart:
    """A chart for paper: what an export of it holds, and its foot.

    in_time: the study's waves; absences: what became of its cases in waves of which they have no row, without reasons.
    """

    view: ChartView
    note: ExportNote
    in_time: tuple[ChartWave, ...]
    absences: tuple[ChartAbsence, ...]


def for_others(work: Work, reader: Reader, wanted: Wanted) -> tuple[ChartView, ExportNote]:
    """A chart as everybody may see it, with the foot of its export.

    Verbatim statements and quotations of people who have not agreed to be quoted are left out, and so are attributes
    that say who somebody is; known names become pseudonyms where the file of pseudonyms is open.
    """
    note = export_note(reader)
    whole = without_naming(reader, read_view(reader, wanted, words=True, title=note.title))
    view, withheld = quotable(reader, whole)
    if work.key is not None:
        view = chart_without_names(view, work.key.book())
    return view, replace(note, withheld=withheld)


class ChartPrinting:
    """The calls that a page for printing is made from."""

    _work: Work

    def printed(
        self,
        themes: Sequence[str] | None = None,
        cases: Sequence[str] | None = None,
        waves: Sequence[str] | None = None,
        *,
        sort: Sequence[str] = (),
        group: Sequence[str] = (),
    ) -> PrintedChart:
        """A chart for paper, under the rules of an export. Arguments as in `matrix`. Raises NotFound, Ambiguous."""
        wanted = Wanted(themes, cases, waves, None, sort, group)
        with self._work.read() as reader:
            view, note = for_others(self._work, reader, wanted)
            lines = rows(reader, wanted)
        absences = tuple(replace(one, reason="") for one in lines.absences)
        return PrintedChart(view, note, lines.in_time, absences)

    def foot(self) -> ExportNote:
        """What every sheet of paper says of the study: framework version, date, pseudonyms, state."""
        with self._work.read() as reader:
            return export_note(reader)
