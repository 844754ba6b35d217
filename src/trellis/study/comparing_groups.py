"""The range of what was said of a theme, and the same theme across groups: every count opens its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trellis.core.case import Case, CaseKind, Wave
from trellis.core.chart import Blank
from trellis.core.filters import NOT_KNOWN
from trellis.core.finding_placing import CellSeen, Group, placed
from trellis.core.keys import NO_KEY, Key
from trellis.store.queries import codings as coding_queries
from trellis.store.queries import evidence as queries
from trellis.store.reader import Reader
from trellis.study.resolve import main_chart, theme_given, wave_named
from trellis.study.scope import attribute_named, values_at
from trellis.study.table import Table, Value
from trellis.study.work import Work

_FILLED = "filled"


@dataclass(frozen=True, slots=True)
class _Cell:
    case: Key
    wave: Key
    seen: CellSeen
    words: str


class ComparingGroups:
    """The calls that read a column of the chart, whole or group by group."""

    _work: Work

    def range_of(self, theme: str, *, wave: str | None = None) -> Table:
        """Every case's cell under a theme and its sub-themes, and why the others are empty: what a range is read from.

        Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            named = theme_given(reader, theme)
            at = None if wave is None else wave_named(reader, wave).k
            cells, cases = _cells(reader, named.k, at), _people(reader)
            waves = {one.k: one.name for one in reader.all(Wave)}
        rows: list[tuple[Value, ...]] = []
        for case in cases:
            own = cells.get(case.k, [])
            if not own:
                rows.append((case.name, "", Group.UNCHARTED.value, ""))
            rows += [(case.name, waves.get(cell.wave, ""), _stands([cell]), cell.words) for cell in own]
        read = sum(row[2] == _FILLED for row in rows)
        note = (
            f"{read} cells say something. A range is read from all of them; how often a form occurs is no part of it."
        )
        return Table(("case", "wave", "cell", "what it says"), tuple(rows), f"Range of {named.name}", note)

    def compare(self, theme: str, attribute: str, *, wave: str | None = None) -> Table:
        """A theme across the values of an attribute: of how many cases the cells say something, and of how many not.

        A value of whose cases nobody was asked is told: then a comparison has one side. Raises NotFound, Ambiguous.
        """
        with self._work.read() as reader:
            named, by = theme_given(reader, theme), attribute_named(reader, attribute)
            at = None if wave is None else wave_named(reader, wave).k
            cells, cases = _cells(reader, named.k, at), _people(reader)
            values = values_at(reader, by, at or NO_KEY)
        order = [*by.levels, *sorted({*values.values()} - set(by.levels)), NOT_KNOWN]
        stands = {case.k: _stands(cells.get(case.k, [])) for case in cases}
        shown = (_FILLED, Group.SILENT.value, Group.NOT_ASKED.value, Group.NOT_APPLICABLE.value, Group.UNCHARTED.value)
        rows: list[tuple[Value, ...]] = []
        for value in order:
            own = [case for case in cases if values.get(case.k, NOT_KNOWN) == value]
            counts = [sum(stands[case.k] == each for case in own) for each in shown]
            said = "\n".join(f"{case.name}: {words}" for case in own if (words := _words(cells.get(case.k, ()))))
            if own:
                rows.append((value, len(own), *counts, said))
        one_sided = [str(row[0]) for row in rows if not row[2] and not row[3]]
        note = f"Of {', '.join(one_sided)} nobody was asked, so a comparison with it has one side." if one_sided else ""
        return Table((by.name, "cases", *shown, "what they say"), tuple(rows), f"{named.name} by {by.name}", note)


def _people(reader: Reader) -> list[Case]:
    listed = sorted(reader.all(Case), key=lambda case: (case.pos, case.k))
    return [case for case in listed if case.kind is CaseKind.PERSON] or listed


def _cells(reader: Reader, theme: Key, wave: Key | None) -> Mapping[Key, list[_Cell]]:
    below = coding_queries.subtree(reader.connection, theme)
    found: dict[Key, list[_Cell]] = {}
    for case, at, _, blank, words in queries.cells_under(reader.connection, main_chart(reader).k, below):
        if wave in {None, at}:
            seen = CellSeen(bool(words), None if blank is None else Blank(blank))
            found.setdefault(case, []).append(_Cell(case, at, seen, words))
    return found


def _stands(cells: Iterable[_Cell]) -> str:
    """What the cells of one case say, in a word."""
    listed = [cell.seen for cell in cells]
    group = placed(None, (), listed or [CellSeen()]).group
    return _FILLED if group is Group.TO_PLACE else group.value


def _words(cells: Iterable[_Cell]) -> str:
    return " ".join(cell.words for cell in cells if cell.words)
